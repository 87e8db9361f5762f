import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAudit } from '@liangjian/platform/audit';
import { openStore, within, workerContext } from '@liangjian/platform/store';
import { keyFile, portalSecrets, readReceipt, receiptLookup, suites } from '@liangjian/platform/vault';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A thousand take longer than a suite should: `LIANGJIAN_SUBMISSIONS=1000`. */
const SUBMISSIONS = Number(process.env['LIANGJIAN_SUBMISSIONS'] ?? 120);
const CLIENTS = 12;
const TWINS = 20;

const data = mkdtempSync(join(tmpdir(), 'intake-kill-'));
let serving: ChildProcess;
let base: string;

async function serve(port: string): Promise<void> {
  serving = fork(join(import.meta.dirname, 'testing', 'serve-portal.ts'), [data, port], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [said] = (await once(serving, 'message')) as [{ address: string }];
  base = said.address;
}

const databasePid = (): number => Number(readFileSync(join(data, 'database', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** As the kernel does it when memory runs out: without a word to anybody. */
async function kill(): Promise<void> {
  if (serving.exitCode !== null || serving.signalCode !== null) return;
  serving.kill('SIGKILL');
  await once(serving, 'exit');
}

beforeAll(() => serve('0'), 60_000);
afterAll(async () => {
  await kill();
  // The server of the database outlives whoever is killed; this takes it over and ends it.
  await (await openStore({ data })).stop();
  rmSync(data, { recursive: true, force: true });
}, 60_000);

/** The hidden fields of a new form, and what a person would write into it. */
async function newForm(story: string): Promise<URLSearchParams> {
  const page = await (await fetch(`${base}/report`)).text();
  const hidden = (name: string): string => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '';
  return new URLSearchParams({
    form: hidden('form'),
    challenge: hidden('challenge'),
    proof: '0',
    happened: 'forced-phone',
    story,
    scene: 'S1',
    shopName: '示例面馆（虚构）',
    district: '310101',
    aim: 'report',
    who: 'anonymous',
  });
}

/** Sends a form; gives the receipt of the page that says that it was received, else nothing. */
async function send(form: URLSearchParams): Promise<string | undefined> {
  const response = await fetch(`${base}/report`, { method: 'POST', body: form });
  const code = /data-code[^>]*>(.*?)<\/p>/s.exec(await response.text())?.[1];
  return response.status === 200 ? code?.replaceAll(/<[^>]*>|\s/g, '') : undefined;
}

/** As a person with a bad line would: the same form again until there is a receipt. */
async function insist(story: string): Promise<string> {
  let form: URLSearchParams | undefined;
  for (;;) {
    try {
      form ??= await newForm(story);
      const receipt = form.get('form') === '' ? undefined : await send(form);
      if (receipt !== undefined) return receipt;
      if (form.get('form') === '') form = undefined;
    } catch {
      // Nobody is listening, or the line broke before the answer.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// Not tried twice: the tips of the first try would be counted as doubles.
test('kill -9 of the database and of the serving process: every acknowledged tip is there, and none twice', {
  timeout: 300_000,
  retry: 0,
}, async () => {
  const receipts: string[] = [];
  const harm = new Map<number, () => Promise<void>>([
    [Math.floor(SUBMISSIONS / 3), async () => void process.kill(databasePid(), 'SIGKILL')],
    [
      Math.floor((SUBMISSIONS * 2) / 3),
      async () => {
        const { port } = new URL(base);
        await kill();
        await serve(port);
      },
    ],
  ]);
  const harmed: Promise<void>[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (next < SUBMISSIONS) {
        next += 1;
        receipts.push(await insist(`第 ${next} 次提交`));
        const act = harm.get(receipts.length);
        if (act) harmed.push(act());
      }
    }),
  );
  await Promise.all(harmed);
  expect(harmed).toHaveLength(2);

  const twin = await newForm('同一份表单');
  const answers = await Promise.all(Array.from({ length: TWINS }, () => send(twin)));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^\w{4}(-\w{4}){4}$/);
  receipts.push(answers[0] ?? '');
  expect(new Set(receipts).size).toBe(SUBMISSIONS + 1);

  await kill();
  const store = await openStore({ data });
  try {
    const secrets = portalSecrets(await keyFile(join(data, 'keys', 'portal')));
    const lookups = receipts.map((receipt) => {
      const read = readReceipt(receipt);
      return receiptLookup(suites.international, secrets, 'receipt' in read ? read.receipt : '').toString('hex');
    });
    const kept = await within(store.worker, workerContext, (tx) => tx.selectFrom('app.tip').select('id').execute());
    expect(kept).toHaveLength(SUBMISSIONS + 1);
    expect(new Set(lookups).size).toBe(SUBMISSIONS + 1);
    const mine = await Promise.all(
      lookups.map((lookup) =>
        within(store.portal, { actor: 'portal', roles: ['portal'], receipt: Buffer.from(lookup, 'hex') }, (tx) =>
          tx.selectFrom('app.tip').select('id').execute(),
        ),
      ),
    );
    expect(mine.filter((tips) => tips.length !== 1)).toEqual([]);
    // A tip and its entry are one: as many as tips, in unbroken chains.
    expect(await verifyAudit(store.worker)).toMatchObject({ ok: true, faults: [] });
    const filed = await within(store.worker, workerContext, (tx) =>
      tx.selectFrom('audit.entry').select('subject').where('act', '=', 'tip.file').execute(),
    );
    expect(filed.map(({ subject }) => subject).toSorted()).toEqual(kept.map(({ id }) => id).toSorted());
  } finally {
    await store.stop();
  }
});
