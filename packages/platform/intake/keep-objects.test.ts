import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { suites } from '../vault/suites.ts';
import { fileTip } from './file-tip.ts';
import { checkObjects, sweepObjects } from './keep-objects.ts';
import { draftFor, newPage, openTestIntake, type TestIntake } from './testing/open-test-intake.ts';
import { appendUpload, beginUpload } from './uploads.ts';

let at: TestIntake;
beforeAll(async () => {
  at = await openTestIntake(suites.international);
});
afterAll(() => at?.stop());

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
const pathOf = (name: string) => join(at.folder, 'objects', name.slice(0, 2), name);

const fileWith = async (bytes: Buffer): Promise<string> => {
  const { form, proof } = newPage(at.intake);
  const { id } = await beginUpload(at.intake.uploads, { form, name: 'a', bytes: bytes.length });
  await appendUpload(at.intake.uploads, { form, id, offset: 0 }, once(bytes));
  const { tips } = await fileTip(at.intake, draftFor(form), proof);
  const { rows } = await sql<{ name: string }>`select original_object as name from vault.attachment where tip = ${tips[0]?.id}`.execute(
    at.store.owner,
  );
  return rows[0]?.name ?? '';
};

test('what no tip names is removed after a day; what a tip names stays', async () => {
  const kept = await fileWith(Buffer.from('kept'));
  const stray = randomBytes(100);
  const name = createHash('sha256').update(stray).digest('hex');
  writeFileSync(join(at.folder, 'stray'), stray);
  await at.intake.objects.take(join(at.folder, 'stray'), name);
  const { store, intake } = at;
  expect(await sweepObjects(store.worker, intake.objects)).toBe(0);
  expect(await sweepObjects(store.worker, intake.objects, Date.now() + 2 * 86_400_000)).toBe(1);
  await expect(intake.objects.size(name)).rejects.toThrow('ENOENT');
  expect(await intake.objects.size(kept)).toBeGreaterThan(0);
});

test('a file that was changed on disk, or is gone, is named with its tip', async () => {
  const [changed, gone] = [await fileWith(randomBytes(50_000)), await fileWith(Buffer.from('x'))];
  expect(await checkObjects(at.store.worker, at.intake.objects, 100)).toEqual([]);
  const bytes = readFileSync(pathOf(changed));
  bytes.writeUInt8(bytes.readUInt8(40_000) ^ 1, 40_000);
  writeFileSync(pathOf(changed), bytes);
  rmSync(pathOf(gone));
  const found = await checkObjects(at.store.worker, at.intake.objects, 100);
  expect(found.map(({ object, fault }) => [object, fault]).toSorted()).toEqual(
    [
      [changed, 'changed'],
      [gone, 'missing'],
    ].toSorted(),
  );
});
