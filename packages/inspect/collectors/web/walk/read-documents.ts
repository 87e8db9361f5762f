import { documentKey, NOT_OPENED_NOTE, OPENED_NOTE, STATUS_NOTE } from '../../../facts/derive/visit/policy-links.ts';
import type { LinkReading } from '../../../surface/model.ts';
import type { Page, PageLook } from './page.ts';
import { press } from './press.ts';

const MAX_DOCUMENTS = 8;
/** Fewer characters than this is a shell or an error page, not a legal text. */
const SHORTEST_DOCUMENT = 120;

/** A link seen on the way, with the page it stood on. */
export interface SeenLink {
  readonly link: LinkReading;
  readonly page: string;
}

/**
 * Reading stage: opens the legal texts that were linked on the way and stores what they say. It runs after the arm has left the
 * page, so that nothing it causes is held against the page. `entry` is opened again for links that only a script can follow.
 */
export async function readDocuments(page: Page, seen: readonly SeenLink[], entry: string): Promise<void> {
  // Arms run side by side: who saw a link first is chance, which texts are read and in what order must not be.
  const keyed = seen.map((item) => [documentKey(item.link, item.page), item] as const);
  const wanted = new Map(keyed.toSorted(([a, x], [b, y]) => (`${a} ${x.link.text}` < `${b} ${y.link.text}` ? -1 : 1)));
  let step = 0;
  for (const [key, { link }] of [...wanted].sort(byWeight).slice(0, MAX_DOCUMENTS)) {
    if (page.timeLeft() <= 0) break;
    step += 1;
    page.setStage('read', step, link.document);
    const address = /^https?:/.test(key);
    const visit = address ? await openAddress(page, key, entry) : { look: await openByPress(page, key, entry), status: null, ours: false };
    // That we could not get there says nothing about the link.
    if (visit.ours) continue;
    const { look } = visit;
    if (visit.status !== null) page.record('note', { code: STATUS_NOTE, detail: `${key} ${visit.status}` });
    const text = look?.reading.text ?? '';
    const opened = (visit.status ?? 200) < 400 && text.replaceAll(/\s+/g, '').length >= SHORTEST_DOCUMENT;
    page.record('note', { code: opened ? OPENED_NOTE : NOT_OPENED_NOTE, detail: `${key} ${link.document} ${look?.sha256 ?? '-'}` });
  }
}

const ORDER = ['privacy-policy', 'children-rule', 'collection-list', 'sharing-list', 'sdk-list', 'member-agreement', 'user-agreement'];

function byWeight([, a]: readonly [string, SeenLink], [, b]: readonly [string, SeenLink]): number {
  const place = (item: SeenLink) => ORDER.indexOf(item.link.document) + 1 || ORDER.length + 1;
  return place(a) - place(b);
}

/** What the network itself says of an address; anything else that fails is our own doing. */
const NO_SUCH_PLACE = /ERR_(NAME|CONNECTION|ADDRESS|CERT|SSL|INVALID|EMPTY|UNSAFE|TOO_MANY|HTTP|SOCKS|TUNNEL|UNKNOWN_URL|BLOCKED)/;

interface Opened {
  readonly look: PageLook | null;
  readonly status: number | null;
  /** It was not the address that failed. */
  readonly ours: boolean;
}

async function openAddress(page: Page, url: string, entry: string): Promise<Opened> {
  let visit = await page.goto(url);
  // Once more: the first try may have met a page that was still going.
  if (!visit.ok && visit.status === null) visit = await page.goto(url);
  if (!visit.ok) {
    // A whole host that no longer answers says nothing of one address on it.
    const ours =
      visit.status === null && (!NO_SUCH_PLACE.test(visit.why ?? '') || (hostOf(url) === hostOf(entry) && !(await page.goto(entry)).ok));
    return { look: null, status: visit.status, ours };
  }
  await page.settle('short');
  return { look: await page.look('document'), status: visit.status, ours: false };
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? url;

/** A link without an address: go back to the entry page, find it again, press it, and take what then stands in front. */
async function openByPress(page: Page, key: string, entry: string): Promise<PageLook | null> {
  const visit = await page.goto(entry);
  if (!visit.ok) return null;
  await page.settle('arrive');
  const look = await page.look('entry again');
  const link = look.reading.links.find((candidate) => documentKey(candidate, page.url()) === key);
  if (!link) return null;
  const effect = await press(page, look, link.node, `document:${link.document}`, link.text);
  return effect && !effect.nothing ? effect.look : null;
}
