import { expect, test } from 'vitest';
import { openArm } from './arm.ts';
import { takeBodies } from './bodies.ts';

const nowhere = { put: async () => ({ sha256: '', bytes: 0 }) };

/** A ledger as the capture writer keeps it: closed, it takes nothing more. */
function closingLedger() {
  const events: Record<string, unknown>[] = [];
  let closed = false;
  return {
    events,
    close: () => {
      closed = true;
    },
    append(event: Record<string, unknown>) {
      if (closed) throw new Error('the ledger is closed');
      return events.push(event);
    },
  };
}

test('numbers follow the order in which events were seen, whatever completes first', () => {
  const ledger = closingLedger();
  const arm = openArm(ledger, nowhere);
  const held = arm.hold('page', 'note');
  arm.record('page', 'note', { code: 'second', detail: '' });
  expect(ledger.events).toHaveLength(0);
  held.fill({ code: 'first', detail: '' });
  expect(ledger.events.map(({ code }) => code)).toEqual(['first', 'second']);
});

test('a body that fails after the visit is over belongs to no visit, and harms none', async () => {
  const ledger = closingLedger();
  const arm = openArm(ledger, nowhere);
  let fail: (why: Error) => void = () => {};
  const client = { send: () => new Promise((_, reject) => (fail = reject)) };
  const bodies = takeBodies(client as never, arm);
  bodies.take({ label: 'page', sessionId: 's' } as never, { requestId: '1', seq: 1, mediaType: 'text/html', received: 10 });
  arm.end();
  ledger.close();
  fail(new Error('the browser is gone'));
  await expect(bodies.idle()).resolves.toBeUndefined();
  expect(ledger.events).toHaveLength(0);
});
