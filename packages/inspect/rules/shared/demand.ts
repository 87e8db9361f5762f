import type { PiCategory, Text } from '@liangjian/law';
import type { Fact, GateNeed, PromptRole } from '../../facts/fact.ts';
import type { FactView, JudgeContext, Verdict } from '../rule.ts';
import { cannotTell, fail, pass } from '../verdict.ts';
import { notMet } from './absent.ts';
import { inArm, seenIn } from './arms.ts';
import { guestPath } from './exculpation.ts';
import { fieldWords, isSideForm, piFields } from './fields.ts';
import { gatesOf, needWords, reachedWithoutYes, walksOf } from './gates.ts';
import { whyNotSeen } from './looked.ts';
import { choicesOf, isReadable, promptsOf, waysOut } from './prompts.ts';
import { distinct, list, quote, text } from './text.ts';

/** Something a scene's row says must not be a condition. */
export interface Demand {
  readonly needs: readonly GateNeed[];
  /** Data a field may ask for by which the same is demanded. */
  readonly categories: readonly PiCategory[];
  /** Fields that count; all when left out. */
  readonly fields?: (field: Fact<'field'>) => boolean;
  /** Gates that count; all when left out. */
  readonly gates?: (gate: Fact<'gate'>) => boolean;
  /** The step the row speaks of ("结账"). */
  readonly step: Text;
  /** What must not be demanded ("手机号"). */
  readonly what: Text;
  /** Null when the lists call for it or leave it open here: the reason, then nobody is accused. */
  readonly doubt?: Text | null;
  readonly officer: Text;
}

const ROLES: readonly PromptRole[] = ['login', 'phone', 'profile', 'membership', 'follow', 'location'];

/** A layer over the page, readable, that leaves no way past. */
export const isCaged = (facts: FactView, prompt: Fact<'prompt'>): boolean =>
  isReadable(prompt) &&
  prompt.detail.blocking &&
  choicesOf(facts, prompt).length > 0 &&
  waysOut(facts, prompt).length === 0 &&
  !choicesOf(facts, prompt).some(({ detail }) => detail.role === 'other');

/** The layer was declined by a press and went away without leaving the page. */
const wasDeclined = (facts: FactView, prompt: Fact<'prompt'>): boolean =>
  waysOut(facts, prompt).some(({ detail }) => detail.effect.closed === 'yes' && detail.effect.left !== 'yes');

/** What of the demand was met, and which of it leaves no way past. */
export function demanded(facts: FactView, demand: Demand): { readonly seen: readonly Fact[]; readonly forced: readonly Fact[] } {
  const roles = ROLES.filter((role) => demand.needs.includes(role as GateNeed));
  const prompts = promptsOf(facts, ...roles);
  const gates = demand.needs.length === 0 ? [] : gatesOf(facts, ...demand.needs).filter((gate) => demand.gates?.(gate) ?? true);
  const fields = piFields(facts).filter(
    (field) => field.pi.some((category) => demand.categories.includes(category)) && (demand.fields?.(field) ?? true),
  );
  // Closing the layer once and being stopped by something else is no demand; being stopped by it after refusing is.
  const stops = walksOf(facts, 'refuse').filter(
    ({ detail }) => detail.reached === 'no' && demand.needs.some((need) => need === detail.stoppedBy) && demand.gates === undefined,
  );
  const declined = new Set(prompts.filter((prompt) => wasDeclined(facts, prompt)).map(({ detail }) => detail.role as GateNeed));
  const isHard = ({ detail }: Fact<'gate'>): boolean =>
    detail.refusable === 'no' && (!declined.has(detail.needs) || stops.some((walk) => walk.detail.stoppedBy === detail.needs));
  // A form beside the main way (joining, logging in) binds only whoever was stopped by it.
  const hardField = (field: Fact<'field'>): boolean =>
    field.detail.required === 'yes' &&
    !field.detail.markedOptional &&
    (!isSideForm(field) ||
      stops.length > 0 ||
      // The page itself says so, and marks the field as required.
      gates.some((gate) => gate.detail.step === field.detail.step && gate.detail.refusable !== 'yes' && !declined.has(gate.detail.needs)) ||
      walksOf(facts, 'refuse').some((walk) => walk.detail.stoppedBy === 'fields' && inArm(field, 'refuse')));
  return {
    seen: [...gates, ...prompts, ...fields],
    forced: [...gates.filter(isHard), ...prompts.filter((prompt) => isCaged(facts, prompt)), ...fields.filter(hardField), ...stops],
  };
}

/** What a fact demands, in words as the page has them. */
export function demandWords(fact: Fact): Text {
  if (fact.type === 'field') return quote(fieldWords(fact), 16);
  if (fact.type === 'function-reached') return needWords(fact.detail.stoppedBy ?? 'other');
  if (fact.type === 'gate') {
    const need = needWords(fact.detail.needs);
    const how = quote(fact.label, 24);
    return fact.label === '' ? need : text(`${need.zh}（${how.zh}）`, `${need.en} (${how.en})`);
  }
  return quote(fact.label, 24);
}

/** Judges "X is no condition of this step": fails only where it was demanded, nothing led past it, and the lists do not call for it. */
export function judgeDemand(facts: FactView, context: JudgeContext, demand: Demand): Verdict {
  const { seen, forced } = demanded(facts, demand);
  const passed = reachedWithoutYes(facts);
  const guest = guestPath(facts);
  const { step, what, officer } = demand;
  const doubt = demand.doubt ?? null;
  if (forced.length > 0 && !passed && guest.length === 0 && doubt === null) {
    const where = seenIn(forced, context);
    const how = list(distinct(forced.map(demandWords)), 4);
    return fail(
      text(
        `${where.zh}，${step.zh}以${what.zh}为条件：${how.zh}；未见可以不提供而继续的途径。`,
        `${where.en}, ${what.en} is a condition of ${step.en}: ${how.en}; no way to go on without it was met.`,
      ),
      forced,
      officer,
    );
  }
  const met = [...new Set([...seen, ...forced])];
  if (met.length > 0 && passed) {
    return pass(
      text(`出现过${what.zh}的要求，未提供仍走完了${step.zh}。`, `${what.en} was asked for, and ${step.en} went through without it.`),
      met,
    );
  }
  if (met.length > 0) {
    const why =
      forced.length > 0 && doubt !== null
        ? doubt
        : guest.length > 0
          ? text('页面另有游客等途径，没有走通', 'the page offers a guest path or the like, which was not walked to the end')
          : forced.length > 0
            ? text('是否确实不能跳过没有定论', 'whether it cannot be skipped was not settled')
            : whyNotSeen(facts, context);
    return cannotTell(
      text(
        `${step.zh}中出现${what.zh}的要求，是否构成条件没有走通：${why.zh}。`,
        `${what.en} is asked for at ${step.en}; whether it is a condition was not settled: ${why.en}.`,
      ),
      [...met, ...guest],
      officer,
    );
  }
  return notMet(facts, context, text(`以${what.zh}为${step.zh}条件的情形`, `demand for ${what.en} as a condition of ${step.en}`));
}
