import { describe, expect, test } from 'vitest';
import { clockFor } from './clock-for.ts';
import { clockEvents } from './events.data.ts';

describe('events of a tip', () => {
  test('name duties that exist, and every clock that is started can be fulfilled', () => {
    const started = clockEvents.flatMap(({ starts }) => starts);
    const stopped = new Set(clockEvents.flatMap(({ stops }) => stops));
    for (const { starts, stops, restarts } of clockEvents)
      for (const slot of [...starts, ...stops, ...restarts]) expect(() => clockFor(slot, '2026-11-03')).not.toThrow();
    expect(started.filter((slot) => !stopped.has(slot))).toEqual([]);
    expect(new Set(clockEvents.map(({ event }) => event)).size).toBe(clockEvents.length);
  });
});
