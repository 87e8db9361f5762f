import type { Text } from '@liangjian/law';
import type { Answer } from '../../../facts/fact.ts';
import type { Analysis } from '../model/analysis.ts';
import { bare, memberName, nameOf, pathOf } from '../model/ast.ts';
import type { Component } from '../model/component.ts';
import { type Condition, type Element, wordsOf } from '../model/elements.ts';
import { dataPath, evaluate, UNKNOWN } from '../model/evaluate.ts';
import type { Edge } from '../model/graph.ts';
import { placeIn } from '../model/place.ts';
import { type ChainStep, type ConsentEvidence, type GateKind, type Place, type Trigger, UNASKED } from '../model/program-model.ts';
import type { Fn, Guard } from '../model/script.ts';
import { type Way, waysTo } from '../model/ways.ts';
import type { FoundPoint } from '../points/found.ts';
import type { Tick } from './consent-controls.ts';
import { awaitedDialog, dialogOf, type DialogAnswer } from './dialog-guard.ts';
import { gateAmong, notAgreed } from './not-agreed.ts';
import { settingsByPath } from './state.ts';

export interface Ticks {
  /** Consent controls that stand on the page of a component, its own and those of components beside it. */
  readonly on: (key: string) => readonly Tick[];
}

export interface Gate {
  readonly answer: Answer;
  readonly kind: GateKind;
  readonly place: Place | null;
  readonly what: Text | null;
}

const NO_GATE: Gate = { answer: 'no', kind: 'none', place: null, what: null };
const SERIOUSNESS: readonly Trigger[] = [
  'launch',
  'load',
  'show',
  'ready',
  'interceptor',
  'timer',
  'event',
  'fail-callback',
  'dialog-cancel',
  'unknown',
  'input',
  'submit',
  'tap',
  'dialog-confirm',
];

export interface Evidence {
  readonly consent: ConsentEvidence;
  readonly ways: readonly Way[];
  readonly gate: Gate;
}

/** How a point is reached, what stands before it, and what its consent control starts with. */
export function evidenceOf(point: FoundPoint, analysis: Analysis, ticks: Ticks): Evidence {
  return point.fn ? ofCall(point, point.fn, analysis, ticks) : ofControl(point, analysis, ticks);
}

function ofControl(point: FoundPoint, analysis: Analysis, ticks: Ticks): Evidence {
  const element = point.element;
  if (point.by === 'api') return unread(point);
  const own = ticks.on(point.owner);
  const component = analysis.components.get(point.owner) ?? analysis.components.get(analysis.usages.get(point.owner)?.[0]?.owner ?? '');
  const gate = element ? controlGate(element, component, own, analysis, ticks) : NO_GATE;
  const trigger: Trigger =
    point.by === 'field' ? 'input' : element && /^(camera|live-?pusher|voip-?room)$/i.test(element.tag) ? 'load' : 'tap';
  const chain: ChainStep[] = [step('control', `控件${quoted(point.label)}`, `control ${point.label}`, point.place)];
  if (element) {
    const handler = element.events.find((one) => one.event !== 'tap') ?? element.events[0];
    if (handler && handler.text !== '')
      chain.push(step('handler', `由 ${handler.text} 处理`, `handled by ${handler.text}`, placeIn(element.file, handler.start)));
  }
  return finish(gate, trigger, [trigger], own, chain, 'unknown', []);
}

/** A call found as text in a script that does not parse: nothing can be said about it. */
function unread(point: FoundPoint): Evidence {
  const chain = [step('collect', `文字中出现 ${point.name}`, `${point.name} occurs as text`, point.place)];
  return {
    gate: NO_GATE,
    ways: [],
    consent: { trigger: 'unknown', triggers: ['unknown'], gate: 'unknown', gateKind: 'none', initial: 'unknown', wayOut: 'unknown', chain },
  };
}

