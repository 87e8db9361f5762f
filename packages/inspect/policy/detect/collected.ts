import { piCategories } from '@liangjian/law';
import { type ClauseReading, filled } from '../clause.ts';
import { piSaid } from '../slots/pi-said.ts';
import { templateIn } from '../slots/template.ts';
import type { Outline, Sentence } from '../text/outline.ts';
import { cueSentences, isEmptySection } from './find.ts';
import { titlesIn } from './links.ts';

const TALK = /个人信息|信息|数据|资料|collect/g;
const LIST = /收集[^。；\n]{0,12}(?:清单|列表)|(?:信息|数据)[^。；\n]{0,6}收集[^。；\n]{0,6}(?:清单|列表)|清单/g;
const HEADER = /(?:信息|数据)(?:种类|类型|名称|内容|字段)|收集(?:的)?(?:信息|个人信息|内容|目的|方式|场景)|(?:处理|使用)目的/;
const label = new Map(piCategories.map(({ id, label: text }) => [id, text.zh]));

/** Kinds of information handled, and whether they stand as a list. */
export function readCollected(outline: Outline, whole: boolean): readonly [categories: ClauseReading, list: ClauseReading] {
  const { categories, sentences, denied } = piSaid(outline);
  const talk = cueSentences(outline, TALK);
  const bodies = talk.filter(({ kind }) => kind === 'sentence' || kind === 'row');
  const remnants = bodies.filter(({ text }) => /信息|收集/.test(text)).flatMap(({ text }) => templateIn(text) ?? []);
  const verdict =
    categories.length > 0 || denied.length > 0
      ? ('present' as const)
      : remnants.length > 0
        ? ('empty' as const)
        : bodies.some(({ text }) => /收集|采集|获取|处理|使用/.test(text)) || !whole
          ? ('unreadable' as const)
          : talk.length > 0 && talk.every((one) => one.kind !== 'heading' || isEmptySection(outline, one))
            ? ('empty' as const)
            : ('absent' as const);
  const clause: ClauseReading = {
    element: 'categories',
    topic: 'collect',
    verdict,
    slots: filled({ items: categories.map((category) => label.get(category) ?? category), template: verdict === 'empty' ? remnants : [] }),
    pi: categories,
    sentences: sentences.length > 0 ? sentences : denied.length > 0 ? denied : bodies.slice(0, 3),
  };
  return [clause, readList(outline, whole, clause)];
}

function readList(outline: Outline, whole: boolean, categories: ClauseReading): ClauseReading {
  const make = (verdict: ClauseReading['verdict'], sentences: readonly Sentence[], slots = {}): ClauseReading => ({
    element: 'collection-list',
    topic: 'collect',
    verdict,
    slots,
    pi: [],
    sentences,
  });
  const rows = outline.sentences.filter(({ kind, text }) => kind === 'row' && HEADER.test(text));
  if (rows.length > 0) return make('present', rows.slice(0, 3));
  const lists = cueSentences(outline, LIST).filter(({ text }) => !/sdk|共享|第三方/.test(text) || /收集/.test(text));
  const inline = lists.filter(({ text }) => /清单(?:如下)?[：:]\S{2,}/.test(text));
  if (inline.length > 0) return make('present', inline);
  const linked = lists.filter(({ text }) => titlesIn(text).length > 0);
  if (linked.length > 0) return make('by-link', linked, { title: linked.flatMap(({ text }) => titlesIn(text)) });
  const items = outline.sentences.filter(({ text }) => /^(?:[(（]?\d{1,2}[)）、.]|[·•●-])/.test(text) && /[：:、]/.test(text));
  if (items.length >= 3) return make('present', items.slice(0, 3));
  // Kinds told in running text: whether that is a list is for a person to say.
  return categories.verdict === 'absent' ? make(whole ? 'absent' : 'unreadable', []) : make('unreadable', categories.sentences.slice(0, 2));
}
