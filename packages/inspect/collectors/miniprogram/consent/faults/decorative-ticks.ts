import { type Node, pathOf } from '../../model/ast.ts';
import { type Element, everyElement, type HandlerRef, wordsOf } from '../../model/elements.ts';
import { dataPath } from '../../model/evaluate.ts';
import { functionsOf } from '../../model/handlers.ts';
import type { Judged } from '../material.ts';
import { placeIn } from '../../model/place.ts';
import type { ConsentFault } from '../../model/program-model.ts';
import { pathsIn, type Tick } from '../consent-controls.ts';
import type { Material } from '../material.ts';
import { gateAmong } from '../not-agreed.ts';
import { functionsWithin, isWithin } from '../state.ts';
import { fault, isLive } from './fault.ts';

const SHEET = /^open-type=(getPhoneNumber|getRealtimePhoneNumber|chooseAvatar|getUserInfo|getAuthorize)$/i;
const GOES_ON = /登录|登陆|注册|提交|下一步|申请|预约|报名|绑定|授权|加入|开通|确定|确认|领取|login|submit|sign/i;

/** A tick box that the collecting button ignores, or that is asked only after the phone number came back. */
export function decorativeTicks({ analysis, judged, ticks }: Material): ConsentFault[] {
  const found: ConsentFault[] = [];
  const accused = new Set<Tick>();
  for (const one of judged) {
    if (
      !SHEET.test(one.found.name) ||
      one.point.status === 'abolished' ||
      one.evidence.gate.answer === 'yes' ||
      !one.found.element ||
      !isLive(one.found.owner, analysis)
    )
      continue;
    const own = ticks.on(one.found.owner);
    const tick = own[0];
    if (!tick) continue;
    const after = checkedAfter(one, own, analysis);
    if (/^open-type=(getUserInfo|chooseAvatar)$/i.test(one.found.name) && !after && !GOES_ON.test(one.point.label)) continue;
    accused.add(tick);
    const chain = after
      ? [
          ...one.point.consent.chain,
          { role: 'gate' as const, what: { zh: '收集之后才检查是否同意', en: 'asked only after the data came back' }, place: after },
        ]
      : one.point.consent.chain;
    found.push(
      fault(
        after ? 'checked-after-collection' : 'decorative-tick-box',
        {
          key: one.found.owner,
          place: one.point.place,
          label: one.point.label,
          why: after
            ? {
                zh: '点击按钮先取得手机号等信息，之后才检查是否勾选同意',
                en: 'the button hands over the data first and the tick is looked at afterwards',
              }
            : {
                zh: '页面有同意勾选项，但这个按钮不管是否勾选都能收集',
                en: 'the page has a tick box, but this button collects whether it is ticked or not',
              },
        },
        analysis,
        { points: [one], chain, answer: one.evidence.gate.answer === 'unknown' ? 'unknown' : 'yes' },
      ),
    );
  }
  for (const key of analysis.elements.keys()) {
    for (const tick of ticks.on(key)) {
      if (accused.has(tick) || tick.owner !== key || !isLive(key, analysis) || tick.state.length === 0) continue;
      accused.add(tick);
      const ignored = ignoredBy(tick, key, { analysis, ticks });
      if (ignored)
        found.push(
          fault(
            'decorative-tick-box',
            {
              key,
              place: ignored.place,
              label: ignored.label,
              why: { zh: '页面有同意勾选项，但没有代码使用它，勾不勾选都能继续', en: 'the page has a tick box that no code looks at' },
            },
            analysis,
            {
              points: judged.filter((one) => one.point.page !== null && one.point.page === analysis.pageOf(key)),
              chain: [
                { role: 'control', what: { zh: `控件“${ignored.label}”`, en: `control ${ignored.label}` }, place: ignored.place },
                { role: 'consent-control', what: { zh: `勾选项“${tick.label}”`, en: `consent control ${tick.label}` }, place: tick.place },
              ],
            },
          ),
        );
    }
  }
  return found;
}

/** Where the handler of a sheet looks at the tick: too late, the data is there. */
function checkedAfter(one: Judged, own: readonly Tick[], analysis: Material['analysis']) {
  const element = one.found.element!;
  const component = analysis.components.get(one.found.owner);
  for (const handler of element.events) {
    if (handler.event === 'tap') continue;
    for (const fn of functionsOf(element, handler, component, analysis.resolver)) {
      for (const inner of fn.script.fns) {
        if (!isWithin(inner, fn)) continue;
        for (const call of inner.calls) {
          const gate = gateAmong(call.guards, own, component, analysis);
          if (gate?.answer === 'yes') return placeIn(gate.guard.fn.script.file, gate.guard.test.start);
        }
      }
    }
  }
  return null;
}