function ofCall(point: FoundPoint, fn: Fn, analysis: Analysis, ticks: Ticks): Evidence {
  const all = waysTo(fn, analysis.graph);
  const live = all.filter((way) => isLiveRoot(way, analysis));
  const ways = live.length > 0 ? live : all;
  const judged = ways.map((way) => ({ way, gate: wayGate(way, point, analysis, ticks), triggers: triggersOf(way, point, analysis) }));
  // A way that a condition closes may have a longer sister that is open: look again without the closed edges.
  const open = waysTo(
    fn,
    analysis.graph,
    (guards, edge) =>
      gateAmong(guards, ticks.on(ownerOf(edge.from)), analysis.components.get(ownerOf(edge.from)), analysis)?.answer !== 'yes',
  ).filter((way) => isLiveRoot(way, analysis) || live.length === 0);
  for (const way of open)
    if (!ways.some((one) => one.root === way.root && same(one.edges, way.edges)))
      judged.push({ way, gate: wayGate(way, point, analysis, ticks), triggers: triggersOf(way, point, analysis) });
  const rank = (one: (typeof judged)[number]): number =>
    (one.gate.answer === 'no' ? 0 : one.gate.answer === 'unknown' ? 100 : 200) + SERIOUSNESS.indexOf(one.triggers[0] ?? 'unknown');
  const worst = judged.toSorted((a, b) => rank(a) - rank(b))[0];
  if (!worst)
    return finish(
      NO_GATE,
      'unknown',
      ['unknown'],
      ticks.on(point.owner),
      [step('collect', `调用 ${point.name}`, `call of ${point.name}`, point.place)],
      'unknown',
      [],
    );
  const triggers = [...new Set([...worst.triggers, ...judged.flatMap((one) => one.triggers)])];
  const chain = chainOf(worst.way, point);
  const dialog = dialogOn(worst.way, point);
  return finish(
    worst.gate,
    worst.triggers[0] ?? 'unknown',
    triggers,
    ticks.on(worst.way.root.component.key || point.owner),
    chain,
    dialog ? (dialog.oneButton ? 'no' : 'yes') : 'unknown',
    ways,
  );
}

const same = (a: readonly Edge[], b: readonly Edge[]): boolean => a.length === b.length && a.every((one, index) => one === b[index]);
const ownerOf = (fn: Fn): string => fn.script.key;

export function isLiveRoot(way: Way, analysis: Analysis): boolean {
  if (analysis.live === null) return true;
  const key = way.root.component.key;
  return analysis.live.has(key) || (analysis.components.get(key) === undefined && way.root.component.scripts.length === 0);
}

function finish(
  gate: Gate,
  trigger: Trigger,
  triggers: readonly Trigger[],
  own: readonly Tick[],
  chain: readonly ChainStep[],
  wayOut: Answer,
  ways: readonly Way[],
): Evidence {
  const tick = own[0];
  const steps = [...chain];
  if (gate.place) steps.push({ role: 'gate', what: gate.what ?? { zh: '条件', en: 'condition' }, place: gate.place });
  if (tick) {
    steps.push(step('consent-control', `勾选项${quoted(tick.label)}`, `consent control ${tick.label}`, tick.place));
    if (tick.initialPlace) steps.push({ role: 'start-value', what: tick.initialWhy, place: tick.initialPlace });
  }
  return {
    gate,
    ways,
    consent: { trigger, triggers, gate: gate.answer, gateKind: gate.kind, initial: tick ? tick.initial : 'none', wayOut, chain: steps },
  };
}

