import type { Fact, GateNeed, PromptRole } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import { readGates } from '../../../surface/gates/gates.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import { WALK_END_NOTE, type WalkEnd } from './walk.ts';
import { armsOf, earliestPhase, evidenceAt, groupBy, type Look, looksOf, type VisitInput } from './visit.ts';

interface Sighting {
  readonly look: Look;
  readonly needs: GateNeed;
  readonly node: number;
  readonly how: string;
  readonly refusable: 'yes' | 'no' | 'unknown';
}

const NEED_OF_ROLE: Partial<Record<PromptRole, GateNeed>> = {
  login: 'login',
  phone: 'phone',
  profile: 'profile',
  membership: 'membership',
  follow: 'follow',
  location: 'location',
  'robot-check': 'robot-check',
  'app-download': 'app-download',
  'wechat-wall': 'wechat',
  'age-gate': 'age',
};

/**
 * What stands between the consumer and the basic function: blocking layers that ask for something, sentences that close the page
 * until something is given, and what finally stopped a walk. A way out that was tried and worked makes it refusable.
 */
export function deriveGates(input: VisitInput): Fact<'gate'>[] {
  const sightings = [
    ...looksOf(input).flatMap((look) => [...fromPrompts(input, look), ...fromText(input, look)]),
    ...input.arms.flatMap((arm) => fromEnd(input, arm)),
  ];
  return [...groupBy(sightings, ({ needs }) => needs).values()].map((group) => {
    const { look, needs, node, how } = group[0] as Sighting;
    const said = [...new Set(group.map((sighting) => sighting.how.slice(0, 200)))].slice(0, MOST_SAYINGS).join(' | ');
    return makeFact('gate', {
      phase: earliestPhase(group.map((sighting) => sighting.look.phase)),
      pi: [],
      party: null,
      label: how.slice(0, 60),
      detail: {
        needs,
        function: functionOf(input),
        refusable: refusable(input, needs, group),
        how: said,
        stage: look.event.stage,
        step: look.event.step,
        arms: armsOf(group.map((sighting) => sighting.look)),
      },
      evidence: [evidenceAt(look, node)],
      stable: [needs],
    });
  });
}

/** So many of the different ways in which the same is demanded are kept. */
const MOST_SAYINGS = 5;

/** Forms that leave nothing but to join, log in or show a face end a walk without any layer or sentence that says so. */
const CLOSING: readonly (string | null)[] = ['membership', 'login', 'face'];

function fromEnd(input: VisitInput, arm: VisitInput['arms'][number]): Sighting[] {
  const note = arm.events.find((event) => event.type === 'note' && event.code === WALK_END_NOTE);
  if (note?.type !== 'note') return [];
  const { stoppedBy } = JSON.parse(note.detail) as WalkEnd;
  if (!CLOSING.includes(stoppedBy)) return [];
  const look = looksOf({ ...input, arms: [arm] }).findLast(({ event }) => event.seq < note.seq);
  return look ? [{ look, needs: stoppedBy as GateNeed, node: 0, how: look.reading.text.slice(0, 200), refusable: 'no' }] : [];
}

function fromPrompts(input: VisitInput, look: Look): Sighting[] {
  return look.reading.prompts.flatMap((prompt) => {
    const needs = NEED_OF_ROLE[prompt.role];
    const asksInUse = look.event.stage === 'use' && (needs === 'phone' || needs === 'profile');
    if (!needs || !(prompt.blocking || asksInUse)) return [];
    const waysOut = prompt.choices.filter(
      (choice) => ['refuse', 'close', 'later', 'guest'].includes(choice.role) && choice.weight !== 'hidden',
    );
    return [{ look, needs, node: prompt.node, how: prompt.text, refusable: outcomeOfWayOut(input, prompt.key, waysOut.length > 0) }];
  });
}

/** A way out counts when a press on it closed the layer; offered but never pressed is unknown. */
function outcomeOfWayOut(input: VisitInput, key: string, offered: boolean): 'yes' | 'no' | 'unknown' {
  if (!offered) return 'no';
  const results = input.arms.flatMap((arm) =>
    arm.events
      .filter((event): event is LedgerEvent<'effect'> => event.type === 'effect')
      .filter((effect) => {
        const cause = arm.events.find((event) => event.seq === effect.input);
        if (cause?.type !== 'input' || cause.surface === null || !/:(refuse|close|later|guest)$/.test(cause.aim)) return false;
        const prompt = input.reading(cause.surface).prompts.find((candidate) => candidate.key === key);
        return prompt?.choices.some((choice) => choice.node === cause.node) ?? false;
      }),
  );
  if (results.length === 0) return 'unknown';
  return results.some((effect) => effect.closed && !effect.left) ? 'yes' : 'no';
}

