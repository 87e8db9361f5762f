import { Readable } from 'node:stream';
import { findRequirement, type Text } from '@liangjian/law';
import { z } from 'zod';
import { append } from '../../audit/append.ts';
import { tipClocks } from '../../clocks/index.ts';
import { found } from '../../command/index.ts';
import { askReporter, readFile, readTip, tellResult } from '../../intake/index.ts';
import { within } from '../../store/index.ts';
import { findSealedDuplicates, inbox } from '../../triage/index.ts';
import { today } from '../../triage/acts/tip-row.ts';
import { accessOf } from './console-parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';
import { cursorAfter, filterOf, readCursor, tipQuery } from './tip-query.ts';

const t = (zh: string, en: string): Text => ({ zh, en });
const one = z.object({ tip: z.uuid() });
const text = z.strictObject({ text: z.string().min(1).max(5000) });

/** Reading tips and writing to reporters. Acts that change a tip are under `/acts`. */
export const tipEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/tips',
    tag: 'tips',
    title: t('举报投诉列表，先到期的在前', 'Tips, the most urgent first'),
    query: tipQuery,
    handle: ({ parts, caller: { context }, query }) =>
      within(parts.store.console, context, async (tx) => {
        const { limit, cursor } = query;
        const after = cursor === undefined ? {} : { after: readCursor(cursor) };
        const tips = await inbox(tx, context, filterOf(query), { limit, ...after });
        await append(tx, [{ act: 'tip.list', kind: 'list', subject: 'tips', detail: { shown: tips.length } }]);
        const last = tips.at(-1);
        return { tips, next: tips.length === limit && last ? cursorAfter(last) : null };
      }),
  }),
  endpoint({
    method: 'GET',
    path: '/tips/:tip',
    tag: 'tips',
    title: t('一件举报投诉的登记信息和经过', 'What is registered of a tip, and its history'),
    params: one,
    handle: ({ parts, caller, params: { tip } }) =>
      within(parts.store.console, caller.context, async (tx) => {
        const row = found(await tx.selectFrom('app.tip').selectAll().where('id', '=', tip).executeTakeFirst());
        const history = await tx.selectFrom('app.tip_event').selectAll().where('tip', '=', tip).orderBy('id').execute();
        const links = await tx
          .selectFrom('app.tip_link')
          .selectAll()
          .where((eb) => eb.or([eb('one', '=', tip), eb('other', '=', tip)]))
          .execute();
        const transfers = await tx.selectFrom('app.transfer').selectAll().where('tip', '=', tip).orderBy('ordinal').execute();
        await append(tx, [{ act: 'tip.read', kind: 'tip', subject: tip, district: row.district }]);
        const { once: _once, ...shown } = row;
        return { ...shown, history, links, transfers };
      }),
  }),
  endpoint({
    method: 'GET',
    path: '/tips/:tip/content',
    tag: 'tips',
    title: t('打开内容、消息和附件清单（每次都有记录）', 'Open the text, the messages and the list of files; every reading is kept'),
    params: one,
    handle: ({ parts, caller, params: { tip } }) => readTip(accessOf(parts), caller, tip),
  }),
  endpoint({
    method: 'GET',
    path: '/tips/:tip/files/:file',
    tag: 'tips',
    title: t('下载附件：工作副本或者封存原件', 'Download a file: the working copy or the sealed original'),
    params: z.object({ tip: z.uuid(), file: z.uuid() }),
    query: z.object({ which: z.enum(['working', 'original']).default('working') }),
    handle: async ({ parts, caller, params, query: { which }, reply }) => {
      const bytes = await readFile(accessOf(parts), parts.intake.objects, caller, { ...params, which });
      // What a stranger sent is never shown by our origin: it is saved, and opened where it can do no harm.
      reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="${params.file}"`)
        .header('content-security-policy', "default-src 'none'; sandbox");
      return Readable.from(bytes);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/tips/:tip/clocks',
    tag: 'clocks',
    title: t('各项期限：由什么启动、暂停，依据哪一条', 'Its clocks: what started and paused them, and the articles'),
    params: one,
    handle: ({ parts, caller, params: { tip } }) =>
      within(parts.store.console, caller.context, async (tx) => {
        found(await tx.selectFrom('app.tip').select('id').where('id', '=', tip).executeTakeFirst());
        const clocks = await tipClocks(tx, tip, await today(tx));
        await append(tx, [{ act: 'clock.list', kind: 'tip', subject: tip, detail: { shown: clocks.length } }]);
        return { clocks };
      }),
  }),
  endpoint({
    method: 'GET',
    path: '/tips/:tip/duplicates',
    tag: 'tips',
    title: t('可能重复的举报投诉和理由', 'Tips that may be about the same matter, with reasons'),
    params: one,
    handle: ({ parts, caller, params: { tip } }) =>
      within(parts.store.console, caller.context, async (tx) => {
        const duplicates = await findSealedDuplicates(tx, tip);
        await append(tx, [{ act: 'tip.duplicates', kind: 'tip', subject: tip, detail: { shown: duplicates.length } }]);
        return { duplicates };
      }),
  }),
  endpoint({
    method: 'POST',
    path: '/tips/:tip/questions',
    tag: 'tips',
    title: t('向举报人提问', 'Ask the reporter something'),
    params: one,
    body: text,
    handle: async ({ parts, caller, params: { tip }, body }) => ({ message: await askReporter(accessOf(parts), caller, tip, body.text) }),
  }),
  endpoint({
    method: 'POST',
    path: '/tips/:tip/result',
    tag: 'tips',
    title: t('告知处理结果', 'Tell the result'),
    params: one,
    body: text,
    handle: async ({ parts, caller, params: { tip }, body }) => ({ message: await tellResult(accessOf(parts), caller, tip, body.text) }),
  }),
  endpoint({
    method: 'GET',
    path: '/requirements/:id',
    tag: 'law',
    title: t('检查项及其依据', 'A requirement and what it rests on'),
    params: z.object({ id: z.string().max(8) }),
    handle: async ({ params: { id } }) => found(findRequirement(id)),
  }),
];
