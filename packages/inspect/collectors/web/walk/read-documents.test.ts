import { expect, test } from 'vitest';
import type { LinkReading } from '../../../surface/model.ts';
import type { Page } from './page.ts';
import { readDocuments } from './read-documents.ts';
import { madeUpPage } from './testing/made-up-page.ts';

type Visit = Awaited<ReturnType<Page['goto']>>;

const link: LinkReading = {
  node: 0,
  document: 'privacy-policy',
  text: '隐私政策',
  href: '/privacy',
  dead: false,
  where: 'page',
  fontSize: 14,
  contrast: 5,
  box: null,
};

/** Notes of the reading stage when the address answers so, try after try. */
async function notes(...answers: readonly Visit[]) {
  const made = madeUpPage({ start: { text: '我们收集手机号用于配送订单。'.repeat(30) } });
  const tries = [...answers];
  const page: Page = { ...made.page, goto: async () => tries.shift() as Visit };
  await readDocuments(page, [{ link, page: 'http://shop.test/' }], 'http://shop.test/');
  return made.ledger.flatMap(({ type, data }) => (type === 'note' ? [`${String(data['code'])} ${String(data['detail'])}`] : []));
}

const failed: Visit = { ok: false, why: 'net::ERR_ABORTED', status: null };

test('a text that opens, one that is gone, and one we could not get to are three things', async () => {
  const at = 'http://shop.test/privacy';
  expect(await notes({ ok: true, why: null, status: 200 })).toEqual([
    `document-status ${at} 200`,
    `document-opened ${at} privacy-policy start`,
  ]);
  expect(await notes({ ok: true, why: null, status: 404 })).toEqual([
    `document-status ${at} 404`,
    `document-not-opened ${at} privacy-policy start`,
  ]);
  expect(await notes(failed, failed)).toEqual([]);
  expect(await notes(failed, { ok: true, why: null, status: 200 })).toHaveLength(2);
  const away: Visit = { ok: false, why: 'net::ERR_NAME_NOT_RESOLVED', status: null };
  const up: Visit = { ok: true, why: null, status: 200 };
  // The host that no longer answers at all accuses no address on it.
  expect(await notes(away, away, away)).toEqual([]);
  expect(await notes(away, away, up)).toEqual([`document-not-opened ${at} privacy-policy -`]);
});