/** Sentences that tell what must be given first, as against those that only ask. */
const CONDITION =
  /(完成|通过|获取|确认|授权|开启|打开|允许|登录|注册|绑定|验证|填写|关注|同意|提供|成为|加入|添加|扫码|填写|录入|上传).{0,16}(之?后|才能?|方可|方能|才可以?|再|即可)|仅(支持|限)|只(支持|能)|必须|(无法|不能).{0,20}请|only|required|to continue/i;
/** Words of a control that leads round what a sentence demands. */
const OTHER_WAY =
  /其(他|它)|更换|换(一|种|个)|手动|自行|选择(门店|城市|地区|网点|区域)|密码|短信|扫码支付|微信支付|支付宝|现金|人工|游客|跳过|暂不|免登录|直接|稍后|another|manual|skip|guest|later/i;

function fromText(input: VisitInput, look: Look): Sighting[] {
  return readGates(look.surface, look.reading.prompts).map((gate) => ({
    look,
    needs: gate.needs,
    node: gate.node,
    how: gate.text,
    refusable: CONDITION.test(gate.text) && endsThere(input, look) ? ('no' as const) : ('unknown' as const),
  }));
}

/** Tries the same once more. */
const AGAIN = /^(点击|请)?(重试|再试(一次)?|重新(定位|获取|授权|加载|尝试)|刷新|retry|try again|reload)/i;

/** The walk that gave nothing ended before this very screen, and nothing on it leads round the demand. */
function endsThere(input: VisitInput, look: Look): boolean {
  if (look.arm === 'accept') return false;
  const events = input.arms.find(({ arm }) => arm === look.arm)?.events ?? [];
  const end = events.findLast((event) => event.type === 'note' && event.code === WALK_END_NOTE);
  const last = end && events.findLast((event) => event.type === 'surface' && event.seq < end.seq);
  if (end?.type !== 'note' || last?.type !== 'surface') return false;
  const { reached, stoppedBy, exhausted } = JSON.parse(end.detail) as WalkEnd;
  // Where every way was tried, a screen without a way on was an end too, though we went back from it.
  const deadEnd =
    exhausted && look.event.seq < end.seq && look.reading.controls.every(({ role, text }) => role !== 'forward' || AGAIN.test(text.trim()));
  if (last.surface !== look.event.surface && !deadEnd) return false;
  if (reached === 'yes' || stoppedBy === 'time' || stoppedBy === 'left-site') return false;
  const { controls, fields, prompts } = look.reading;
  const offered = [...controls, ...prompts.flatMap((prompt) => prompt.choices)];
  return !offered.some(({ text }) => OTHER_WAY.test(text)) && !fields.some(({ control }) => control.startsWith('select'));
}

const functionOf = (input: VisitInput): string => ends(input)[0]?.end.function ?? 'basic-function';

function ends(input: VisitInput) {
  return input.arms.flatMap((arm) =>
    arm.events
      .filter((event): event is LedgerEvent<'note'> => event.type === 'note' && event.code === WALK_END_NOTE)
      .map((event) => ({ arm: arm.arm, end: JSON.parse(event.detail) as WalkEnd })),
  );
}

/** The walk decides where it can: stopped by this very need in every arm → not refusable; reached in an arm that saw it and gave nothing → refusable. */
function refusable(input: VisitInput, needs: GateNeed, group: readonly Sighting[]): 'yes' | 'no' | 'unknown' {
  const arms = new Set(group.map((sighting) => sighting.look.arm));
  const walked = ends(input).filter(({ arm }) => arms.has(arm));
  // An arm that must not touch the consent dialog stops at it without having tried to refuse.
  const tried = walked.filter(({ arm }) => needs !== 'agreement' || arm === 'refuse' || arm === 'accept');
  if (tried.some(({ end }) => end.stoppedBy === needs)) return 'no';
  if (walked.some(({ end, arm }) => end.reached === 'yes' && arm !== 'accept')) return 'yes';
  const answers = new Set(group.map((sighting) => sighting.refusable));
  return answers.has('yes') ? 'yes' : answers.has('no') ? 'no' : 'unknown';
}
