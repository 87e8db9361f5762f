import { expect, test } from 'vitest';
import { openPlaces } from './places.ts';

test('no more than the room at once, in the order asked, and nobody waits for ever', async () => {
  const places = openPlaces(5);
  const entered: number[] = [];
  const enter = async (id: number, wanted: number): Promise<() => void> => {
    const leave = await places.take(wanted);
    entered.push(id);
    return leave;
  };
  const first = enter(1, 4);
  const second = enter(2, 3);
  const third = enter(3, 1);
  const larger = enter(4, 9);
  const leaveFirst = await first;
  await Promise.resolve();
  // The third would fit, but it came after the second.
  expect(entered).toEqual([1]);
  leaveFirst();
  leaveFirst();
  const leaveSecond = await second;
  const leaveThird = await third;
  expect(entered).toEqual([1, 2, 3]);
  leaveSecond();
  await Promise.resolve();
  expect(entered).toEqual([1, 2, 3]);
  leaveThird();
  (await larger)();
  expect(entered).toEqual([1, 2, 3, 4]);
});

test('places come back one by one, and no more than were taken', async () => {
  const places = openPlaces(3);
  const leave = await places.take(3);
  const entered: number[] = [];
  const enter = async (id: number, wanted: number): Promise<void> => {
    await places.take(wanted);
    entered.push(id);
  };
  void enter(1, 1);
  void enter(2, 2);
  void enter(3, 1);
  leave(1);
  await new Promise(setImmediate);
  expect(entered).toEqual([1]);
  leave(1);
  await new Promise(setImmediate);
  expect(entered).toEqual([1]);
  leave(5);
  await new Promise(setImmediate);
  expect(entered).toEqual([1, 2]);
  leave();
  await new Promise(setImmediate);
  expect(entered).toEqual([1, 2]);
});
