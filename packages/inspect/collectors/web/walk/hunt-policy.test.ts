import { expect, test } from 'vitest';
import type { LinkReading } from '../../../surface/model.ts';
import { huntPolicy } from './hunt-policy.ts';
import type { Page } from './page.ts';
import type { SeenLink } from './read-documents.ts';
import { madeUpPage } from './testing/made-up-page.ts';

/** Pages by address, each with its links by words; `policy` marks the one that carries the way to the policy. */
function site(pages: Readonly<Record<string, Readonly<Record<string, string>>>>, policy: string): { page: Page; opened: string[] } {
  const { page } = madeUpPage({ start: {} });
  const opened: string[] = [];
  const at = (): string => opened.at(-1) ?? '';
  return {
    opened,
    page: {
      ...page,
      goto: async (url) => {
        opened.push(url);
        return { ok: true, why: null, status: 200 };
      },
      look: async (reason) => {
        const seen = await page.look(reason);
        const entries = Object.entries(pages[at()] ?? {});
        const controls = entries.map(([text], node) => ({
          node,
          text,
          box: { x: 0, y: 0, width: 1, height: 1 },
          dangerous: false,
          role: 'other' as const,
        }));
        const nodes = entries.map(
          ([, href]) => ({ ...seen.surface.nodes[0], attributes: { href } }) as (typeof seen.surface.nodes)[number],
        );
        const links = at() === policy ? [{ document: 'privacy-policy' } as LinkReading] : [];
        return { ...seen, surface: { ...seen.surface, url: at(), nodes }, reading: { ...seen.reading, controls, links } };
      },
    },
  };
}

const U = 'http://shop.test/';

test('goes from link to link until the policy is met', async () => {
  const { page, opened } = site(
    { [`${U}more`]: { 关于我们: '/about', 招牌套餐: '/menu' }, [`${U}about`]: { 法律声明: '/legal' } },
    `${U}legal`,
  );
  const seen: SeenLink[] = [];
  await huntPolicy(page, U, new Map([['更多', `${U}more`]]), seen);
  expect(opened).toEqual([`${U}more`, `${U}about`, `${U}legal`]);
  expect(seen).toMatchObject([{ page: `${U}legal` }]);
});

test('does not look where a way was met, and ends on a site that goes in circles', async () => {
  const met = site({}, '');
  await huntPolicy(met.page, U, new Map([['更多', `${U}more`]]), [{ link: { document: 'privacy-policy' } as LinkReading, page: U }]);
  expect(met.opened).toEqual([]);
  const circle = site({ [`${U}more`]: { 更多: '/more', 首页: '/' } }, '');
  await huntPolicy(circle.page, U, new Map([['更多', `${U}more`]]), []);
  expect(circle.opened).toEqual([`${U}more`]);
});
