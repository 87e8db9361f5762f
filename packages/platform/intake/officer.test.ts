import sharp from 'sharp';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { suites } from '../vault/suites.ts';
import { addMaterial } from './add-material.ts';
import { fileTip } from './file-tip.ts';
import { openFollowUp } from './follow-up.ts';
import { makeWorkingCopies } from './make-working-copies.ts';
import { askReporter, readFile, readTip, tellResult } from './officer.ts';
import { readFollowUp } from './read-follow-up.ts';
import { draftFor, fileOne, newPage, officer, openTestIntake, type TestIntake } from './testing/open-test-intake.ts';
import { appendUpload, beginUpload } from './uploads.ts';

const clerk = officer('clerk-1', ['clerk']);
const gather = async (source: AsyncIterable<Buffer>) => {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
};
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

describe.each(Object.values(suites))('$id', (suite) => {
  let at: TestIntake;
  beforeAll(async () => {
    at = await openTestIntake(suite);
  });
  afterAll(() => at?.stop());

  test('question, answer and result go both ways, and each side sees what was read', async () => {
    const { id, receipt } = await fileOne(at);
    const question = await askReporter(at.access, clerk, id, '请问是哪一天发生的？\r\n有小票吗？');
    const { ticket } = await openFollowUp(at.intake, receipt);
    expect((await readTip(at.access, clerk, id)).messages[0]?.readAt).toBeNull();
    const [asked] = (await readFollowUp(at.intake, ticket)).tips[0]?.messages ?? [];
    expect(asked).toMatchObject({ id: question, kind: 'question', from: 'office', text: '请问是哪一天发生的？\n有小票吗？' });
    await addMaterial(at.intake, ticket, { form: newPage(at.intake).form, tip: id, text: '上周六。', replyTo: question });
    await tellResult(at.access, clerk, id, '经核查，该店已改正。');
    const { messages } = await readTip(at.access, clerk, id);
    expect(messages.map(({ kind, from, text, replyTo }) => [kind, from, text, replyTo])).toEqual([
      ['question', 'office', '请问是哪一天发生的？\n有小票吗？', null],
      ['answer', 'reporter', '上周六。', question],
      ['notice', 'office', '经核查，该店已改正。', null],
    ]);
    expect(messages[0]?.readAt).toMatch(/^\d{4}-/);
    expect((await readFollowUp(at.intake, ticket)).tips[0]?.result).toMatchObject({ text: '经核查，该店已改正。' });
    await expect(askReporter(at.access, clerk, id, ' ')).rejects.toThrow();
    const strange = { form: newPage(at.intake).form, tip: id, text: 'x', replyTo: '00000000-0000-4000-8000-000000000000' };
    await expect(addMaterial(at.intake, ticket, strange)).rejects.toThrow('not-found');
  });

  test('a picture gets a working copy without metadata; the sealed original and other files stay as they are', async () => {
    const picture = await sharp({ create: { width: 50, height: 40, channels: 3, background: '#39c' } })
      .withMetadata({ exif: { IFD0: { Artist: 'CANARY' } } })
      .jpeg()
      .toBuffer();
    const { form, proof } = newPage(at.intake);
    for (const [name, bytes] of [
      ['照片.jpg', picture],
      ['小票.pdf', Buffer.from('%PDF-1.7 x')],
      ['坏.jpg', picture.subarray(0, 60)],
    ] as const) {
      const { id } = await beginUpload(at.intake.uploads, { form, name, bytes: bytes.length });
      await appendUpload(at.intake.uploads, { form, id, offset: 0 }, once(bytes));
    }
    const { tips } = await fileTip(at.intake, draftFor(form), proof);
    const tip = tips[0]?.id ?? '';
    const work = { ...at.access, objects: at.intake.objects, folder: at.intake.uploads.folder };
    expect(await makeWorkingCopies(work, tip)).toBe(3);
    expect(await makeWorkingCopies(work, tip)).toBe(0);
    const { rows: counted } = await sql`select attachments from app.tip where id = ${tip}`.execute(at.store.owner);
    expect(counted).toEqual([{ attachments: 3 }]);
    const { files } = await readTip(at.access, clerk, tip);
    expect(files.map(({ name, mediaType, state, workingCopy }) => [name, mediaType, state, workingCopy])).toEqual([
      ['照片.jpg', 'image/jpeg', 'ready', true],
      ['小票.pdf', 'application/pdf', 'ready', false],
      ['坏.jpg', 'image/jpeg', 'unreadable', false],
    ]);
    const [photo, paper] = files;
    const read = async (file: string | undefined, which: 'working' | 'original') =>
      gather(await readFile(at.access, at.intake.objects, clerk, { tip, file: file ?? '', which }));
    expect((await read(photo?.id, 'original')).equals(picture)).toBe(true);
    expect((await read(photo?.id, 'working')).includes('CANARY')).toBe(false);
    expect((await sharp(await read(photo?.id, 'working')).metadata()).width).toBe(50);
    await expect(read(paper?.id, 'working')).rejects.toThrow('not-found');
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from audit.entry where act = 'tip.read-file' and subject = ${tip}`.execute(at.store.owner);
    expect(rows[0]?.n).toBe(3);
  });

  test('another district, another office, and roles that do not read tips see nothing', async () => {
    const { id } = await fileOne(at);
    const pudong = officer('officer-p', ['inspector'], 'samr-pudong', '310115');
    await expect(readTip(at.access, pudong, id)).rejects.toThrow('not-found');
    await expect(askReporter(at.access, pudong, id, 'x')).rejects.toThrow('not-found');
    for (const role of ['auditor', 'administrator', 'custodian']) {
      await expect(readTip(at.access, officer('o', [role]), id)).rejects.toThrow('not-permitted');
    }
    const recused = { ...clerk, context: { ...clerk.context, recused: [id] } };
    await expect(readTip(at.access, recused, id)).rejects.toThrow('not-found');
  });
});