/** The button that goes on although nothing anywhere looks at the tick; null when something does. */
function ignoredBy(tick: Tick, key: string, { analysis, ticks }: Pick<Material, 'analysis' | 'ticks'>) {
  const page = analysis.pageOf(key) ?? key;
  const keys = [...analysis.elements.keys()].filter((other) => other === key || other === page || ticks.on(other).includes(tick));
  // A tick that tells its parent is judged there; one inside a component of its own cannot be followed.
  if (key !== page) return null;
  const button = keys
    .flatMap((other) => [...everyElement(analysis.elements.get(other) ?? [])])
    .find(
      (element) =>
        (/button/i.test(element.tag) || element.events.some((one) => one.event === 'tap' || one.event === 'submit')) &&
        GOES_ON.test(wordsOf(element, 24)) &&
        wordsOf(element, 24).length <= 14,
    );
  if (!button) return null;
  const names = new Set(tick.unset.keys());
  /** The handler looks at the tick, says so, and goes on all the same. */
  const onlyTold = (pressed: Element, owner: string): boolean => {
    const component = analysis.components.get(owner);
    const own = ticks.on(key);
    const calls = [...handlersOf(pressed)]
      .flatMap(({ element, handler }) => functionsOf(element, handler, component, analysis.resolver))
      .flatMap((fn) => functionsWithin(fn))
      .flatMap((fn) => fn.calls);
    const looks = calls.some((call) => call.guards.some((guard) => looksAt(guard.test, names)));
    if (!looks || calls.some((call) => gateAmong(call.guards, own, component, analysis) !== null)) return false;
    return calls.some((call) => call.guards.length === 0 && GOING_ON.test(pathOf(call.callee) ?? ''));
  };
  for (const other of keys) {
    const component = analysis.components.get(other);
    if (!component || component.scripts.length === 0) return null;
    for (const script of component.scripts) {
      for (const name of names) {
        const last = name.split('.').at(-1)!;
        // Read anywhere but where it is turned: as a test, in a request, handed on.
        const plain = last.replaceAll('$', '\\$');
        const text = script.file.text.replaceAll(new RegExp(`${plain}['"]?\\s*[:=]\\s*!\\s*[\\w.$]*\\b${plain}\\b`, 'g'), ' ');
        const uses = text.match(new RegExp(`(?<![\\w$'"-])${plain}(?![\\w$])`, 'g'))?.length ?? 0;
        const sets = text.match(new RegExp(`(?<![\\w$'"-])${plain}\\s*(?::|=(?!=))`, 'g'))?.length ?? 0;
        if (uses > sets && !onlyTold(button, other)) return null;
      }
    }
    for (const element of everyElement(analysis.elements.get(other) ?? [])) {
      const tests = [
        ...element.conditions.map((one) => one.expression),
        ...['disabled', 'opentype', 'class', 'style', 'loading'].map((name) =>
          element === tick.element || isAround(element, tick.element) || isAround(tick.element, element)
            ? null
            : (element.attributes.get(name)?.expression ?? null),
        ),
      ];
      if (
        element !== tick.element &&
        !isAround(tick.element, element) &&
        tests.some((test) => test && [...pathsIn(test)].some((path) => names.has(dataPath(path)) || component.computed.has(dataPath(path))))
      )
        return null;
      // Handed on to a component or kept as an argument of a handler.
      if (
        element !== tick.element &&
        !isAround(element, tick.element) &&
        [...element.attributes.values()].some(
          (one) =>
            one.expression &&
            !['checked', 'vmodel', 'value', 'class', 'src', 'style'].includes(one.name.replace(/^:/, '')) &&
            [...pathsIn(one.expression)].some((path) => names.has(dataPath(path))),
        )
      )
        return null;
    }
  }
  return { place: placeIn(button.file, button.start), label: wordsOf(button, 24) };
}

/** Handlers of a button, and of the form that it sends. */
function handlersOf(button: Element): { element: Element; handler: HandlerRef }[] {
  const own = button.events.map((handler) => ({ element: button, handler }));
  if (!button.attributes.has('formtype')) return own;
  for (let at = button.parent; at; at = at.parent) {
    const found = at.events.find((one) => one.event === 'submit');
    if (found) return [...own, { element: at, handler: found }];
  }
  return own;
}

const looksAt = (test: Node, names: ReadonlySet<string>): boolean => [...pathsIn(test)].some((path) => names.has(dataPath(path)));
const GOING_ON =
  /(^|\.)(login|request|getUserProfile|post|submit\w*|register\w*|doLogin|wxLogin|userLogin|save\w*|send\w*|reLaunch|switchTab|navigateTo)$/;

function isAround(outer: Element, inner: Element): boolean {
  for (let at = inner.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}