/** What stands before a control: it is only there, enabled or of its type when agreed. */
export function controlGate(
  element: Element,
  component: Component | undefined,
  own: readonly Tick[],
  analysis: Analysis,
  ticks: Ticks,
  depth = 0,
): Gate {
  const env = (fn: Fn | null) => notAgreed(own, component, analysis, fn);
  const type = element.attributes.get('opentype');
  if (type && typeof type.text === 'string' && /agreePrivacyAuthorization/i.test(type.text))
    return {
      answer: 'yes',
      kind: 'platform-agree',
      place: placeIn(element.file, type.start),
      what: { zh: '按钮同时是平台的隐私同意按钮', en: 'the button is the agree button of the platform as well' },
    };
  if (type?.expression) {
    const value = evaluate(type.expression, env(element.fn));
    if (value !== UNKNOWN && !/get(realtime)?phonenumber|chooseavatar|getuser|getauthorize/i.test(String(value)))
      return {
        answer: 'yes',
        kind: 'control-type',
        place: placeIn(element.file, type.start),
        what: { zh: '未同意时按钮不收集', en: 'the button does not collect before agreement' },
      };
  }
  for (let at: Element | null = element, level = 0; at && level < 2; at = at.parent, level += 1) {
    const disabled = at.attributes.get('disabled');
    if (disabled?.expression && (level === 0 || /button/i.test(at.tag))) {
      const value = evaluate(disabled.expression, env(element.fn));
      if (value !== UNKNOWN && value)
        return {
          answer: 'yes',
          kind: 'control-enabled',
          place: placeIn(at.file, disabled.start),
          what: { zh: '未同意时按钮不可用', en: 'the button is disabled before agreement' },
        };
    }
  }
  let open: Gate | null = null;
  for (const condition of element.conditions) {
    const value = evaluate(condition.expression, env(condition.fn));
    if (value !== UNKNOWN) {
      if (Boolean(value) !== condition.holds)
        return {
          answer: 'yes',
          kind: 'control-shown',
          place: placeIn(element.file, condition.start),
          what: { zh: '未同意时按钮不出现', en: 'the button is not shown before agreement' },
        };
      continue;
    }
    const opened = openedBy(condition, element, component, own, analysis);
    if (opened) open ??= opened;
    if (opened?.answer === 'yes') return opened;
  }
  const shown = shownAttribute(element);
  if (shown) {
    const opened = openedBy(shown, element, component, own, analysis);
    if (opened?.answer === 'yes') return opened;
  }
  if (depth < 2) {
    const users = analysis.usages.get(element.owner) ?? [];
    const gates = users.map((user) =>
      controlGate(user, analysis.components.get(user.owner), ticks.on(user.owner), analysis, ticks, depth + 1),
    );
    if (gates.length > 0 && gates.every((one) => one.answer === 'yes')) return gates[0]!;
  }
  return open ?? NO_GATE;
}

/** `show` of a pop-up around the control. */
function shownAttribute(element: Element): Condition | null {
  for (let at: Element | null = element.parent; at; at = at.parent) {
    const shown = ['show', 'visible', 'isshow', 'vmodel', 'isopened', 'value', 'open']
      .map((name) => at!.attributes.get(name))
      .find((one) => one?.expression);
    if (shown?.expression && /popup|dialog|modal|sheet|drawer|mask|overlay|layout|auth|login/i.test(at.tag))
      return { expression: shown.expression, holds: true, start: shown.start, fn: element.fn };
  }
  return null;
}

/** A control behind a flag is gated when the flag is only ever raised after agreement. */
function openedBy(
  condition: Condition,
  element: Element,
  component: Component | undefined,
  own: readonly Tick[],
  analysis: Analysis,
): Gate | null {
  const path = dataPath(pathOf(bare(condition.expression)) ?? '');
  if (path === '' || !component || !condition.holds) return null;
  const raised = (settingsByPath(component).get(path) ?? []).filter(
    (one) => evaluate(one.value, { path: () => UNKNOWN, call: () => UNKNOWN }) === true,
  );
  if (raised.length === 0) return null;
  const gates = raised.map((one) => {
    const here = gateAmong(one.guards, own, component, analysis);
    if (here?.answer === 'yes') return here;
    const ways = waysTo(one.fn, analysis.graph);
    const closed = ways.map((way) =>
      gateAmong(
        way.edges.flatMap((edge) => edge.guards),
        own,
        component,
        analysis,
      ),
    );
    return ways.length > 0 && closed.every((gate) => gate?.answer === 'yes') ? closed[0]! : null;
  });
  const first = gates[0];
  if (first && gates.every((one) => one !== null))
    return {
      answer: 'yes',
      kind: 'control-shown',
      place: placeIn(first.guard.fn.script.file, first.guard.test.start),
      what: { zh: '只有同意后才会出现', en: 'only shown after agreement' },
    };
  void element;
  return null;
}

