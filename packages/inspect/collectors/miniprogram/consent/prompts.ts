import { type Analysis, isOwn } from '../model/analysis.ts';
import { bare, memberName, type Node, nameOf, pathOf, valueIn } from '../model/ast.ts';
import { type Element, everyElement, everyWord, wordsOf } from '../model/elements.ts';
import { evaluate, UNKNOWN } from '../model/evaluate.ts';
import { functionsOf, inlineWrites } from '../model/handlers.ts';
import { placeIn } from '../model/place.ts';
import type { ChoiceEffect, ProgramPrompt, Trigger } from '../model/program-model.ts';
import type { Call, Fn, Guard } from '../model/script.ts';
import { waysTo } from '../model/ways.ts';
import { words } from './dialog-guard.ts';
import { functionsWithin, isWithin, settingsWithin } from './state.ts';
import { AGREES, REFUSES } from './words.ts';

export interface PromptFound {
  readonly prompt: ProgramPrompt;
  readonly owner: string;
  /** For a modal: the call; for a pop-up: the element around both answers. */
  readonly call: Call | null;
  readonly element: Element | null;
  /** Confirming leads back to the same dialog. */
  readonly confirmLoops: boolean;
}

const ABOUT: readonly (readonly [ProgramPrompt['about'], RegExp])[] = [
  [
    'follow',
    /关注.{0,8}(公众号|视频号|官方号)|公众号.{0,6}关注|添加.{0,6}(客服|顾问|企业微信|微信)|加.{0,4}(企微|微信群|群)|扫码.{0,6}(加|关注)/,
  ],
  ['consent', /隐私|用户协议|服务协议|个人信息|服务条款|用户须知/],
  ['location', /位置|定位/],
  ['phone', /手机号|电话号码/],
  ['profile', /头像|昵称|用户信息|微信信息/],
  ['membership', /会员/],
  ['permission', /授权|权限|相册|相机|摄像头|麦克风|录音|蓝牙|通讯录/],
  ['login', /登录|登陆|注册/],
];

/** Dialogs and pop-ups that ask something about personal information, with what each answer does. */
export function promptsOf(analysis: Analysis): PromptFound[] {
  const found: PromptFound[] = [];
  for (const script of analysis.world.parsed.values()) {
    if (!script || !isOwn(script.file)) continue;
    for (const call of script.calls) {
      const made = modal(call, analysis);
      if (made) found.push(made);
    }
  }
  for (const [owner, top] of analysis.elements) found.push(...popups(owner, top, analysis));
  return found;
}

