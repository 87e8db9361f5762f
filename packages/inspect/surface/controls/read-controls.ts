import { below } from '../flow/below.ts';
import { readFields } from '../fields/read-fields.ts';
import { fieldCandidates } from '../fields/candidates.ts';
import { fieldGroups } from '../fields/group.ts';
import { area, intersect } from '../geometry/box.ts';
import type { ControlReading } from '../model.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface } from '../surface.ts';
import { fold } from '../words/fold.ts';
import { parseColour } from '../style/colour.ts';
import { roleOfIcon, roleOfWords } from './control-role.ts';
import { type Pressable, pressablesOf } from './pressables.ts';

/** Giving these by the press of a button is a submission; a plate alone is how a parking fee is looked up. */
const HARMLESS = new Set(['plate', 'vehicle', 'free-text', 'location-fuzzy']);
const AMOUNT_DUE =
  /(应付|应缴|应交|待缴|待付|待支付|需支付|需缴|实付|实缴|停车费用?|合计|总计|费用)[^\d\n]{0,8}[¥￥]?\s*\d+(\.\d+)?|amount due|total due/;

/**
 * Everything a consumer could press with its words and role, the most eye-catching first. `dangerous` is set whenever a press could
 * submit, pay, send a code, call, log out, delete or give away an identity; when in doubt it is set.
 */
export function readControls(surface: Surface): readonly ControlReading[] {
  const reader = readerOf(surface);
  const sends = submitters(surface);
  const due = AMOUNT_DUE.test(reader.textOf(0).slice(0, 20_000));
  const controls = pressablesOf(surface).map((pressable) => {
    const role = roleOf(reader, pressable, sends.has(pressable.node), due);
    return {
      reading: { node: pressable.node, text: pressable.text, box: pressable.box, dangerous: role === 'dangerous', role },
      weight: weightOf(reader, pressable),
    };
  });
  return controls.sort((a, b) => b.weight - a.weight || a.reading.node - b.reading.node).map(({ reading }) => reading);
}

function roleOf(reader: Reader, { node, text, byLooks }: Pressable, sends: boolean, due: boolean): ControlReading['role'] {
  const { attributes, tag } = reader.node(node);
  if (/^(tel|sms|mailto|weixin|alipays?|alipay|intent):/i.test(attributes['href'] ?? '')) return 'dangerous';
  if (text === '') return roleOfIcon(iconHints(reader, node));
  const role = roleOfWords(text);
  if (byLooks && role === 'other') return 'other';
  const words = fold(text);
  if (role === 'dangerous' && leadsThere(reader, node, words, due)) return 'forward';
  if (role === 'document' || role === 'dangerous') return role;
  if (sends && role !== 'back' && !/^(取消|关闭|返回|重置|清空|跳过|暂不|以后|稍后|cancel|close|skip|reset)/.test(words))
    return 'dangerous';
  if (
    tag === 'input' &&
    attributes['type'] === 'submit' &&
    reader.closest(node, (above) => above.tag === 'form') !== null &&
    role === 'other'
  )
    return 'dangerous';
  // 「缴费」 beside an amount pays; on the first page it opens the way.
  if (due && /^(立即|去|马上|确认)?(停车)?(缴费|交费|缴纳|付费)$/.test(words)) return 'dangerous';
  if (role === 'other' && /\.(apk|ipa|hap)(\?|$)/i.test(attributes['href'] ?? '')) return 'dangerous';
  return role;
}

/** 「选好了，去买单」 as a plain link to another page of the site opens the till; it pays nothing. */
function leadsThere(reader: Reader, node: number, words: string, due: boolean): boolean {
  const { tag, attributes } = reader.node(node);
  const href = attributes['href'] ?? '';
  if (tag !== 'a' || href === '' || attributes['onclick'] !== undefined || /^(#|[a-z]+:(?!\/\/)|\/\/)/i.test(href)) return false;
  if (/^https?:/i.test(href) && URL.parse(href)?.host !== URL.parse(reader.surface.url)?.host) return false;
  if (/submit|create|confirm|place|do_?pay|unified|prepay|\?.*(sign|token)=/i.test(href) || /[¥$€]\s*\d|\d\s*元/.test(words)) return false;
  return /(去|前往|进入|我要)(买单|结账|埋单)/.test(words) || (!due && /(去|前往|进入|我要)(付款|支付|缴费|付费)/.test(words));
}

/** Buttons that send a group of fields which asks for PI beyond a plate. */
function submitters(surface: Surface): ReadonlySet<number> {
  const candidates = fieldCandidates(surface);
  const groups = fieldGroups(surface, candidates);
  const fields = readFields(surface);
  const found = new Set<number>();
  groups.forEach((group, at) => {
    const field = fields[at];
    if (!group.submitter || !field || field.control === 'one-tap') return;
    if (field.categories.some((category) => !HARMLESS.has(category))) found.add(group.submitter.node);
  });
  return found;
}

function iconHints(reader: Reader, id: number): string {
  const hints: string[] = [];
  for (const at of [id, ...below(reader, id, 6)]) {
    const { attributes, style } = reader.node(at);
    hints.push(
      attributes['class'] ?? '',
      attributes['id'] ?? '',
      fileName(attributes['src'] ?? ''),
      fileName(style?.backgroundImage ?? ''),
    );
    hints.push((attributes['href'] ?? attributes['xlink:href'] ?? '').startsWith('#') ? (attributes['href'] ?? '') : '');
  }
  return hints.join(' ').replace(/([a-z])([A-Z])/g, '$1-$2');
}

/** Last part of an address; embedded pictures say nothing. */
function fileName(address: string): string {
  if (address.includes('data:')) return '';
  return /([^/"')?#]+)[^/]*$/.exec(address)?.[1] ?? '';
}

/** How much a control draws the eye: size on view, filled ground, letter size. */
function weightOf(reader: Reader, { node, box }: Pressable): number {
  const shown = intersect(box, reader.viewport);
  const { style } = reader.node(node);
  const ground = style ? parseColour(style.backgroundColor) : null;
  const filled =
    (ground && ground.a > 0.5 && Math.min(ground.r, ground.g, ground.b) < 235) || (style?.backgroundImage.includes('gradient') ?? false);
  const size = Math.min(area(shown ?? { ...box, width: 0 }), 24_000) / 24_000;
  return (shown ? 2 : 0) + size + (filled ? 1 : 0) + Math.min(style?.fontSize ?? 12, 24) / 48;
}
