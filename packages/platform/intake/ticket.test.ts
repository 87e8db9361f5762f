import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { suites } from '../vault/suites.ts';
import { openTicket, sealTicket } from './ticket.ts';

const secret = randomBytes(32);
const now = Date.UTC(2026, 10, 24, 8);
const opened = { lookup: randomBytes(32), key: randomBytes(32), lastUsed: now - 86_400_000 };

test.each(Object.values(suites))('$id: a ticket stands for its receipt for half an hour, and hides it', (suite) => {
  const ticket = sealTicket(suite, secret, opened, now);
  expect(openTicket(secret, ticket, now + 29 * 60_000)).toEqual(opened);
  expect(Buffer.from(ticket, 'base64url').includes(opened.lookup)).toBe(false);
  for (const [key, text, time] of [
    [secret, ticket, now + 31 * 60_000],
    [secret, ticket, now - 120_000],
    [randomBytes(32), ticket, now],
    [secret, ticket.slice(0, -2), now],
    [secret, '', now],
    [secret, 'x'.repeat(100_000), now],
  ] as const) {
    expect(() => openTicket(key, text, time)).toThrow('session-needed');
  }
});
