import { bare, memberName, type Node, nameOf, valueIn } from '../model/ast.ts';
import { evaluate, UNKNOWN } from '../model/evaluate.ts';
import type { Edge } from '../model/graph.ts';
import { placeIn } from '../model/place.ts';
import type { Place } from '../model/program-model.ts';
import type { Guard } from '../model/script.ts';

export interface DialogAnswer {
  readonly answer: 'confirm' | 'cancel' | 'either';
  readonly text: string;
  readonly oneButton: boolean;
  /** It speaks of what will be taken, so confirming it is an agreement to that. */
  readonly asks: boolean;
  readonly place: Place;
}

const SHOWS = /^(showModal|confirm|alert|\$confirm|openConfirm|showConfirm)$/;
const ASKS = /授权|同意|允许|获取|隐私|协议|位置|定位|手机号|相册|相机|摄像|录音|麦克风|通讯录|信息|蓝牙|剪[贴切]板|身份/;

/** `const { confirm } = await wx.showModal(…)`, then a condition on the answer: the dialog that must have been confirmed. */
export function awaitedDialog(guards: readonly Guard[]): DialogAnswer | null {
  for (const guard of guards) {
    const value = evaluate(guard.test, {
      path: (path) => (/(^|\.)confirm$/.test(path) ? false : /(^|\.)cancel$/.test(path) ? true : UNKNOWN),
      call: () => UNKNOWN,
    });
    if (value === UNKNOWN || Boolean(value) === guard.holds) continue;
    const shown = guard.fn.calls.findLast((call) => {
      const callee = bare(call.callee);
      return callee?.type === 'MemberExpression' && memberName(callee) === 'showModal' && call.node.end <= guard.test.start;
    });
    if (!shown) continue;
    const options = bare(shown.args[0]);
    const text = textOf(options);
    return {
      answer: 'confirm',
      text,
      oneButton: hasOneButton(options),
      asks: ASKS.test(text),
      place: placeIn(guard.fn.script.file, shown.node.start),
    };
  }
  return null;
}

const textOf = (options: Node | undefined): string =>
  ['title', 'content', 'message', 'msg']
    .map((key) => words(valueIn(options, key)))
    .filter((one) => one !== '')
    .join('：');

function hasOneButton(options: Node | undefined): boolean {
  const shown = valueIn(options, 'showCancel') ?? valueIn(options, 'showCancelButton');
  return shown?.value === false || (shown?.type === 'UnaryExpression' && shown.operator === '!' && bare(shown.argument)?.value === 1);
}

/** When an edge leads into the answer of a dialog: which answer its way needs. */
export function dialogOf(edge: Edge, guards: readonly Guard[]): DialogAnswer | null {
  const callee = bare(edge.call.callee);
  let name = callee?.type === 'MemberExpression' ? (memberName(callee) ?? '') : (nameOf(callee) ?? '');
  let options = bare(edge.call.args[0]);
  let via = edge.via;
  if ((name === 'then' || name === 'catch') && callee?.type === 'MemberExpression') {
    const inner = bare(callee.object);
    if (inner?.type !== 'CallExpression') return null;
    const below = bare(inner.callee);
    via = name;
    name = below?.type === 'MemberExpression' ? (memberName(below) ?? '') : (nameOf(below) ?? '');
    options = bare(inner.arguments?.[0]);
  }
  if (!SHOWS.test(name) || options?.type !== 'ObjectExpression') return null;
  const text = textOf(options);
  const oneButton = name === 'alert' || hasOneButton(options);
  return {
    answer: answerOf(name, via, guards, edge),
    text,
    oneButton,
    asks: ASKS.test(text),
    place: placeIn(edge.from.script.file, edge.call.node.start),
  };
}

function answerOf(name: string, via: string | null, guards: readonly Guard[], edge: Edge): DialogAnswer['answer'] {
  if (via === 'fail') return 'cancel';
  if (name !== 'showModal') return via === 'catch' || via === 'cancel' ? 'cancel' : 'confirm';
  if (via === 'cancel') return 'cancel';
  const inside = guards.filter(
    (guard) => (guard.test.start >= edge.call.node.start && guard.test.end <= edge.call.node.end) || guard.fn === edge.to,
  );
  const under = (confirm: boolean): boolean =>
    inside.every((guard) => {
      const value = evaluate(guard.test, {
        path: (path) => (/(^|\.)confirm$/.test(path) ? confirm : /(^|\.)cancel$/.test(path) ? !confirm : UNKNOWN),
        call: () => UNKNOWN,
      });
      return value === UNKNOWN || Boolean(value) === guard.holds;
    });
  const yes = under(true);
  const no = under(false);
  return yes && !no ? 'confirm' : no && !yes ? 'cancel' : 'either';
}

/** Literal words of an expression, constants and parts of a concatenation included. */
export function words(node: Node | undefined): string {
  const at = bare(node);
  if (!at) return '';
  if (at.type === 'Identifier') return '';
  const direct = nameOf(at);
  if (direct !== undefined) return direct;
  if (at.type === 'BinaryExpression') return words(at.left) + words(at.right);
  if (at.type === 'ConditionalExpression') return words(at.consequent as Node) || words(at.alternate ?? undefined);
  if (at.type === 'LogicalExpression') return words(at.left) || words(at.right);
  if (at.type === 'TemplateLiteral') return (at.quasis ?? []).map((one) => (one.value as { cooked?: string }).cooked ?? '').join('…');
  return '';
}
