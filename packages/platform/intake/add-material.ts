import { sql } from 'kysely';
import { z } from 'zod';
import { append } from '../audit/append.ts';
import { sendJob } from '../jobs/send-job.ts';
import { portalContext } from '../store/context.ts';
import { within } from '../store/within.ts';
import { sealJson } from '../vault/sealed.ts';
import { tipKeyOfReceipt } from '../vault/seal-tip.ts';
import { uuidv7 } from '../vault/uuid.ts';
import type { SentFile } from './answers.ts';
import { arrivedFiles, clearUploads, fileRows, sentFile, storeFiles } from './attach.ts';
import { IntakeFault } from './fault.ts';
import { formHash, readForm } from './form-token.ts';
import type { Intake } from './intake.ts';
import { messageInput, messagePlace } from './message.ts';
import { openTicket } from './ticket.ts';

const material = z.strictObject({
  form: z.string().max(64),
  /** Id or number of the tip. */
  tip: z.string().max(64),
  text: messageInput,
  /** Question that this answers. */
  replyTo: z.uuid().nullable().default(null),
  /** Uploads that belong to it; every upload of the form when left out. */
  uploads: z.array(z.string().max(64)).max(20).optional(),
});
export type Material = z.input<typeof material>;

/** What one tip may grow to: a receipt is no store of files, and no way to bury an officer. */
const MOST = { files: 100, bytes: 8 * 2 ** 30, messagesADay: 50 } as const;

interface Found {
  readonly id: string;
  readonly wrapped: Buffer;
  readonly count: number;
  readonly bytes: number;
  readonly said: number;
}

/**
 * Adds what a reporter says or sends later. The same form sent again adds nothing twice.
 * Throws a ZodError, `session-needed`, `form-expired`, `not-found` (no such tip under this receipt, no such question),
 * `upload-unfinished`, `invalid-input` (neither text nor files), `quota-exceeded`, `too-many-requests`.
 */
export const addMaterial = async (
  intake: Intake,
  ticket: string,
  input: Material,
): Promise<{ readonly files: readonly SentFile[]; readonly repeated: boolean }> => {
  const { form, tip, text, replyTo, uploads: chosen } = material.parse(input);
  const { secrets, suite, uploads, objects } = intake;
  const { lookup, key } = openTicket(secrets.ticket, ticket);
  const once = formHash(secrets.form, readForm(secrets.form, form));
  const files = await arrivedFiles(uploads, form, chosen);
  await storeFiles(uploads, form, objects, files);
  const repeated = await within(intake.db, { ...portalContext, receipt: lookup }, async (tx) => {
    const { rows } = await sql<Found>`
      select t.id, k.wrapped, a.count, a.bytes, (select count(*) from app.message m
        where m.tip = t.id and m.author = ${portalContext.actor} and m.at > now() - interval '1 day') as said
      from app.tip t join vault.tip_key k on k.tip = t.id and k.holder_kind = 'receipt'
        cross join lateral (select count(*) as count, coalesce(sum(bytes_received), 0)::bigint as bytes from vault.attachment where tip = t.id) a
      where t.id = any (app.my_tips()) and (t.id::text = ${tip} or t.number = ${tip})`.execute(tx);
    const [found] = rows;
    if (found === undefined) throw new IntakeFault('not-found');
    const first = await sql`
      insert into app.act_once (actor, key, command, input_hash)
      values (${portalContext.actor}, ${once.toString('hex')}, 'tip.add-material', ${once}) on conflict do nothing`.execute(tx);
    if (first.numAffectedRows === 0n) return true;
    if (text === '' && files.length === 0) throw new IntakeFault('invalid-input');
    if (found.said >= MOST.messagesADay) throw new IntakeFault('too-many-requests');
    const bytes = files.reduce((sum, { note }) => sum + note.done.bytes, found.bytes);
    if (found.count + files.length > MOST.files || bytes > MOST.bytes) throw new IntakeFault('quota-exceeded');
    const tipKey = tipKeyOfReceipt(found.id, found.wrapped, key);
    if (text !== '') {
      const id = uuidv7();
      if (replyTo !== null) {
        const question = await sql`select from app.message where id = ${replyTo} and tip = ${found.id} and kind = 'question'`.execute(tx);
        if (question.rows.length === 0) throw new IntakeFault('not-found');
      }
      await sql`insert into app.message (id, tip, kind, reply_to, sealed)
        values (${id}, ${found.id}, ${replyTo === null ? 'addition' : 'answer'}, ${replyTo}, ${sealJson(suite, tipKey, { text }, messagePlace(found.id, id))})`.execute(
        tx,
      );
    }
    for (const row of fileRows(suite, found.id, tipKey, files, found.count)) {
      await sql`insert into vault.attachment (id, tip, ordinal, state, bytes_received, media_type, suite, sealed_name, original_object)
        values (${row.id}, ${found.id}, ${row.ordinal}, 'arrived', ${row.bytes}, ${row.mediaType}, ${suite.id}, ${row.facts}, ${row.object})`.execute(
        tx,
      );
    }
    tipKey.fill(0);
    await sql`insert into app.tip_event (tip, act) values (${found.id}, 'material-added')`.execute(tx);
    await append(tx, [{ act: 'tip.add-material', kind: 'tip', subject: found.id, detail: { text: text !== '', files: files.length } }]);
    await sendJob(tx, 'tip.material', { tip: found.id });
    return false;
  });
  if (files.length > 0) await clearUploads(uploads, form, chosen);
  return { files: files.map(({ note }) => sentFile({ name: note.name, ...note.done })), repeated };
};
