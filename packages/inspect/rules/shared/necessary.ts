import { findScene, type NecessityVerdict, necessityOf, type PiCategory, sceneChain } from '@liangjian/law';
import type { Fact, GateNeed } from '../../facts/fact.ts';
import type { JudgeContext } from '../rule.ts';
import { tellingPi } from './fields.ts';

/**
 * What the lists say about a category for the scene and channel at hand, and for a step of it when given.
 * No scene, an unknown one, or lists that differ by channel: cannot tell.
 */
export function necessity(category: PiCategory, context: JudgeContext, step: string | null = null): NecessityVerdict {
  if (context.scene === null || !findScene(context.scene)) return 'cannot-tell';
  return necessityOf(category, context.scene, context.channel, step);
}

/** Words of a form that name the step of the service it belongs to. First fit counts; a form nobody can place has no step. */
const STEP_WORDS: Readonly<Record<string, readonly (readonly [step: string, words: RegExp])[]>> = {
  S3: [
    // 「试听报名」 signs up for a trial.
    [
      'before-enrolment',
      /(试听|试课|体验(课|营)?|公开课|讲座|测评|领取|抽奖)[^。]{0,6}(报名|登记|预约)|(报名|预约|登记)[^。]{0,4}(试听|试课|体验)/,
    ],
    ['enrolment', /报名|报读|签约|入学|缴费|购课/],
    ['before-enrolment', /试听|试课|体验|预约|领取|问卷|抽奖|咨询|测评/],
  ],
  S4: [
    ['invest', /理财|基金|申购|投资/],
    ['loan', /贷款|借款|借钱|额度|放款|授信|申请/],
  ],
  S6: [['rent', /租借|租用|押金|免押/]],
  S8: [
    ['finance', /车贷|分期|贷款/],
    ['insurance', /车险|投保|续保/],
    ['test-drive', /试驾|试乘/],
    ['after-sales', /维修|保养|售后/],
    ['order', /订车|下订|定金|订金|签约/],
    ['used-car', /二手车|置换|估价/],
    ['enquiry', /询价|询底价|底价|报价|咨询|了解|优惠|价格|估值/],
  ],
};

/** Words that name the step, for the scene or the one it extends (a national scene uses the city's lists). */
const stepWords = (scene: string | null): readonly (readonly [step: string, words: RegExp])[] =>
  scene === null || !findScene(scene)
    ? []
    : (sceneChain(scene)
        .map(({ code }) => STEP_WORDS[code])
        .find((words) => words !== undefined) ?? []);

/** The scene at hand is this one or extends it. */
export const isScene = (context: JudgeContext, code: string): boolean =>
  context.scene !== null && findScene(context.scene) !== undefined && sceneChain(context.scene).some((scene) => scene.code === code);

/** What stands before the basic function is reached belongs to the scan where the lists know that step. */
const STEP_OF_GATE: Readonly<Record<string, string>> = { S6: 'scan' };

/** Step of the service a field belongs to, as the lists name it; null when the form does not say. */
export function stepOf(fact: Fact, context: JudgeContext): string | null {
  if (fact.type !== 'field') return null;
  // What a dialog at the entry asks for is asked before anything is rented, whatever it promises.
  if (
    fact.detail.stage === 'arrive' &&
    fact.detail.step === 0 &&
    STEP_OF_GATE[context.scene ?? ''] !== undefined &&
    fact.detail.control === 'one-tap'
  )
    return STEP_OF_GATE[context.scene ?? ''] ?? null;
  return stepWords(context.scene).find(([, words]) => words.test(fact.detail.form))?.[0] ?? null;
}

/** The answer of the lists for what one fact asks, at the step it belongs to. */
export const necessityAt = (fact: Fact, category: PiCategory, context: JudgeContext): NecessityVerdict =>
  necessity(category, context, stepOf(fact, context));

/** Not needed for the basic function: the lists call it optional or leave no room for it. */
export function isBeyondNeed(category: PiCategory, context: JudgeContext, step: string | null = null): boolean {
  const spare = (answer: NecessityVerdict): boolean => answer === 'optional' || answer === 'not-necessary';
  if (spare(necessity(category, context, step))) return true;
  // Lists that differ by channel may all leave it out, one as optional, one for good.
  const channels = context.channel === null && context.scene !== null ? (findScene(context.scene)?.channels ?? []) : [];
  return channels.length > 1 && channels.every((channel) => spare(necessity(category, { ...context, channel }, step)));
}

/** Asks for at least one thing that the basic function does not need. */
export const asksBeyondNeed = (facts: readonly Fact[], context: JudgeContext): boolean =>
  facts.some((fact) => tellingPi(fact).some((category) => isBeyondNeed(category, context, stepOf(fact, context))));

const NEED_PI: Readonly<Partial<Record<GateNeed, readonly PiCategory[]>>> = {
  phone: ['phone'],
  profile: ['nickname-avatar'],
  location: ['location-precise'],
  face: ['biometric'],
  identity: ['id-number'],
  // A log-in hands over a number or an account of the platform.
  login: ['phone'],
};

/** Probes for "this scene needs data of a person at all"; a plate typed or an order placed is given by acting, without any agreement. */
const PERSONAL: readonly PiCategory[] = ['phone', 'name', 'address', 'id-number', 'bank-card', 'location-precise'];

/** Step in which a consumer has only arrived: looking around, as the lists name it. */
const FIRST_STEP: Readonly<Record<string, string>> = { S3: 'before-enrolment', S4: 'browse', S5: 'browse', S6: 'scan', S8: 'enquiry' };

const firstStep = (scene: string): string | null =>
  sceneChain(scene)
    .map(({ code }) => FIRST_STEP[code])
    .find((step) => step !== undefined) ?? null;

/**
 * Whether a thing that stands in the way is needed for the basic function. `atEntry`: it stands before anything can be looked at,
 * so only what looking around needs counts.
 */
export function needVerdict(need: GateNeed, context: JudgeContext, atEntry = false): 'unneeded' | 'needed' | 'unknown' {
  if (need === 'follow' || need === 'membership') return 'unneeded';
  if (context.scene === null || !findScene(context.scene)) return 'unknown';
  if (need === 'agreement') {
    const step = atEntry ? firstStep(context.scene) : null;
    const answers = PERSONAL.map((category) => necessity(category, context, step));
    // Looking around: the lists rule out what would name a person, and call for nothing.
    if (step !== null)
      return isBeyondNeed('phone', context, step) && isBeyondNeed('id-number', context, step) && !answers.includes('necessary')
        ? 'unneeded'
        : 'unknown';
    return PERSONAL.every((category) => isBeyondNeed(category, context)) ? 'unneeded' : 'unknown';
  }
  const categories = NEED_PI[need];
  if (!categories) return 'unknown';
  const answers = categories.map((category) => necessity(category, context, STEP_OF_GATE[context.scene ?? ''] ?? null));
  if (answers.includes('necessary')) return 'needed';
  return answers.every((answer) => answer === 'optional' || answer === 'not-necessary') ? 'unneeded' : 'unknown';
}