/** What stands on one way to a call. */
function wayGate(way: Way, point: FoundPoint, analysis: Analysis, ticks: Ticks): Gate {
  const component = way.root.component;
  const own = ticks.on(component.key);
  const guards: Guard[] = [...way.edges.flatMap((edge) => edge.guards), ...point.guards];
  const gate = gateAmong(guards, own, analysis.components.get(component.key) ?? component, analysis);
  if (gate?.answer === 'yes')
    return {
      answer: 'yes',
      kind: 'handler',
      place: placeIn(gate.guard.fn.script.file, gate.guard.test.start),
      what: { zh: '未同意时不会执行到这里', en: 'not reached before agreement' },
    };
  for (const edge of way.edges) {
    if (apiOf(edge, analysis) === 'requirePrivacyAuthorize' && edge.via !== 'fail' && edge.via !== 'catch')
      return {
        answer: 'yes',
        kind: 'platform-require',
        place: placeIn(edge.from.script.file, edge.call.node.start),
        what: { zh: '先经平台隐私授权', en: 'after the privacy authorisation of the platform' },
      };
  }
  const waited = awaited(way, point);
  if (waited) return waited;
  const dialog = dialogOn(way, point);
  if (dialog)
    return {
      answer: dialog.asks ? 'yes' : 'unknown',
      kind: 'dialog',
      place: dialog.place,
      what: { zh: `先弹窗确认${quoted(dialog.text)}`, en: 'after a dialog was confirmed' },
    };
  const agreeing = way.root.element;
  if (agreeing && way.root.handler && /agreeprivacyauthorization/.test(way.root.handler.event))
    return {
      answer: 'yes',
      kind: 'platform-agree',
      place: placeIn(agreeing.file, agreeing.start),
      what: { zh: '平台隐私同意按钮之后', en: 'after the agree button of the platform' },
    };
  if (agreeing) {
    const shown = controlGate(agreeing, analysis.components.get(agreeing.owner), ticks.on(agreeing.owner), analysis, ticks);
    if (shown.answer === 'yes') return shown;
  }
  if (guards.some(isGranted)) return { answer: 'unknown', kind: 'handler', place: null, what: null };
  if (gate)
    return {
      answer: 'unknown',
      kind: 'handler',
      place: placeIn(gate.guard.fn.script.file, gate.guard.test.start),
      what: { zh: '有与同意有关的条件，无法判断', en: 'a condition about agreement that cannot be decided' },
    };
  return NO_GATE;
}

/** `await wx.requirePrivacyAuthorize()` earlier in a function on the way. */
function awaited(way: Way, point: FoundPoint): Gate | null {
  const stops: { fn: Fn; before: number }[] = [
    ...way.edges.map((edge) => ({ fn: edge.from, before: edge.call.node.start })),
    ...(point.fn && point.call ? [{ fn: point.fn, before: point.call.start }] : []),
  ];
  for (const stop of stops) {
    const found = stop.fn.calls.find(
      (call) => call.node.start < stop.before && /(^|\.)requirePrivacyAuthorize$/.test(pathOf(call.callee) ?? ''),
    );
    if (found && stop.fn.node?.async)
      return {
        answer: 'yes',
        kind: 'platform-require',
        place: placeIn(stop.fn.script.file, found.node.start),
        what: { zh: '先经平台隐私授权', en: 'after the privacy authorisation of the platform' },
      };
  }
  return null;
}

