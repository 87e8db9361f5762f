import { randomBytes } from 'node:crypto';
import { kindsOfHappenings, shanghaiDay } from '@liangjian/law';
import { canonicalJson } from '@liangjian/evidence';
import { sql } from 'kysely';
import { portalContext } from '../store/context.ts';
import { within } from '../store/within.ts';
import { CUSTODIANS, ESCROW } from '../vault/found-keys.ts';
import { formatReceipt } from '../vault/receipt.ts';
import { receiptKey, receiptLookup, receiptOfForm } from '../vault/receipt-key.ts';
import { newTipKey, openBody, sealBody, sealIdentity, tipKeyOfReceipt, wrapForHolder, wrapForReceipt } from '../vault/seal-tip.ts';
import type { SuiteId } from '../vault/suite.ts';
import { suites } from '../vault/suites.ts';
import { uuidv7 } from '../vault/uuid.ts';
import type { FiledTip } from './answers.ts';
import { type Arrived, arrivedFiles, clearUploads, fileRows, openFacts, sentFile, storeFiles } from './attach.ts';
import type { Directory } from './directory.ts';
import { IntakeFault } from './fault.ts';
import { writeFiling } from './file-batch.ts';
import { formHash, readForm } from './form-token.ts';
import type { Intake, NewTip } from './intake.ts';
import { checkProof, type GivenProof } from './proof.ts';
import { bodyOf, kindsOf, type TipDraft, type TipInput, tipInput, type TipKind } from './tip-input.ts';

const suiteOf = (id: SuiteId) => suites[id];
/** Bytes as the database reads them out of JSON. */
const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
const ANOTHER_DAY = 'LJ001';
const SENT_BEFORE: ReadonlySet<string> = new Set(['23505', 'ENOENT', 'upload-unfinished']);

/**
 * Files a tip: as two files under one receipt when it holds a complaint and a report (CMP art. 9). Tip, sealed parts, files, clocks, job and
 * audit entry are one transaction. The same form sent again gives the same answer.
 * Throws a ZodError, `form-expired`, `proof-needed`, `too-many-requests`, `upload-unfinished`, `already-sent`.
 */
export const fileTip = async (
  intake: Intake,
  draft: TipDraft,
  proof: GivenProof,
  /** Uploads that belong to it; every upload of the form when left out. A page without script names those of its own request. */
  chosen?: readonly string[],
): Promise<FiledTip> => {
  const tip = tipInput.parse(draft);
  const { secrets, suite, uploads } = intake;
  const form = readForm(secrets.form, tip.form);
  checkProof(secrets.challenge, form, proof, intake.gate);
  const once = formHash(secrets.form, form);
  const receipt = receiptOfForm(suite, secrets, form);
  try {
    const files = await arrivedFiles(uploads, tip.form, chosen);
    await storeFiles(uploads, tip.form, intake.objects, files);
    const tips = await write(intake, tip, receipt, once, files);
    if (files.length > 0) await clearUploads(uploads, tip.form, chosen);
    return {
      receipt: formatReceipt(receipt),
      tips,
      files: files.map(({ note }) => sentFile({ name: note.name, ...note.done })),
      repeated: false,
    };
  } catch (error) {
    // The index says so, or the files are gone because the twin of this request has just filed them.
    if (!SENT_BEFORE.has(String((error as { code?: unknown }).code))) throw error;
    const known = await repeated(intake, tip, receipt);
    if (known === undefined) throw error;
    return known;
  }
};

const write = async (
  intake: Intake,
  tip: TipInput,
  receipt: string,
  once: Buffer,
  files: readonly Arrived[],
): Promise<FiledTip['tips']> => {
  const { suite, secrets, hooks } = intake;
  const salt = randomBytes(16);
  const lookup = receiptLookup(suite, secrets, receipt);
  const [opener, directory] = await Promise.all([receiptKey(suite, receipt, salt, suite.receiptCost), intake.directory()]);
  const kinds = kindsOf(tip.aim);
  const ids = kinds.map(() => uuidv7());
  const sealed = await Promise.all(
    kinds.map((kind, at) => sealTip(intake, directory, tip, kind, { id: ids[at] ?? '', twin: ids[1 - at] ?? null, opener, files })),
  );
  opener.fill(0);
  const filedOn = (today: string) => ({
    today,
    tips: sealed.map(({ row, made }, at) => ({ ...row, ...hooks.startClocks(made.kind, today), once: at === 0 ? hex(once) : null })),
    receipt: { lookup: hex(lookup), tips: ids, suite: suite.id, salt: hex(salt), cost: suite.receiptCost },
  });
  const audit = sealed.map(({ made }) => ({
    act: 'tip.file',
    kind: 'tip',
    subject: made.id,
    district: made.district,
    detail: { kind: made.kind },
  }));
  const writeOn = async (today: string): Promise<FiledTip['tips']> => {
    const numbers = await writeFiling(intake.db, { receipt: lookup.toString('hex'), once: hex(once), filed: filedOn(today), audit });
    return sealed.map(({ made }, at) => ({ id: made.id, number: numbers[at] ?? '', kind: made.kind }));
  };
  return writeOn(shanghaiDay(new Date().toISOString())).catch((error: { code?: unknown; detail?: unknown }) => {
    // The day is that of the database, and it has just told us which.
    if (error.code !== ANOTHER_DAY) throw error;
    return writeOn(String(error.detail));
  });
};

