import { type Pressable, pressablesOf } from '../controls/pressables.ts';
import { type Flow, flowOf } from '../flow/flow.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface } from '../surface.ts';
import { documentsIn } from '../words/documents.ts';
import { fold } from '../words/fold.ts';
import type { FieldCandidate } from './evidence.ts';

export interface FieldGroup {
  /** Node that holds the fields and the button that sends them. */
  readonly root: number;
  /** The button that sends, null when none is seen. */
  readonly submitter: Pressable | null;
  readonly heading: string;
  readonly sendsCode: boolean;
  readonly action: string | null;
}

/** Buttons inside a row that do not send the form. */
const ROW_BUTTON =
  /验证码|校验码|动态码|发送|重发|获取$|清除|清空|显示|隐藏|眼睛|\+?86|国家|地区|选择|扫描|扫一扫|识别|定位|换一张|看不清|刷新|忘记|切换|新能源|code|clear|show|hide|forgot|^[+\-−x×✕]$|^\d*$/;
const CODE_BUTTON = /验证码|校验码|动态码|^发送$|^获取$|send code|get code|\d+\s*(s|秒)后?(重新|重发)?/;
const DEEPEST = 10;

/** Group of each candidate. */
export function fieldGroups(surface: Surface, candidates: readonly FieldCandidate[]): readonly FieldGroup[] {
  const reader = readerOf(surface);
  const flow = flowOf(reader);
  const isField = new Set(candidates.map((candidate) => candidate.node));
  const buttons = pressablesOf(surface).filter(
    (pressable) => !isField.has(pressable.node) || surface.nodes[pressable.node]?.tag === 'button',
  );
  const senders = buttons.filter((button) => isSender(reader, button));
  const coders = buttons.filter((button) => CODE_BUTTON.test(fold(button.text)) && button.text.length <= 14);
  return candidates.map((candidate) => {
    const form = reader.closest(candidate.node, (node) => node.tag === 'form');
    const root = form ?? groupRoot(reader, flow, candidate, senders);
    const end = flow.end(root);
    const submitter = firstIn(senders, candidate.end, end) ?? null;
    const coder = firstIn(coders, root, end);
    return {
      root,
      submitter,
      heading: headingOf(reader, flow, root, candidate, submitter),
      sendsCode: coder !== undefined,
      action: actionOf(reader, form, submitter),
    };
  });
}

function isSender(reader: Reader, button: Pressable): boolean {
  const words = fold(button.text);
  if (words === '' || words.length > 20 || ROW_BUTTON.test(words) || documentsIn(button.text).length > 0) return false;
  const node = reader.node(button.node);
  if (/^(checkbox|radio|switch|tab|option)$/.test(node.attributes['role'] ?? '')) return false;
  if (node.tag === 'a' && !/btn|button/i.test(node.attributes['class'] ?? '') && button.box.height < 30) return false;
  return true;
}

function groupRoot(reader: Reader, flow: Flow, candidate: FieldCandidate, senders: readonly Pressable[]): number {
  let at = reader.node(candidate.node).parent;
  for (let level = 0; level < DEEPEST && at > 0; level++) {
    if (firstIn(senders, candidate.end, flow.end(at))) return at;
    const parent = reader.node(at).parent;
    if (parent <= 0 || reader.node(at).tag === 'body') return at;
    at = parent;
  }
  return Math.max(0, at);
}

/** First of a list in document order with `from <= node < to`. */
function firstIn(list: readonly Pressable[], from: number, to: number): Pressable | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.node ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const hit = list[low];
  return hit && hit.node < to ? hit : undefined;
}

/** The heading nearest above the field within or right before its group, else the words of the button. */
function headingOf(reader: Reader, flow: Flow, root: number, candidate: FieldCandidate, submitter: Pressable | null): string {
  let best = '';
  let above = '';
  const start = Math.max(0, reader.node(root).parent);
  for (let id = start, seen = 0; id < candidate.node && seen < 600; id++, seen++) {
    const node = reader.node(id);
    if (!node.visible) continue;
    if (
      /^(h[1-6]|legend|summary)$/.test(node.tag) ||
      /(^|[\s_-])(title|heading|header|section-name|tit|hd)([\s_-]|$)/i.test(node.attributes['class'] ?? '')
    ) {
      const words = flow.of(id, 40);
      if (!words || words.length > 30 || words.includes('\n')) continue;
      // The heading of a part of the form says less than that of the whole.
      if (node.tag === 'legend') best = above ? `${above} · ${words}` : words;
      else best = above = words;
    }
  }
  if (best) return best;
  const button = submitter?.text ?? '';
  // A button that could end any form says less than the line the form begins with.
  const line = SAYS_LITTLE.test(fold(button)) ? (flow.between(root, candidate.node, 200).trim().split('\n')[0] ?? '').trim() : '';
  return line.length >= 4 && line.length <= 30 ? line : button;
}

const SAYS_LITTLE = /^(使用|兑换|确定|领取|ok)$/;

function actionOf(reader: Reader, form: number | null, submitter: Pressable | null): string | null {
  const own = submitter ? reader.node(submitter.node).attributes['formaction'] : undefined;
  const action = own ?? (form === null ? undefined : reader.node(form).attributes['action']);
  if (!action || /^(#|javascript:)/i.test(action)) return null;
  const base = reader.surface.frames[reader.node(form ?? 0).frame]?.url || reader.surface.url;
  return URL.canParse(action, base) ? new URL(action, base).href : null;
}
