import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawReceipt, formatReceipt } from '../vault/receipt.ts';
import { suites } from '../vault/suites.ts';
import { addMaterial } from './add-material.ts';
import { fileTip } from './file-tip.ts';
import { openFollowUp } from './follow-up.ts';
import { readFollowUp } from './read-follow-up.ts';
import { draftFor, newPage, openTestIntake, type TestIntake } from './testing/open-test-intake.ts';
import { appendUpload, beginUpload } from './uploads.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

describe.each(Object.values(suites))('$id', (suite) => {
  let at: TestIntake;
  beforeAll(async () => {
    at = await openTestIntake(suite);
  });
  afterAll(() => at?.stop());

  const upload = async (form: string, name: string, bytes: Buffer) => {
    const { id } = await beginUpload(at.intake.uploads, { form, name, bytes: bytes.length });
    return appendUpload(at.intake.uploads, { form, id, offset: 0 }, once(bytes));
  };

  test('a receipt shows what was sent, with its files, in plain words', async () => {
    const { form, proof } = newPage(at.intake);
    const picture = randomBytes(100_000);
    const { sha256 } = await upload(form, '截图.png', picture);
    await upload(form, '截图.png', picture);
    const filed = await fileTip(at.intake, draftFor(form), proof);
    expect(filed.files).toEqual([{ name: '截图.png', bytes: 100_000, sha256 }]);
    expect(await fileTip(at.intake, draftFor(form), proof)).toEqual({ ...filed, repeated: true });
    const { ticket } = await openFollowUp(at.intake, filed.receipt.toLowerCase().replaceAll('-', ' '));
    const shown = await readFollowUp(at.intake, ticket);
    expect(shown).toMatchObject({
      lastUsed: null,
      tips: [
        {
          number: filed.tips[0]?.number,
          kind: 'report',
          status: { zh: expect.stringContaining('已收到') },
          officeName: { zh: '黄浦区市场监督管理局' },
          shopName: '演示面馆',
          story: '扫码点餐，不填手机号就点不了。',
          files: filed.files,
          messages: [],
          result: null,
        },
      ],
    });
  });

  test('the second use of a receipt tells when the first was', async () => {
    const { form, proof } = newPage(at.intake);
    const { receipt } = await fileTip(at.intake, draftFor(form), proof);
    const first = await openFollowUp(at.intake, receipt);
    const second = await openFollowUp(at.intake, receipt);
    expect((await readFollowUp(at.intake, first.ticket)).lastUsed).toBeNull();
    expect((await readFollowUp(at.intake, second.ticket)).lastUsed).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  });

  test('an unknown receipt and a mistyped one open nothing; both leave a trace without the receipt', async () => {
    const unknown = formatReceipt(drawReceipt());
    await expect(openFollowUp(at.intake, unknown)).rejects.toThrow('receipt-unknown');
    await expect(openFollowUp(at.intake, `${unknown}0`)).rejects.toThrow('receipt-mistyped');
    const { rows } = await sql<{
      subject: string;
      detail: string;
    }>`select subject, detail from audit.entry where act = 'receipt.unknown'`.execute(at.store.owner);
    expect(rows).toEqual([{ subject: 'none', detail: '{}' }]);
  });

  test('what is added later stands beside the first words, once, however often it is sent', async () => {
    const page = newPage(at.intake);
    const { receipt, tips } = await fileTip(at.intake, draftFor(page.form), page.proof);
    const { ticket } = await openFollowUp(at.intake, receipt);
    const { form } = newPage(at.intake);
    await upload(form, '录音.mp3', Buffer.from('ID3 sound'));
    const material = { form, tip: tips[0]?.number ?? '', text: '今天又发生了一次。' };
    expect(await addMaterial(at.intake, ticket, material)).toMatchObject({ repeated: false, files: [{ name: '录音.mp3' }] });
    expect(await addMaterial(at.intake, ticket, material)).toMatchObject({ repeated: true });
    const [tip] = (await readFollowUp(at.intake, ticket)).tips;
    expect(tip?.messages.map(({ kind, from, text }) => [kind, from, text])).toEqual([['addition', 'reporter', '今天又发生了一次。']]);
    expect(tip?.files.map(({ name }) => name)).toEqual(['录音.mp3']);
    const empty = { form: newPage(at.intake).form, tip: tips[0]?.id ?? '', text: ' ' };
    await expect(addMaterial(at.intake, ticket, empty)).rejects.toThrow('invalid-input');
  });

  test('a tip does not grow without end', async () => {
    const page = newPage(at.intake);
    const { receipt, tips } = await fileTip(at.intake, draftFor(page.form), page.proof);
    const tip = tips[0]?.id ?? '';
    const { ticket } = await openFollowUp(at.intake, receipt);
    const big = sql`insert into vault.attachment (id, tip, bytes_received) values (gen_random_uuid(), ${tip}, ${8 * 2 ** 30}::bigint)`;
    await big.execute(at.store.owner);
    const { form } = newPage(at.intake);
    await upload(form, 'a', Buffer.from('a'));
    await expect(addMaterial(at.intake, ticket, { form, tip, text: '' })).rejects.toThrow('quota-exceeded');
    await sql`insert into app.message (tip, kind, sealed, author) select ${tip}, 'addition', '', 'portal' from generate_series(1, 50)`.execute(
      at.store.owner,
    );
    await expect(addMaterial(at.intake, ticket, { form: newPage(at.intake).form, tip, text: 'x' })).rejects.toThrow('too-many-requests');
  });

  test('a receipt reaches its own tips only', async () => {
    const one = newPage(at.intake);
    const other = newPage(at.intake);
    const mine = await fileTip(at.intake, draftFor(one.form), one.proof);
    const theirs = await fileTip(at.intake, draftFor(other.form, { story: '别人的事' }), other.proof);
    const { ticket } = await openFollowUp(at.intake, mine.receipt);
    expect(JSON.stringify(await readFollowUp(at.intake, ticket))).not.toContain('别人的事');
    const { form } = newPage(at.intake);
    await expect(addMaterial(at.intake, ticket, { form, tip: theirs.tips[0]?.number ?? '', text: 'x' })).rejects.toThrow('not-found');
    await expect(readFollowUp(at.intake, 'made up')).rejects.toThrow('session-needed');
  });

  test('the twin of a sending still has files under way, and both get the same page', async () => {
    const { form, proof } = newPage(at.intake);
    const mine = await upload(form, 'a.txt', Buffer.from('a'));
    const theirs = await beginUpload(at.intake.uploads, { form, name: 'a.txt', bytes: null });
    const filed = await fileTip(at.intake, draftFor(form), proof, [mine.id]);
    await appendUpload(at.intake.uploads, { form, id: theirs.id, offset: 0, last: true }, once(Buffer.from('a')));
    expect(await fileTip(at.intake, draftFor(form), proof, [theirs.id])).toEqual({ ...filed, repeated: true });
  });

  test('a file that is not complete holds the tip back', async () => {
    const { form, proof } = newPage(at.intake);
    const { id } = await beginUpload(at.intake.uploads, { form, name: 'a.mp4', bytes: 10 });
    await expect(fileTip(at.intake, draftFor(form), proof)).rejects.toThrow('upload-unfinished');
    await appendUpload(at.intake.uploads, { form, id, offset: 0 }, once(Buffer.from('0123456789')));
    expect((await fileTip(at.intake, draftFor(form), proof)).files).toHaveLength(1);
  });
});
