import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { intakeHooks } from '../triage/intake-hooks.ts';
import { suites } from '../vault/suites.ts';
import { askOpening, decideOpening, viewIdentity } from '../vault/opening.ts';
import { addMaterial } from './add-material.ts';
import { fileTip } from './file-tip.ts';
import { openFollowUp } from './follow-up.ts';
import { makeWorkingCopies } from './make-working-copies.ts';
import { askReporter, readTip, tellResult } from './officer.ts';
import { readFollowUp } from './read-follow-up.ts';
import { CUSTODIAN_IDS, draftFor, guard, newPage, officer, openTestIntake, type TestIntake } from './testing/open-test-intake.ts';
import { appendUpload, beginUpload } from './uploads.ts';

/** Words that must be found nowhere, once everything that can be done to a tip has been done to it. */
const CANARIES = [
  '金丝雀',
  '19999999999',
  'CANARY-STORY',
  'CANARY-SHOP',
  'CANARY-LINK',
  'CANARY-ANSWER',
  'CANARY-QUESTION',
  'CANARY-FILE',
  'CANARY-BYTES',
  'CANARY-RESULT',
  'CANARY-ADD',
];

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Every text that a folder holds, names of files included. */
const everything = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => entry.name + (entry.isFile() ? readFileSync(join(entry.parentPath, entry.name)).toString('utf8') : ''))
    .join('\n');

describe.each(Object.values(suites))('$id', (suite) => {
  let at: TestIntake;
  const printed: string[] = [];
  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((text) => {
        printed.push(String(text));
        return true;
      });
    }
    const bare = await openTestIntake(suite);
    // With everything that triage writes down about a tip while it is open.
    at = { ...bare, intake: bare.again(intakeHooks(bare.store.portal, randomBytes(32))) };
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await at?.stop();
  });

  test('name, phone, words, files and receipt of a reporter lie nowhere in plain, whatever is done with the tip', async () => {
    const { form, proof } = newPage(at.intake);
    const { id: file } = await beginUpload(at.intake.uploads, { form, name: 'CANARY-FILE.txt', bytes: null });
    await appendUpload(at.intake.uploads, { form, id: file, offset: 0, last: true }, once(Buffer.from('CANARY-BYTES')));
    const draft = draftFor(form, {
      aim: 'both',
      story: 'CANARY-STORY',
      shop: { name: 'CANARY-SHOP', address: 'CANARY-SHOP', district: '310101' },
      link: 'https://CANARY-LINK.example/',
      qr: 'CANARY-LINK',
      sms: 'CANARY-STORY',
      wish: 'CANARY-STORY',
      reporter: { name: '金丝雀', contact: '19999999999' },
    });
    const { receipt, tips } = await fileTip(at.intake, draft, proof);
    await fileTip(at.intake, draft, proof);
    await expect(fileTip(at.intake, { ...draft, story: 'CANARY-STORY 2' }, proof)).rejects.toThrow('already-sent');
    const [tip] = tips;
    const id = tip?.id ?? '';
    const inspector = officer('officer-a', ['inspector']);
    await makeWorkingCopies({ ...at.access, objects: at.intake.objects, folder: at.intake.uploads.folder }, id);
    const question = await askReporter(at.access, inspector, id, 'CANARY-QUESTION');
    const { ticket } = await openFollowUp(at.intake, receipt);
    await addMaterial(at.intake, ticket, { form: newPage(at.intake).form, tip: id, text: 'CANARY-ANSWER', replyTo: question });
    await addMaterial(at.intake, ticket, { form: newPage(at.intake).form, tip: id, text: 'CANARY-ADD' });
    await tellResult(at.access, inspector, id, 'CANARY-RESULT');
    const request = await askOpening(at.access, inspector, id, '需要当面核实有关情况。');
    const passphrase = guard(CUSTODIAN_IDS[0]).passphrase;
    await decideOpening(at.access, officer(CUSTODIAN_IDS[0], ['custodian']), request, {
      approve: true,
      ground: '与核查直接有关，同意，限四小时。',
      hours: 4,
      passphrase,
    });
    // All of it can be read by whoever may: the search below is not for something that never was.
    expect(await viewIdentity(at.access, inspector, request)).toEqual({ name: '金丝雀', contact: '19999999999' });
    expect(JSON.stringify(await readTip(at.access, inspector, id))).toMatch(/CANARY-STORY.*CANARY-ANSWER.*CANARY-FILE/);
    expect(JSON.stringify(await readTip(at.access, inspector, id))).not.toMatch(/金丝雀|19999999999/);
    expect(JSON.stringify(await readFollowUp(at.intake, ticket))).toMatch(/CANARY-RESULT/);

    const tables = await sql<{ name: string }>`
      select schemaname || '.' || tablename as name from pg_tables where schemaname in ('app', 'vault', 'audit', 'pgboss')`.execute(
      at.store.owner,
    );
    const dump: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ all: string | null }>`select json_agg(t)::text as all from ${sql.table(name)} t`.execute(at.store.owner);
      dump.push(rows[0]?.all ?? '');
    }
    const places = { database: dump.join('\n'), files: everything(at.folder), output: printed.join('\n') };
    expect(places.database).toContain(id);
    const plain = receipt.replaceAll('-', '');
    for (const canary of [...CANARIES, receipt, plain, passphrase, form]) {
      const forms = [canary, Buffer.from(canary).toString('hex'), Buffer.from(canary).toString('base64').replace(/=+$/, '')];
      for (const [place, text] of Object.entries(places))
        for (const one of forms) expect(text.includes(one), `${canary} in ${place}`).toBe(false);
    }
    expect(ticket).not.toContain(plain);
  });
});
