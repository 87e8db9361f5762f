import { below } from '../flow/below.ts';
import { pressablesOf } from '../controls/pressables.ts';
import { type Flow, flowOf, type Run } from '../flow/flow.ts';
import type { LinkReading } from '../model.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface } from '../surface.ts';
import { documentOf, documentsIn, type DocumentMention } from '../words/documents.ts';
import { fold } from '../words/fold.ts';
import { AGREE } from '../words/tick-words.data.ts';
import { placeOf } from './place.ts';

/** Longest words of a control that is nothing but the name of a document. */
const LONGEST_TITLE = 36;
/** A page with more words is a legal text itself; what it mentions in passing is no link. */
const LONG_PAGE = 6000;

/**
 * Links and controls that lead to legal texts, and mentions that lead nowhere (`dead`). A control that names two texts is given twice.
 * In document order.
 */
export function readLinks(surface: Surface, prompts: readonly { readonly node: number }[] = []): readonly LinkReading[] {
  const reader = readerOf(surface);
  const flow = flowOf(reader);
  const found: LinkReading[] = [];
  const owned = new Set<number>();
  for (const { node, text } of pressablesOf(surface)) {
    const mentions = titlesOf(reader, node, text);
    if (mentions.length === 0) continue;
    for (let id = node; id < flow.end(node); id++) owned.add(id);
    for (const document of new Set(mentions)) found.push(reading(reader, prompts, node, document, text, hrefOf(reader, node), false));
  }
  if (flow.runs.reduce((sum, run) => sum + run.text.length, 0) < LONG_PAGE) found.push(...deadMentions(reader, flow, prompts, owned));
  return found.sort((a, b) => a.node - b.node);
}

/** Documents a control is named after; none when its words say more than a name (「我已阅读并同意《…》」 toggles a tick). */
function titlesOf(reader: Reader, node: number, text: string): readonly LinkReading['document'][] {
  const { tag, attributes } = reader.node(node);
  if (text.length > LONGEST_TITLE || tag === 'input' || /^(checkbox|radio|switch)$/.test(attributes['role'] ?? '')) return [];
  const words = fold(text);
  if (
    /登录|下一步|提交|支付|不同意|^同意|并同意|^我?已?阅读|继续(使用)?$|下单|\b(agree|accept|continue|submit|log ?in|sign)\b/.test(
      words.replace(/《[^》]*》/g, ''),
    )
  ) {
    // A real address to a legal text is a link whatever its words are.
    if (tag !== 'a' || !/privacy|policy|agreement|terms|protocol|xieyi|yinsi/i.test(attributes['href'] ?? '')) return [];
  }
  const mentions = documentsIn(text).map((mention) => mention.document);
  if (mentions.length > 0) return mentions;
  const whole = text.length <= 20 ? documentOf(text) : null;
  if (whole && (whole !== 'other' || /(协议|条款|授权书|声明|告知书|承诺书)[》)]?$/.test(words))) return [whole];
  // 「详情」, 「点击查看」 say what they lead to only by their address.
  const file = /([^/?#]*)(?:[?#].*)?$/.exec(attributes['href'] ?? '')?.[1] ?? '';
  if (tag === 'a' && words.length <= 8 && /^(privacy|privacy[-_]?policy|yinsi|yszc)(\.\w+)?$/i.test(file)) return ['privacy-policy'];
  return [];
}

function reading(
  reader: Reader,
  prompts: readonly { readonly node: number }[],
  node: number,
  document: LinkReading['document'],
  text: string,
  href: string | null,
  dead: boolean,
): LinkReading {
  return {
    node,
    document,
    text,
    href,
    dead,
    where: placeOf(reader, prompts, node),
    fontSize: fontSizeOf(reader, node),
    contrast: reader.contrast(node),
    box: reader.boxOf(node),
  };
}

/** Names of documents in title marks, or in a sentence that asks agreement, that nothing on the page opens. */
function deadMentions(
  reader: Reader,
  flow: Flow,
  prompts: readonly { readonly node: number }[],
  owned: ReadonlySet<number>,
): readonly LinkReading[] {
  const found: LinkReading[] = [];
  for (const block of blocks(flow.runs)) {
    if (block.text.length > 400) continue;
    const asks = AGREE.test(fold(block.text));
    for (const mention of documentsIn(block.text)) {
      if (!mention.quoted && !asks) continue;
      if (mention.document === 'other') continue;
      const run = runAt(block, mention);
      if (!run || owned.has(run.node)) continue;
      found.push(reading(reader, prompts, run.node, mention.document, mention.title, null, true));
    }
  }
  return found;
}

interface Block {
  text: string;
  readonly parts: { readonly run: Run; readonly start: number }[];
}

function blocks(runs: readonly Run[]): readonly Block[] {
  const list: Block[] = [];
  for (const run of runs) {
    let last = list.at(-1);
    if (!last || run.breakBefore) {
      last = { text: '', parts: [] };
      list.push(last);
    }
    last.parts.push({ run, start: last.text.length });
    last.text += run.text;
  }
  return list;
}

/** The run that holds the title: title marks may stand outside the link. */
function runAt(block: Block, mention: DocumentMention): Run | null {
  const middle = mention.start + Math.floor((mention.end - mention.start) / 2);
  return block.parts.findLast((part) => part.start <= middle)?.run ?? null;
}

/** Absolute http(s) address, null when only a script knows the way. */
function hrefOf(reader: Reader, node: number): string | null {
  const holder = reader.closest(node, (above) => above.tag === 'a' && 'href' in above.attributes);
  const { attributes } = reader.node(holder !== null && holder >= node - 4 ? holder : node);
  const address = attributes['href'] ?? attributes['data-href'] ?? attributes['data-url'];
  if (!address || /^(#|javascript:)/i.test(address)) return null;
  const base = reader.surface.frames[reader.node(node).frame]?.url || reader.surface.url;
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

function fontSizeOf(reader: Reader, node: number): number {
  const own = reader.node(node);
  if (own.tag === '#text') return own.style?.fontSize ?? reader.node(own.parent).style?.fontSize ?? 0;
  const text = below(reader, node, 20).find((id) => reader.node(id).tag === '#text' && reader.node(id).visible);
  return (text === undefined ? own : reader.node(reader.node(text).parent)).style?.fontSize ?? 0;
}
