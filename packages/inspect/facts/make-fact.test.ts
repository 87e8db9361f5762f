import { expect, test } from 'vitest';
import type { Party } from './fact.ts';
import { factId, makeFact } from './make-fact.ts';

const party = (domain: string): Party => ({ role: 'third', domain, company: null, service: null, category: null, why: '' });
const contact = (domain: string, host = 'a.test') =>
  makeFact('contact', {
    phase: 'before-choice',
    pi: [],
    party: party(domain),
    label: host,
    detail: { host, scheme: 'https', stage: 'arrive', resourceTypes: ['Script'], arms: ['untouched'] },
    evidence: [],
    stable: [host],
  });

test('the id has the published form and leaves the building material out of the fact', () => {
  const fact = contact('a.test');
  expect(fact.id).toMatch(/^f-[0-9a-f]{12}$/);
  expect(fact).not.toHaveProperty('stable');
  expect(fact.type).toBe('contact');
});

test('equal material gives equal ids, any changed part another', () => {
  const base = factId('contact', 'no-choice', 'a.test', 'x', ['k']);
  expect(factId('contact', 'no-choice', 'a.test', 'x', ['k'])).toBe(base);
  const others = [
    factId('sdk', 'no-choice', 'a.test', 'x', ['k']),
    factId('contact', 'static', 'a.test', 'x', ['k']),
    factId('contact', 'no-choice', 'b.test', 'x', ['k']),
    factId('contact', 'no-choice', 'a.test', 'y', ['k']),
    factId('contact', 'no-choice', 'a.test', 'x', ['l']),
    factId('contact', 'no-choice', null, 'x', ['k']),
  ];
  expect(new Set([base, ...others]).size).toBe(7);
});

test('a random port does not enter the id, a fixed one does', () => {
  expect(contact('127.0.0.1:45001').id).toBe(contact('127.0.0.1:51234').id);
  expect(contact('127.0.0.1:8080').id).not.toBe(contact('127.0.0.1:9090').id);
});
