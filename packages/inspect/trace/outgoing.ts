import { type CanaryHit, findInBytes, findInText } from './find-canary.ts';
import { inflate, textsOf } from './decode.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import type { Needles } from './needles.ts';
import { splitsIn } from './split.ts';

export type Where = 'query' | 'body' | 'path' | 'header' | 'cookie' | 'websocket';

/** One thing that left the browser. */
export interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** What the body is called in findings. */
  readonly bodyIs: 'body' | 'websocket';
}

export interface OutgoingHit extends CanaryHit {
  readonly where: Where;
}

export interface OutgoingLeaf extends Leaf {
  readonly where: Where;
}

/** Headers that every request carries or that hold nothing the page chose. */
const PLAIN_HEADERS =
  /^(?::.*|host|user-agent|accept.*|sec-.*|connection|content-length|content-type|content-encoding|origin|cookie|cache-control|pragma|upgrade.*|if-.*|range|te|priority|dnt|access-control-.*)$/i;

const header = (headers: Outgoing['headers'], name: string): string =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';

const remembered = new WeakMap<Needles, Map<string, readonly CanaryHit[]>>();

/** The same cookies and referrers go out with every request of a page: each distinct one is searched once. */
function findOnce(text: string, needles: Needles, key: string): readonly CanaryHit[] {
  if (text.length > 4000) return findInText(text, needles, key);
  const memo = remembered.get(needles) ?? new Map<string, readonly CanaryHit[]>();
  remembered.set(needles, memo);
  const name = `${key}\u0000${text}`;
  const hits = memo.get(name) ?? findInText(text, needles, key);
  if (memo.size < 5000) memo.set(name, hits);
  return hits;
}

/** Sought values anywhere in one message: address, headers, cookies, body. */
export function findInOutgoing(message: Outgoing, needles: Needles): readonly OutgoingHit[] {
  const url = URL.parse(message.url);
  const at = (where: Where, hits: readonly CanaryHit[]): OutgoingHit[] => hits.map((hit) => ({ ...hit, where }));
  const segments = pathLeaves(url);
  const cookies = cookieLeaves(message.headers);
  return [
    ...(url ? at('query', findInText(url.search.slice(1), needles)) : []),
    ...at(
      'path',
      segments.flatMap(({ key, value }) => findOnce(value, needles, key)),
    ),
    ...at(
      'path',
      splitsIn(segments, needles.splittable).map(({ category }) => ({ category, key: 'path', encoding: 'split' })),
    ),
    ...at(
      'cookie',
      cookies.flatMap(({ key, value }) => findOnce(value, needles, key)),
    ),
    ...at(
      'header',
      headerLeaves(message.headers).flatMap(({ key, value }) => findOnce(value, needles, key)),
    ),
    ...(message.body ? at(message.bodyIs, findInBytes(message.body, needles, header(message.headers, 'content-encoding'))) : []),
  ];
}

/** Named values of one message, structures inside values opened up to three levels. */
export function leavesOfOutgoing(message: Outgoing): readonly OutgoingLeaf[] {
  const url = URL.parse(message.url);
  const at = (where: Where, leaves: readonly Leaf[]): OutgoingLeaf[] => leaves.map((leaf) => ({ ...leaf, where }));
  const packed = message.body ? inflate(message.body, header(message.headers, 'content-encoding')) : null;
  const body = message.body ? (textsOf(packed?.bytes ?? message.body).texts[0] ?? '') : '';
  return [
    ...at('query', opened('', url?.search.slice(1) ?? '', 3)),
    ...at('cookie', cookieLeaves(message.headers)),
    ...at(
      'header',
      headerLeaves(message.headers).flatMap(({ key, value }) => opened(key, value, 2)),
    ),
    ...at(message.bodyIs, opened('', body, 3)),
  ];
}

function opened(key: string, value: string, levels: number): readonly Leaf[] {
  const leaves = levels > 0 ? leavesOf(value) : null;
  if (!leaves) return value === '' ? [] : [{ key, value }];
  return leaves.flatMap((leaf) => {
    const name = [key, leaf.key].filter(Boolean).join('.');
    return leaf.value === value ? [{ key: name, value }] : opened(name, leaf.value, levels - 1);
  });
}

const pathLeaves = (url: URL | null): Leaf[] =>
  url
    ? [
        { key: 'host', value: url.hostname },
        ...url.pathname
          .split(/[/;]/)
          .filter(Boolean)
          .map((value) => ({ key: 'path', value })),
      ]
    : [];

const headerLeaves = (headers: Outgoing['headers']): Leaf[] =>
  Object.entries(headers)
    .filter(([key]) => !PLAIN_HEADERS.test(key))
    .map(([key, value]) => ({ key: key.toLowerCase(), value }));

const cookieLeaves = (headers: Outgoing['headers']): Leaf[] =>
  header(headers, 'cookie')
    .split(/;\s*/)
    .filter(Boolean)
    .map((pair) => ({ key: pair.split('=', 1)[0] ?? '', value: pair.slice(pair.indexOf('=') + 1) }));
