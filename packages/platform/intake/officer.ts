import { sql } from 'kysely';
import { z } from 'zod';
import type { AuditEntry } from '../audit/append.ts';
import { happen } from '../clocks/index.ts';
import type { Tx } from '../store/connect.ts';
import { StoreFault } from '../store/fault.ts';
import { act, type Caller, tipKeyOfOffice, type VaultAccess } from '../vault/access.ts';
import { sealJson, unsealJson } from '../vault/sealed.ts';
import { openFile } from '../vault/sealed-stream.ts';
import { openBody } from '../vault/seal-tip.ts';
import { uuidv7 } from '../vault/uuid.ts';
import type { FollowUpMessage } from './answers.ts';
import { openFacts } from './attach.ts';
import { messageInput, messagePlace, messageText } from './message.ts';
import type { ObjectStore } from './object-store.ts';
import { portalContext } from '../store/context.ts';
import { tipBody, type TipBody } from './tip-input.ts';

/** A file as officers see it. */
export interface OfficerFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** By its first bytes. */
  readonly mediaType: string;
  /** `arrived`: the working copy is being made; `ready`; `unreadable`: only the sealed original can be handed out. */
  readonly state: 'arriving' | 'arrived' | 'ready' | 'unreadable';
  /** There is a picture drawn anew that may be shown. */
  readonly workingCopy: boolean;
}

/** What a tip says. No identity: that has its own way (`vault/opening.ts`). */
export interface TipContent {
  readonly body: TipBody;
  readonly messages: readonly (FollowUpMessage & { readonly readAt: string | null })[];
  readonly files: readonly OfficerFile[];
}

interface MessageRow {
  readonly id: string;
  readonly kind: FollowUpMessage['kind'];
  readonly replyTo: string | null;
  readonly sealed: Buffer;
  readonly author: string;
  readonly at: Date;
  readonly readAt: Date | null;
}

interface FileRow {
  readonly id: string;
  readonly tip: string;
  readonly facts: Buffer;
  readonly mediaType: string | null;
  readonly state: OfficerFile['state'];
  readonly original: string;
  readonly working: string | null;
}

/** Opens what a tip says, for whoever may read it. Throws `not-permitted`, `not-found`, `vault-wrong-key`, `vault-key-missing`. */
export const readTip = (access: VaultAccess, caller: Caller, tip: string): Promise<TipContent> =>
  act(access.console, caller, 'tip.read', async (tx) => {
    const tipKey = await tipKeyOfOffice(tx, access, tip);
    const body = await sql<{ sealed: Buffer }>`select sealed from vault.tip_body where tip = ${tip}`.execute(tx);
    const sealed = body.rows[0]?.sealed;
    if (sealed === undefined) throw new StoreFault('not-found');
    const messages = await sql<MessageRow>`
      select id, kind, reply_to as "replyTo", sealed, author, at, read_at as "readAt" from app.message where tip = ${tip} order by at`.execute(
      tx,
    );
    const files = await filesOf(tx, tip);
    const result: TipContent = {
      body: tipBody.parse(openBody(tip, tipKey, sealed)),
      messages: messages.rows.map(({ id, kind, replyTo, sealed: text, author, at, readAt }) => ({
        id,
        kind,
        from: author === portalContext.actor ? 'reporter' : 'office',
        at: at.toISOString(),
        readAt: readAt?.toISOString() ?? null,
        text: messageText.parse(unsealJson(tipKey, text, messagePlace(tip, id))).text,
        replyTo,
      })),
      files: files.map(({ id, facts, mediaType, state, working }) => {
        const { name, bytes, sha256 } = openFacts(tip, id, tipKey, facts);
        return { id, name, bytes, sha256, mediaType: mediaType ?? 'application/octet-stream', state, workingCopy: working !== null };
      }),
    };
    tipKey.fill(0);
    return { result, audit: [{ act: 'tip.read-content', kind: 'tip', subject: tip }] };
  });

const filesOf = async (tx: Tx, tip: string, id: string | null = null): Promise<readonly FileRow[]> => {
  const { rows } = await sql<FileRow>`
    select id, tip, sealed_name as facts, media_type as "mediaType", state, original_object as original, working_object as working
    from vault.attachment where tip = ${tip} and (${id}::uuid is null or id = ${id}) order by ordinal`.execute(tx);
  return rows;
};

/**
 * Hands out one file as a stream: the working copy, or the sealed original for evidence. Kept in the audit trail before the first byte.
 * Serve it as an attachment of another origin: it is what a stranger sent. Throws `not-found`, and while streaming `vault-tampered`.
 */
export const readFile = async (
  access: VaultAccess,
  objects: ObjectStore,
  caller: Caller,
  { tip, file, which }: { readonly tip: string; readonly file: string; readonly which: 'working' | 'original' },
): Promise<AsyncGenerator<Buffer>> =>
  act(access.console, caller, 'tip.read', async (tx) => {
    const [row] = await filesOf(tx, tip, z.uuid().parse(file));
    const object = which === 'working' ? row?.working : row?.original;
    if (row === undefined || !object) throw new StoreFault('not-found');
    const { key, upload } = openFacts(tip, row.id, await tipKeyOfOffice(tx, access, tip), row.facts);
    const place = which === 'working' ? ['working', row.id] : ['file', upload];
    const audit: AuditEntry[] = [{ act: 'tip.read-file', kind: 'tip', subject: tip, detail: { file, which } }];
    return { result: openFile(Buffer.from(key, 'base64'), place, objects.read(object)), audit };
  });

/** Today in Shanghai, by the clock of the database. */
const today = async (tx: Tx): Promise<string> => {
  const { rows } = await sql<{ day: string }>`select app.today() as day`.execute(tx);
  return rows[0]?.day ?? '';
};

/** Writes to the reporter: a question, or the notice of the result (PIPL art. 65). Gives its id. */
const write = (access: VaultAccess, caller: Caller, tip: string, kind: 'question' | 'notice', text: string): Promise<string> =>
  act(access.console, caller, 'tip.ask', async (tx) => {
    const said = messageInput.pipe(z.string().min(1)).parse(text);
    const tipKey = await tipKeyOfOffice(tx, access, tip);
    const id = uuidv7();
    await sql`insert into app.message (id, tip, kind, sealed)
      values (${id}, ${tip}, ${kind}, ${sealJson(access.suite, tipKey, { text: said }, messagePlace(tip, id))})`.execute(tx);
    tipKey.fill(0);
    await sql`insert into app.tip_event (tip, act, detail) values (${tip}, ${kind === 'question' ? 'asked' : 'result-told'}, ${JSON.stringify({ message: id })}::jsonb)`.execute(
      tx,
    );
    const name = kind === 'question' ? 'tip.ask' : 'tip.tell-result';
    const audit: AuditEntry[] = [{ act: name, kind: 'tip', subject: tip, detail: { message: id } }];
    // The duty to tell the result is fulfilled by telling it, not by somebody noting that it was told.
    if (kind === 'notice') await happen({ tx, note: (entry) => audit.push(entry) }, { tip, event: 'result-told', on: await today(tx) });
    return { result: id, audit };
  });

/** Asks the reporter something. Throws a ZodError, `not-permitted`, `not-found`. */
export const askReporter = (access: VaultAccess, caller: Caller, tip: string, text: string): Promise<string> =>
  write(access, caller, tip, 'question', text);

/** Tells the reporter the result (PIPL art. 65). Throws a ZodError, `not-permitted`, `not-found`. */
export const tellResult = (access: VaultAccess, caller: Caller, tip: string, text: string): Promise<string> =>
  write(access, caller, tip, 'notice', text);