function aboutOf(text: string): ProgramPrompt['about'] {
  return ABOUT.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

function modal(call: Call, analysis: Analysis): PromptFound | null {
  const callee = bare(call.callee);
  const name = callee?.type === 'MemberExpression' ? memberName(callee) : nameOf(callee);
  if (name === undefined || !/^(showModal|confirm|alert|\$confirm|showConfirm)$/.test(name)) return null;
  const options = bare(call.args[0]);
  if (options?.type !== 'ObjectExpression') return null;
  const text = ['title', 'content', 'message', 'msg']
    .map((key) => words(valueIn(options, key)))
    .filter((one) => one !== '')
    .join('：');
  const about = aboutOf(text);
  if (about === 'other') return null;
  const hidden = valueIn(options, 'showCancel') ?? valueIn(options, 'showCancelButton');
  const oneButton =
    name === 'alert' || hidden?.value === false || (hidden?.type === 'UnaryExpression' && bare(hidden.argument)?.value === 1);
  const place = placeIn(call.fn.script.file, call.node.start);
  const answers = answersOf(call, analysis);
  const confirm = words(valueIn(options, 'confirmText') ?? valueIn(options, 'confirmButtonText')) || '确定';
  const cancel = words(valueIn(options, 'cancelText') ?? valueIn(options, 'cancelButtonText')) || '取消';
  const choices: ProgramPrompt['choices'][number][] = [
    { role: 'agree', words: confirm, effect: answers.confirm === 'loops' ? 'loops' : 'agrees', place },
  ];
  if (!oneButton) choices.push({ role: 'refuse', words: cancel, effect: answers.cancel, place });
  const ways = waysTo(call.fn, analysis.graph);
  const trigger: Trigger = ways.map((way) => way.root.trigger).toSorted((a, b) => rank(a) - rank(b))[0] ?? 'unknown';
  const key = ways[0]?.root.component.key ?? call.fn.script.key;
  const notice = oneButton && answers.confirm === 'closes' && about !== 'consent' && about !== 'follow';
  return {
    owner: key,
    call,
    element: null,
    confirmLoops: answers.confirm === 'loops',
    prompt: { place, page: analysis.pageOf(key), about: notice ? 'notice' : about, shape: 'modal', text, trigger, oneButton, choices },
  };
}

const rank = (trigger: Trigger): number => ['launch', 'load', 'show', 'ready', 'interceptor', 'timer'].indexOf(trigger) + 1 || 20;

function answersOf(call: Call, analysis: Analysis): { confirm: ChoiceEffect; cancel: ChoiceEffect } {
  const callbacks: { fn: Fn; via: string | null }[] = [];
  const later = call.fn.calls.filter((other) => other !== call && isThenOf(other, call));
  for (const one of [call, ...later])
    for (const edge of analysis.graph.byCall.get(one) ?? []) callbacks.push({ fn: edge.to, via: edge.via });
  const effect = (confirm: boolean): { effects: ChoiceEffect[]; calls: string[] } => {
    const effects: ChoiceEffect[] = [];
    const calls: string[] = [];
    for (const { fn: outer, via } of callbacks) {
      if (via !== null && /^(cancel|catch|fail)$/.test(via) && confirm) continue;
      if (via !== null && /^(confirm|ok|onOk)$/.test(via) && !confirm) continue;
      if (via === 'then' && !confirm && !isShowModal(call)) continue;
      for (const fn of outer.script.fns) {
        if (!isWithin(fn, outer)) continue;
        for (const one of fn.calls) {
          if (!possible(guardsUpTo(one.guards, fn, outer), confirm)) continue;
          calls.push(pathOf(one.callee) ?? '?');
          effects.push(effectOf(one, call, analysis));
        }
        for (const one of fn.writes) if (possible(guardsUpTo(one.guards, fn, outer), confirm)) calls.push(`=${one.path}`);
      }
    }
    if (!isShowModal(call)) return { effects, calls };
    // `const { confirm } = await wx.showModal(…)`: what follows in the same function.
    for (const one of callbacks.length === 0 ? call.fn.calls : []) {
      if (one.node.start <= call.node.end || !one.guards.some((guard) => mentionsAnswer(guard.test))) continue;
      if (!possible(one.guards, confirm)) continue;
      calls.push(pathOf(one.callee) ?? '?');
      effects.push(effectOf(one, call, analysis));
    }
    return { effects, calls };
  };
  const yes = effect(true);
  const no = effect(false);
  const strongest = (all: readonly ChoiceEffect[]): ChoiceEffect =>
    (['loops', 'exits', 'leaves'] as const).find((one) => all.includes(one)) ?? 'closes';
  const distinct = yes.calls.filter((one) => !/showToast|console/.test(one));
  const sameOutcome =
    distinct.length > 0 && isShowModal(call) && distinct.join() === no.calls.filter((one) => !/showToast|console/.test(one)).join();
  return {
    confirm: strongest(yes.effects),
    cancel: sameOutcome && !yes.effects.includes('leaves') ? 'same-as-agree' : strongest(no.effects),
  };
}

const isShowModal = (call: Call): boolean => /(^|\.)showModal$/.test(pathOf(call.callee) ?? '');

function isThenOf(outer: Call, inner: Call): boolean {
  const callee = bare(outer.callee);
  return (
    callee?.type === 'MemberExpression' &&
    /^(then|catch)$/.test(memberName(callee) ?? '') &&
    (bare(callee.object) === inner.node || thenChain(bare(callee.object), inner.node))
  );
}
function thenChain(node: Node | undefined, inner: Node): boolean {
  const callee = node?.type === 'CallExpression' ? bare(node.callee) : undefined;
  return (
    callee?.type === 'MemberExpression' &&
    /^(then|catch)$/.test(memberName(callee) ?? '') &&
    (bare(callee.object) === inner || thenChain(bare(callee.object), inner))
  );
}

function guardsUpTo(guards: readonly Guard[], fn: Fn, outer: Fn): readonly Guard[] {
  const all = [...guards];
  for (let at: Fn | null = fn; at && at !== outer; at = at.parent) all.push(...(at.handedTo?.call.guards ?? at.guards));
  return all;
}

const possible = (guards: readonly Guard[], confirm: boolean): boolean =>
  guards.every((guard) => {
    const value = evaluate(guard.test, {
      path: (path) => (/(^|\.)confirm$/.test(path) ? confirm : /(^|\.)cancel$/.test(path) ? !confirm : UNKNOWN),
      call: () => UNKNOWN,
    });
    return value === UNKNOWN || Boolean(value) === guard.holds;
  });

function mentionsAnswer(node: Node | null | undefined): boolean {
  const at = bare(node);
  if (!at) return false;
  if (at.type === 'LogicalExpression' || at.type === 'BinaryExpression') return mentionsAnswer(at.left) || mentionsAnswer(at.right);
  if (at.type === 'UnaryExpression') return mentionsAnswer(at.argument);
  return /(^|\.)(confirm|cancel)$/.test(pathOf(at) ?? '');
}

function effectOf(call: Call, dialog: Call, analysis: Analysis): ChoiceEffect {
  const name = (pathOf(call.callee) ?? '').split('.').at(-1) ?? '';
  if (/^(exitMiniProgram|exit|exitProgram)$/.test(name)) return 'exits';
  if (/^(navigateBack|switchTab|reLaunch|redirectTo|navigateTo|back)$/.test(name)) return 'leaves';
  const callee = bare(call.callee);
  const target = analysis.resolver.value(callee, call.fn);
  // Back to a function that shows the very dialog again.
  if (target.k === 'fn' && (isWithin(dialog.fn, target.fn) || leadsTo(target.fn, dialog, analysis, 2))) return 'loops';
  return 'closes';
}

function leadsTo(fn: Fn, dialog: Call, analysis: Analysis, depth: number): boolean {
  for (const one of fn.script.fns) {
    if (!isWithin(one, fn)) continue;
    if (one === dialog.fn) return true;
    if (depth === 0) continue;
    for (const call of one.calls) {
      const target = analysis.resolver.value(call.callee, one);
      if (target.k === 'fn' && target.fn !== fn && (isWithin(dialog.fn, target.fn) || leadsTo(target.fn, dialog, analysis, depth - 1)))
        return true;
    }
  }
  return false;
}

/** A label may be cut behind a word: what ends a label stands somewhere in the words. */
const REFUSING = new RegExp(REFUSES.source.replaceAll('$', ''), REFUSES.flags);

function popups(owner: string, top: readonly Element[], analysis: Analysis): PromptFound[] {
  const found: PromptFound[] = [];
  if (!REFUSING.test(everyWord(top))) return found;
  const component = analysis.components.get(owner) ?? analysis.components.get(analysis.usages.get(owner)?.[0]?.owner ?? '');
  for (const element of everyElement(top)) {
    const label = wordsOf(element, 30);
    if (label === '' || label.length > 14 || !REFUSES.test(label) || !isPressed(element)) continue;
    if (element.children.some((child) => isPressed(child))) continue;
    const around = containerOf(element);
    if (!around) continue;
    if (!isLayer(around.box)) continue;
    const text = wordsOf(around.box, 300);
    const about = aboutOf(text);
    if (about === 'other') continue;
    const refuse = effectOfElement(element, around.agree, component, analysis);
    found.push({
      owner,
      call: null,
      element: around.box,
      confirmLoops: false,
      prompt: {
        place: placeIn(element.file, around.box.start),
        page: analysis.pageOf(owner),
        about,
        shape: 'popup',
        text: text.slice(0, 200),
        trigger: 'unknown',
        oneButton: false,
        choices: [
          { role: 'agree', words: wordsOf(around.agree, 30), effect: 'agrees', place: placeIn(element.file, around.agree.start) },
          { role: 'refuse', words: label, effect: refuse, place: placeIn(element.file, element.start) },
        ],
      },
    });
  }
  return found;
}

const isPressed = (element: Element): boolean => /button/i.test(element.tag) || element.events.some((one) => one.event === 'tap');

/** Something laid over the page, or shown on a condition: not a part of the page itself. */
function isLayer(box: Element): boolean {
  for (let at: Element | null = box, level = 0; at && level < 4; at = at.parent, level += 1) {
    if (/popup|modal|dialog|mask|overlay|sheet|drawer|layer/i.test(`${at.tag} ${String(at.attributes.get('class')?.text ?? '')}`))
      return true;
  }
  return box.conditions.length > 0 || /privacy|auth|agree|popup|modal|dialog|protocol/i.test(box.owner);
}

function containerOf(refuse: Element): { box: Element; agree: Element } | null {
  for (let at = refuse.parent, level = 0; at && level < 3; at = at.parent, level += 1) {
    const agree = [...everyElement([at])].find(
      (one) => one !== refuse && isPressed(one) && one !== at && wordsOf(one, 30).length <= 14 && AGREES.test(wordsOf(one, 30)),
    );
    if (!agree) continue;
    let box = at;
    for (let up = 0; box.parent && up < 3 && wordsOf(box.parent, 500).length < 420; up += 1) box = box.parent;
    return { box, agree };
  }
  return null;
}

function effectOfElement(refuse: Element, agree: Element, component: Parameters<typeof functionsOf>[2], analysis: Analysis): ChoiceEffect {
  const handler = refuse.events.find((one) => one.event === 'tap');
  if (!handler) return refuse.attributes.has('opentype') || refuse.events.length > 0 ? 'unknown' : 'nothing';
  if (handler.text === '') return 'nothing';
  const other = agree.events.find((one) => one.event === 'tap') ?? agree.events[0];
  const marked = [...refuse.attributes.keys()].some((name) => name.startsWith('data'));
  if (other && other.text === handler.text && !marked && handler.text !== '') return 'same-as-agree';
  if (inlineWrites(handler).length > 0) return 'closes';
  const fns = functionsOf(refuse, handler, component, analysis.resolver);
  if (fns.length === 0)
    return handler.expression ? 'closes' : component && component.scripts.length > 0 && !hasOutside(component) ? 'nothing' : 'unknown';
  const effects = fns.map((fn) => effectOfFunction(fn));
  const same = other ? functionsOf(agree, other, component, analysis.resolver) : [];
  if (
    !marked &&
    same.length > 0 &&
    same.every((one) => fns.some((fn) => fn !== one && sourceOf(fn) === sourceOf(one) && sourceOf(fn).length > 4))
  )
    return 'same-as-agree';
  return effects[0] ?? 'unknown';
}

const sourceOf = (fn: Fn): string => {
  const body = fn.node?.body as Node | undefined;
  return body ? fn.script.file.text.slice(body.start, body.end).replaceAll(/\s+/g, '') : '';
};

/** Methods may come from mixins that are not in the program. */
export const hasOutside = (component: NonNullable<Parameters<typeof functionsOf>[2]>): boolean =>
  component.scripts.some((script) => /\b(mixins|behaviors|extends)\b\s*[:=]|\.\.\.\w|\bmap(Actions|Mutations)\b/.test(script.file.text));

function effectOfFunction(fn: Fn): ChoiceEffect {
  const inner = functionsWithin(fn);
  const names = inner.flatMap((one) => one.calls.map((call) => (pathOf(call.callee) ?? '?').split('.').at(-1)!));
  if (names.some((name) => /^(exitMiniProgram|exit)$/.test(name))) return 'exits';
  if (names.some((name) => /^(navigateBack|switchTab|reLaunch|redirectTo|navigateTo)$/.test(name))) return 'leaves';
  if (settingsWithin(fn).length > 0) return 'closes';
  const real = names.filter(
    (name) => !/^(showToast|log|info|warn|error|vibrateShort|stopPropagation|preventDefault|hideLoading)$/.test(name),
  );
  return real.length === 0 ? 'nothing' : 'unknown';
}
