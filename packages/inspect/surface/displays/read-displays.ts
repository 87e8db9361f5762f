import { type Run, flowOf } from '../flow/flow.ts';
import type { SurfaceReading } from '../model.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface } from '../surface.ts';
import { canaryFor } from '../../trace/canary.ts';
import { fold } from '../words/fold.ts';
import { EXAMPLE, PERSON_CONTEXT, PERSON_LABEL, SHOP_CONTEXT, SHOP_LABEL } from '../words/display-words.data.ts';
import { placeOf } from '../links/place.ts';
import { type Shown, shownIn } from './patterns.ts';

/** Whatever arm typed it, an echo of our own data is nobody's. */
const EVERY_CANARY: readonly string[] = (['untouched', 'refuse', 'accept', 'control'] as const).flatMap((arm) =>
  Object.values(canaryFor(arm)),
);

type DisplayReading = SurfaceReading['displays'][number];

/** A legal text or an article names numbers to write to; they are nobody's data. */
const LONG_PAGE = 6000;

interface Line {
  text: string;
  /** Label that stands before the line on the same row. */
  readonly label: string;
  readonly node: number;
}

/**
 * PI of people on view, by form and the words around it. The shop's own numbers, people at work, examples, what stands in fields,
 * and values in `typed` (ours; every canary when not given) are left out. `sample` shows the ends of the value only.
 */
export function readDisplays(surface: Surface, typed: readonly string[] = EVERY_CANARY): readonly DisplayReading[] {
  const reader = readerOf(surface);
  const flow = flowOf(reader);
  if (
    flow.runs.reduce((sum, run) => sum + run.text.length, 0) > LONG_PAGE &&
    /隐私|协议|条款|policy|privacy|terms/i.test(surface.title + (flow.runs[0]?.text ?? ''))
  )
    return [];
  const ours = new Set(
    [...typed, ...surface.nodes.flatMap((node) => (node.value ? [node.value] : []))].map(plain).filter((value) => value.length > 1),
  );
  const found: DisplayReading[] = [];
  for (const line of lines(reader, flow.runs)) {
    const joined = line.label ? `${line.label} ${line.text}` : line.text;
    if (joined.length > 400) continue;
    for (const shown of shownIn(joined)) {
      const named = shown.category === 'phone' && found.at(-1)?.node === line.node && found.at(-1)?.category === 'name';
      if (ours.has(plain(shown.value)) || !(named || isPersons(reader, line, joined, shown))) continue;
      found.push({ node: line.node, category: shown.category, masked: shown.masked ? 'yes' : 'no', sample: sampleOf(shown) });
    }
  }
  return found;
}

function isPersons(reader: Reader, line: Line, joined: string, shown: Shown): boolean {
  const words = fold(joined);
  if (EXAMPLE.test(words)) return false;
  const before = fold(joined.slice(0, shown.start)).slice(-16);
  const personal = PERSON_LABEL.test(before);
  // Nobody hides the number of a hotline.
  if (shown.masked && shown.sure) return true;
  if (!personal && SHOP_LABEL.test(`${before} `)) return false;
  const holder = reader.closest(line.node, (node) => node.tag !== '#text' && node.style?.display !== 'inline') ?? line.node;
  // 「张先生 154…」: a number of that form beside a person addressed is the person's.
  const addressed = shown.category === 'phone' && /^1[3-9]/.test(shown.value) && /(先生|女士|小姐)$/.test(before.trim());
  if (!addressed && placeOf(reader, [], holder) === 'footer') return false;
  if (shown.category === 'id-number' || shown.category === 'name') return shown.sure || PERSON_CONTEXT.test(words);
  if (shown.category === 'plate') return !/车牌号?(格式|规则)|键盘/.test(words);
  if (shown.category === 'bank-card') return /卡号|银行|储蓄|信用卡|card/.test(words);
  if (personal) return shown.category !== 'phone' || /^1/.test(shown.value);
  const around = fold(surrounding(reader, holder));
  if (SHOP_CONTEXT.test(around) || SHOP_LABEL.test(words)) return false;
  if (shown.category === 'address') return /收货|收件|配送至|送至|送到|家庭|住址|业主|会员|收件|deliver to|ship to/.test(around);
  return (shown.sure || addressed || /手机|电话|号码|phone|mobile|tel/.test(before)) && PERSON_CONTEXT.test(`${around} ${words}`);
}

/** Words of the card or row around, as long as it is one. */
function surrounding(reader: Reader, node: number): string {
  const flow = flowOf(reader);
  let text = flow.of(node, 200);
  let at = node;
  for (let level = 0; level < 3; level++) {
    at = reader.node(at).parent;
    if (at <= 0 || /^(body|html)$/.test(reader.node(at).tag)) break;
    const wider = flow.of(at, 201);
    if (wider.length > 200) break;
    text = wider;
  }
  return text;
}

function lines(reader: Reader, runs: readonly Run[]): readonly Line[] {
  const list: { text: string; label: string; node: number }[] = [];
  for (const run of runs) {
    const last = list.at(-1);
    if (last && !run.breakBefore) {
      last.text += run.text;
      continue;
    }
    const label = last && last.text.trim().length <= 12 && onOneRow(reader, last.node, run.node) ? last.text.trim() : '';
    list.push({ text: run.text, label, node: run.node });
  }
  return list;
}

function onOneRow(reader: Reader, before: number, after: number): boolean {
  const a = reader.node(before).box;
  const b = reader.node(after).box;
  if (!a || !b) return false;
  const overlap = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return overlap > Math.min(a.height, b.height) * 0.4;
}

const plain = (value: string): string =>
  value
    .replace(/[\s·•.+-]/g, '')
    .replace(/^(00)?86(?=1\d{10}$)/, '')
    .toUpperCase();

/** First and last characters only: a report must not spread what it complains about. */
function sampleOf(shown: Shown): string {
  const { value } = shown;
  if (shown.masked) return value;
  if (shown.category === 'name') return `${value.slice(0, 1)}…`;
  return value.length <= 7 ? `${value.slice(0, 2)}…${value.slice(-1)}` : `${value.slice(0, 3)}…${value.slice(-2)}`;
}