/** The permission was given before: `if (res.authSetting['scope.x'])`. */
function isGranted(guard: Guard): boolean {
  if (!guard.holds) return false;
  const at = bare(guard.test);
  return at?.type === 'MemberExpression' && (memberName(at) ?? '').startsWith('scope.');
}

function apiOf(edge: Edge, analysis: Analysis): string {
  const callee = bare(edge.call.callee);
  const name = callee?.type === 'MemberExpression' ? (memberName(callee) ?? '') : (nameOf(callee) ?? '');
  if (name === 'then' && callee?.type === 'MemberExpression') {
    const inner = bare(callee.object);
    return inner?.type === 'CallExpression' ? ((pathOf(inner.callee) ?? '').split('.').at(-1) ?? '') : '';
  }
  void analysis;
  return name;
}

function dialogOn(way: Way, point: FoundPoint): DialogAnswer | null {
  for (const edge of way.edges) {
    const found = dialogOf(edge, [...way.edges.flatMap((one) => one.guards), ...point.guards]);
    if (found?.answer === 'confirm') return found;
  }
  return awaitedDialog([...way.edges.flatMap((one) => one.guards), ...point.guards]);
}

function triggersOf(way: Way, point: FoundPoint, analysis: Analysis): Trigger[] {
  const first = way.root.trigger;
  const more: Trigger[] = [];
  const guards = [...way.edges.flatMap((one) => one.guards), ...point.guards];
  for (const edge of way.edges) {
    const dialog = dialogOf(edge, guards);
    if (dialog?.answer === 'confirm') return [dialog.asks || !UNASKED.includes(first) ? 'dialog-confirm' : first, first];
    if (dialog?.answer === 'cancel') more.push('dialog-cancel');
    if (edge.via === 'fail' || edge.via === 'catch') more.push('fail-callback');
    if (edge.via === 'setTimeout' || edge.via === 'setInterval') more.push('timer');
    if (/interceptors?\.request\.use$|addInterceptor$/.test(pathOf(edge.call.callee) ?? '')) more.unshift('interceptor');
  }
  void analysis;
  const waited = awaitedDialog(guards);
  if (waited) return [waited.asks || !UNASKED.includes(first) ? 'dialog-confirm' : first, first];
  if (more[0] === 'interceptor') return ['interceptor', first];
  return [first, ...more];
}

function chainOf(way: Way, point: FoundPoint): ChainStep[] {
  const steps: ChainStep[] = [];
  const root = way.root;
  if (root.element && root.handler) {
    steps.push(
      step(
        'control',
        `控件${quoted(wordsOf(root.element, 40))}`,
        `control ${wordsOf(root.element, 40)}`,
        placeIn(root.element.file, root.element.start),
      ),
    );
    steps.push(
      step(
        'handler',
        `由 ${root.name || '内联代码'} 处理`,
        `handled by ${root.name || 'inline code'}`,
        placeIn(root.fn.script.file, root.fn.node?.start ?? 0),
      ),
    );
  } else
    steps.push(
      step(
        'handler',
        root.name ? `页面生命周期 ${root.name}` : '脚本顶层',
        root.name ? `life cycle ${root.name}` : 'top level of the script',
        placeIn(root.fn.script.file, root.fn.node?.start ?? 0),
      ),
    );
  for (const edge of way.edges) {
    const name = (pathOf(edge.call.callee) ?? edge.to.name) || '…';
    steps.push(step('call', `调用 ${name}`, `calls ${name}`, placeIn(edge.from.script.file, edge.call.node.start)));
  }
  steps.push(step('collect', `调用 ${point.name}`, `calls ${point.name}`, point.place));
  return steps;
}

const quoted = (words: string): string => (words === '' ? '' : `“${words.slice(0, 40)}”`);
const step = (role: ChainStep['role'], zh: string, en: string, place: Place): ChainStep => ({ role, what: { zh, en: en.trim() }, place });
