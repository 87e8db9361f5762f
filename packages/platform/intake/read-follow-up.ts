import { sql } from 'kysely';
import { portalContext } from '../store/context.ts';
import { within } from '../store/within.ts';
import { unsealJson } from '../vault/sealed.ts';
import { openBody, tipKeyOfReceipt } from '../vault/seal-tip.ts';
import type { FollowedTip, FollowUp, FollowUpMessage } from './answers.ts';
import { openFacts, sentFile } from './attach.ts';
import type { Intake } from './intake.ts';
import { messagePlace, messageText } from './message.ts';
import { openTicket } from './ticket.ts';
import { tipBody, type TipKind } from './tip-input.ts';
import { statusWords } from './tip-status.ts';

interface TipRow {
  readonly id: string;
  readonly number: string;
  readonly kind: TipKind;
  readonly receivedOn: string;
  readonly state: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

interface MessageRow {
  readonly id: string;
  readonly tip: string;
  readonly kind: FollowUpMessage['kind'];
  readonly replyTo: string | null;
  readonly sealed: Buffer;
  readonly author: string;
  readonly at: Date;
}

/** What the receipt behind a ticket shows; marks what the office wrote as read. Throws `session-needed`, `vault-tampered`. */
export const readFollowUp = async (intake: Intake, ticket: string): Promise<FollowUp> => {
  const { lookup, key, lastUsed } = openTicket(intake.secrets.ticket, ticket);
  const { tips, messages, files } = await within(intake.db, { ...portalContext, receipt: lookup }, async (tx) => {
    const found = await sql<TipRow>`
      select t.id, t.number, t.kind, t.received_on as "receivedOn", t.state, o.name_zh as "nameZh", o.name_en as "nameEn", k.wrapped, b.sealed
      from app.tip t join vault.tip_body b on b.tip = t.id join vault.tip_key k on k.tip = t.id and k.holder_kind = 'receipt'
      left join app.office o on o.id = t.office
      where t.id = any (app.my_tips()) order by t.kind desc`.execute(tx);
    const said = await sql<MessageRow>`
      select id, tip, kind, reply_to as "replyTo", sealed, author, at from app.message where tip = any (app.my_tips()) order by at`.execute(
      tx,
    );
    const sent = await sql<{ id: string; tip: string; facts: Buffer }>`
      select id, tip, sealed_name as facts from vault.attachment where tip = any (app.my_tips()) order by ordinal, made_at`.execute(tx);
    await sql`update app.message set read_at = now()
      where tip = any (app.my_tips()) and read_at is null and kind in ('question', 'notice')`.execute(tx);
    return { tips: found.rows, messages: said.rows, files: sent.rows };
  });
  const opened = tips.map((tip): FollowedTip => {
    const tipKey = tipKeyOfReceipt(tip.id, tip.wrapped, key);
    const body = tipBody.parse(openBody(tip.id, tipKey, tip.sealed));
    const own = messages
      .filter((message) => message.tip === tip.id)
      .map((message): FollowUpMessage => {
        const { id, kind, replyTo, sealed, author, at } = message;
        const { text } = messageText.parse(unsealJson(tipKey, sealed, messagePlace(tip.id, id)));
        return { id, kind, from: author === portalContext.actor ? 'reporter' : 'office', at: at.toISOString(), text, replyTo };
      });
    return {
      id: tip.id,
      number: tip.number,
      kind: tip.kind,
      receivedOn: tip.receivedOn,
      status: statusWords(tip.state),
      officeName: { zh: tip.nameZh ?? '', en: tip.nameEn ?? '' },
      shopName: body.shop.name,
      story: body.story,
      messages: own,
      files: files.filter((file) => file.tip === tip.id).map(({ id, facts }) => sentFile(openFacts(tip.id, id, tipKey, facts))),
      result: own.findLast(({ kind }) => kind === 'notice') ?? null,
    };
  });
  return { lastUsed: lastUsed === 0 ? null : new Date(lastUsed).toISOString(), tips: opened };
};
