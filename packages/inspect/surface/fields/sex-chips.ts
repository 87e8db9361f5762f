import type { Flow } from '../flow/flow.ts';
import { union } from '../geometry/box.ts';
import type { Reader } from '../reader.ts';
import { fold } from '../words/fold.ts';
import type { FieldCandidate } from './evidence.ts';

const CHIP = /^(男|女|先生|女士|小姐|男士|男孩|女孩|男生|女生|男宝宝?|女宝宝?|小王子|小公主|mr\.?|ms\.?|mrs\.?|male|female|boy|girl)$/;
const ASKED = /性别|称呼|称谓|sex|gender|title|salutation/i;

/** Two words to press that stand for a sex, drawn by the page. In a shop 「男」「女」 are shelves: a label or a field beside them must make them a question. */
export function sexChips(reader: Reader, flow: Flow, inputs: readonly number[]): readonly FieldCandidate[] {
  const found: FieldCandidate[] = [];
  const chips = flow.runs.filter((run) => run.text.length <= 10 && CHIP.test(fold(run.text)) && pressed(reader, run.node));
  for (let at = 0; at + 1 < chips.length; at++) {
    const first = chips[at];
    const second = chips[at + 1];
    if (!first || !second || fold(first.text) === fold(second.text)) continue;
    const a = reader.node(first.node).box;
    const b = reader.node(second.node).box;
    if (!a || !b || Math.abs(a.y - b.y) > 8 || Math.abs(a.x - b.x) > 240) continue;
    const row = reader.commonAncestor([first.node, second.node]);
    const wider = reader.node(row).parent;
    const asked = ASKED.test(flow.between(Math.max(0, wider), first.node, 60).slice(-30));
    const beside = inputs.some((input) => input > wider && input < flow.end(Math.max(0, reader.node(Math.max(0, wider)).parent)));
    if (!asked && (!beside || /^(body|html)$/.test(reader.node(Math.max(0, wider)).tag))) continue;
    found.push({
      node: reader.node(first.node).parent,
      control: 'choice',
      end: second.node + 1,
      ownWords: '',
      options: [first.text, second.text],
      box: union([a, b]),
    });
    at++;
  }
  return found;
}

function pressed(reader: Reader, text: number): boolean {
  const holder = reader.closest(text, (node) => node.tag !== '#text');
  if (holder === null || reader.closest(text, (node) => node.tag === 'label' || node.tag === 'option' || node.tag === 'a') !== null)
    return false;
  return (
    reader.closest(holder, (node) => reader.isClickable(node.id)) !== null ||
    /radio|chip|tag|option|item|sex|gender/i.test(reader.node(holder).attributes['class'] ?? '')
  );
}
