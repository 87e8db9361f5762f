import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCapture } from '@liangjian/inspect';
import { errorCatalogue } from '@liangjian/law';
import { type HostileSite, startHostile } from '../samples/hostile/serve.ts';
import { SITES } from '../samples/manifest.ts';
import { type Field, openField, type Visited } from '../samples/testing/field.ts';

/** Pages that burn or flood do it for as long as they are let. */
const ARM_MS = 6000;
/** The watchdog of the arms comes at 19 s; closing and judging may take as long again, and other visits share the machine. */
const CAP_MS = 90_000;
const AT_A_TIME = 4;

let field: Field;
let hostile: HostileSite;
let alone: Visited;
beforeAll(async () => {
  [field, hostile] = await Promise.all([openField(), startHostile()]);
  alone = await field.inspect(clean());
}, 60_000);
afterAll(async () => {
  await field.close();
  await hostile.close();
});

function clean() {
  const site = SITES.find(({ id }) => id === 's1-clean');
  if (!site) throw new Error('no clean shop');
  return site;
}

interface End {
  readonly name: string;
  readonly ms: number;
  readonly visited: Visited | null;
  readonly code: unknown;
}

/** What came of the visits of the first test, for those that look closer; who looks again gets a new visit. */
const ends = new Map<string, End>();

async function endOf(name: string): Promise<End> {
  const known = ends.get(name);
  ends.delete(name);
  return known ?? visit(name);
}

async function visit(name: string): Promise<End> {
  const began = performance.now();
  // The one that wants to act is given the time to.
  const [scene, armMs] = name === 'eager' ? ['S1', 3 * ARM_MS] : [null, ARM_MS];
  const target = { id: name, host: 'hostile.test', path: `/${name}`, scene };
  const end = (visited: Visited | null, code: unknown): End => ({ name, ms: performance.now() - began, visited, code });
  return field
    .inspect(target, { armMs, hostMap: hostile.hostMap, allowPrivate: ['hostile.test'] })
    .then((visited) => end(visited, null))
    .catch((error: { code?: unknown }) => end(null, error.code ?? error));
}

const outcomes = ({ report }: Visited) => report.outcomes.map(({ requirement, outcome }) => `${requirement} ${outcome}`);

test('every hostile page ends in time with a report or one clear error, and harms no clean visit beside it', async () => {
  const queue = [...hostile.names];
  const worker = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) ends.set(name, await visit(name));
  };
  const beside: Visited[] = [];
  const neighbour = async (): Promise<void> => {
    do beside.push(await field.inspect(clean()));
    while (queue.length > 0);
  };
  await Promise.all([...Array.from({ length: AT_A_TIME }, worker), neighbour()]);

  const came = [...ends.values()];
  expect(came.map(({ name }) => name).sort()).toEqual([...hostile.names].sort());
  expect(came.filter(({ ms }) => ms > CAP_MS).map(({ name, ms }) => [name, ms])).toEqual([]);
  for (const { name, visited, code } of came) {
    if (visited) {
      expect(
        visited.report.arms.every((arm) => arm.complete || arm.stoppedBy !== null),
        name,
      ).toBe(true);
      expect(readCapture(visited.folder).arms.length, name).toBe(3);
    } else
      expect(
        errorCatalogue.map((entry) => entry.code),
        name,
      ).toContain(code);
  }
  expect(beside.length).toBeGreaterThan(0);
  for (const visited of beside) expect(outcomes(visited)).toEqual(outcomes(alone));
}, 420_000);

test('a redirect to a private address or a file reaches nothing', async () => {
  for (const name of ['metadata', 'file']) {
    const { visited, code } = await endOf(name);
    expect(visited, name).toBeNull();
    expect(['target-refused-private-address', 'scheme-refused', 'connection-failed'], name).toContain(code);
  }
}, 120_000);

test('a page that sends codes, orders and registrations by itself sends none while we look, and each try is in the ledger', async () => {
  const { visited } = await endOf('eager');
  if (!visited) throw new Error('not visited');
  const events = readCapture(visited.folder).arms.flatMap((arm) => arm.events);
  const withheld = events.flatMap((event) => (event.type === 'withheld' ? [`${event.reason} ${URL.parse(event.url)?.pathname}`] : []));
  expect(hostile.acts).toEqual([]);
  for (const tried of ['submission /api/sendSmsCode', 'submission /api/order/create', 'submission /api/pay/prepay', 'form /api/order'])
    expect(withheld).toContain(tried);
}, 120_000);
