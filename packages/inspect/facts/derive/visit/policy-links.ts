import type { Answer, Fact } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import type { LinkReading } from '../../../surface/model.ts';
import { armsOf, earliestPhase, evidenceAt, groupBy, looksOf, type VisitInput } from './visit.ts';

const keyOf = (link: LinkReading): string => `${link.document}|${link.where}|${link.text}`;

/** Note code by which the reading stage records what opening a legal text came to: `opened` or why not. */
export const OPENED_NOTE = 'document-opened';
export const NOT_OPENED_NOTE = 'document-not-opened';
/** Note code of the HTTP status a document answered with; detail is `<key> <status>`. */
export const STATUS_NOTE = 'document-status';
/** Reason of a look taken while the reading stage went from link to link for the policy; its step is the number of taps to that page. */
export const HUNT_REASON = 'policy hunt';

/** Links to legal texts, with the number of taps from the entry page and whether our reader reached a text behind them. */
export function derivePolicyLinks(input: VisitInput): Fact<'policy-link'>[] {
  const hunted = looksOf(input, 'all').filter(({ event }) => event.stage === 'read' && event.reason === HUNT_REASON);
  const sightings = [...looksOf(input), ...hunted].flatMap((look) => look.reading.links.map((link) => ({ look, link })));
  // In the order of their words: a busy machine may take a look more or less, and with it meet a link sooner or later.
  const groups = [...groupBy(sightings, ({ link }) => keyOf(link))].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return groups.map(([, group]) => {
    const { look, link } = group[0] as (typeof sightings)[number];
    return makeFact('policy-link', {
      phase: earliestPhase(group.map((sighting) => sighting.look.phase)),
      pi: [],
      party: null,
      label: link.text,
      detail: {
        document: link.document,
        href: link.href ?? '',
        reached: reached(input, link, look.event.url),
        ...statusOf(input, link, look.event.url),
        taps: Math.min(...group.map((sighting) => sighting.look.event.step)) + 1,
        where: link.where,
        fontSize: link.fontSize,
        contrast: link.contrast,
        prompt: look.reading.prompts.find((prompt) => prompt.links.includes(link.node))?.key ?? null,
        stage: look.event.stage,
        // What only our own search met was met in no visit.
        arms: armsOf(group.map((sighting) => sighting.look).filter((seen) => !hunted.includes(seen))),
      },
      evidence: [evidenceAt(look, link.node)],
      stable: [keyOf(link)],
    });
  });
}

/** HTTP status of the text behind a link, where one was opened by its address. */
function statusOf(input: VisitInput, link: LinkReading, page: string): { readonly status?: number } {
  const wanted = `${documentKey(link, page)} `;
  const note = input.arms
    .flatMap((arm) => arm.events.filter((event) => event.type === 'note'))
    .find(({ code, detail }) => code === STATUS_NOTE && detail.startsWith(wanted));
  const status = Number(note?.detail.slice(wanted.length));
  return note && Number.isInteger(status) ? { status } : {};
}

function reached(input: VisitInput, link: LinkReading, page: string): Answer {
  const wanted = documentKey(link, page);
  const notes = input.arms.flatMap((arm) => arm.events.filter((event) => event.type === 'note'));
  if (notes.some((note) => note.code === OPENED_NOTE && note.detail.startsWith(`${wanted} `))) return 'yes';
  return notes.some((note) => note.code === NOT_OPENED_NOTE && note.detail.startsWith(`${wanted} `)) ? 'no' : 'unknown';
}

/** How the reading stage names a document: by resolved address, or by kind and words when only a script opens it. */
export function documentKey(link: LinkReading, page: string): string {
  const url = link.href === null ? null : URL.parse(link.href, page);
  return url !== null && /^https?:$/.test(url.protocol) && !isSamePageAnchor(url, page)
    ? url.href
    : `${link.document}:${link.text.replaceAll(/\s+/g, '')}`;
}

function isSamePageAnchor(url: URL, page: string): boolean {
  const here = URL.parse(page);
  return here !== null && url.href.split('#')[0] === here.href.split('#')[0] && (url.hash === '' || url.hash === '#');
}