/** One file as the database takes it: nothing readable in it but what routes it. */
const sealTip = async (
  { suite, hooks }: Intake,
  directory: Directory,
  tip: TipInput,
  kind: TipKind,
  {
    id,
    twin,
    opener,
    files,
  }: { readonly id: string; readonly twin: string | null; readonly opener: Buffer; readonly files: readonly Arrived[] },
) => {
  const office = await hooks.route(tip, kind, directory);
  const tipKey = newTipKey();
  const keys = [
    wrapForReceipt(suite, id, tipKey, opener),
    wrapForHolder(suiteOf, id, tipKey, directory.keyOf('office', office.id)),
    wrapForHolder(suiteOf, id, tipKey, directory.keyOf('escrow', ESCROW)),
  ];
  const custodians = directory.keyOf('custodian', CUSTODIANS);
  const identity = tip.reporter && sealIdentity(suite, suiteOf(custodians.suite), id, tip.reporter, custodians);
  const district = tip.shop.district ?? office.district;
  const made: NewTip = { id, kind, office: office.id, district };
  const row = {
    id,
    twin,
    kind,
    channel: 'portal',
    district,
    office: office.id,
    scene: tip.scene,
    violationKinds: kindsOfHappenings(tip.happened),
    ...hooks.describe(tip),
    anonymous: tip.reporter === null,
    language: tip.language,
    attachments: files.length,
    suite: suite.id,
    body: hex(sealBody(suite, id, tipKey, bodyOf(tip))),
    keys: keys.map(({ wrapped, ...key }) => ({ ...key, wrapped: hex(wrapped) })),
    identity: identity && { ...identity, wrapped: hex(identity.wrapped), sealed: hex(identity.sealed) },
    files: fileRows(suite, id, tipKey, files).map(({ facts, ...file }) => ({ ...file, facts: hex(facts) })),
  };
  tipKey.fill(0);
  return { row, made };
};

/**
 * The answer for a form that was sent before. The receipt of the form opens what was filed, so that a form sent again with other words is
 * noticed without keeping anything for it.
 */
const repeated = async (intake: Intake, tip: TipInput, receipt: string): Promise<FiledTip | undefined> => {
  const { suite, secrets } = intake;
  const lookup = receiptLookup(suite, secrets, receipt);
  const [rows, files] = await within(intake.db, { ...portalContext, receipt: lookup }, async (tx) => {
    const found = await sql<FiledRow>`
      select t.id, t.number, t.kind, r.salt, r.cost, k.wrapped, b.sealed
      from vault.receipt r cross join lateral unnest(r.tips) with ordinality as o(id, place)
      join app.tip t on t.id = o.id join vault.tip_body b on b.tip = t.id
      join vault.tip_key k on k.tip = t.id and k.holder_kind = 'receipt'
      where r.lookup = ${lookup} order by o.place`.execute(tx);
    const sent = await sql<{ id: string; facts: Buffer }>`
      select id, sealed_name as facts from vault.attachment where tip = ${found.rows[0]?.id ?? null} order by ordinal`.execute(tx);
    return [found.rows, sent.rows] as const;
  });
  const [first] = rows;
  if (first === undefined) return undefined;
  const opener = await receiptKey(suite, receipt, first.salt, first.cost);
  const tipKey = tipKeyOfReceipt(first.id, first.wrapped, opener);
  const body = openBody(first.id, tipKey, first.sealed);
  const same = canonicalJson(body) === canonicalJson(bodyOf(tip)) && rows.length === kindsOf(tip.aim).length;
  if (!same) throw new IntakeFault('already-sent');
  return {
    receipt: formatReceipt(receipt),
    tips: rows.map(({ id, number, kind }) => ({ id, number, kind })),
    files: files.map(({ id, facts }) => sentFile(openFacts(first.id, id, tipKey, facts))),
    repeated: true,
  };
};

interface FiledRow {
  readonly id: string;
  readonly number: string;
  readonly kind: TipKind;
  readonly salt: Buffer;
  readonly cost: { readonly memoryKiB: number; readonly rounds: number };
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}
