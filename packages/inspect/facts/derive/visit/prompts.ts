import type { Answer, Fact } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import type { ChoiceReading, PromptReading } from '../../../surface/model.ts';
import { armsOf, earliestPhase, evidenceAt, groupBy, type Look, looksOf, type VisitInput } from './visit.ts';
import { tickId } from './ticks.ts';

interface Sighting {
  readonly look: Look;
  readonly prompt: PromptReading;
}

/**
 * Prompts shown, the choices they offer, and what each tried choice did. One fact per distinct prompt (role and text),
 * merged over the arms; `count` is the most showings within one arm, a showing being an appearance after an absence.
 */
export function derivePrompts(input: VisitInput): Fact[] {
  const sightings = looksOf(input).flatMap((look) => look.reading.prompts.map((prompt) => ({ look, prompt })));
  return [...groupBy(sightings, ({ prompt }) => prompt.key).values()].flatMap((group) => promptFacts(input, group));
}

function promptFacts(input: VisitInput, group: readonly Sighting[]): Fact[] {
  const first = group.reduce((best, next) => (next.prompt.confidence > best.prompt.confidence ? next : best));
  const { look, prompt } = first;
  const arms = armsOf(group.map((sighting) => sighting.look));
  const phase = earliestPhase(group.map((sighting) => sighting.look.phase));
  const choices = prompt.choices.map((choice) => choiceFact(input, group, first, choice));
  const ticks = look.reading.ticks.filter((tick) => prompt.ticks.includes(tick.node)).map((tick) => tickId(input, tick));
  const fact = makeFact('prompt', {
    phase,
    pi: [],
    party: null,
    label: withoutCountdown(prompt.text).slice(0, 60),
    detail: {
      role: prompt.role,
      confidence: prompt.confidence,
      why: [...prompt.why],
      text: prompt.text.slice(0, 600),
      blocking: group.some((sighting) => sighting.prompt.blocking),
      stage: look.event.stage,
      trigger: look.event.stage === 'arrive' ? (look.event.reason === 'late' ? 'late' : 'load') : 'input',
      count: Math.max(...arms.map((arm) => showings(input, arm, prompt.key, null))),
      afterRefusal: Math.max(0, ...arms.map((arm) => showings(input, arm, prompt.key, 'after-refusal'))),
      purposes: [...prompt.purposes],
      rendered: prompt.rendered,
      choices: choices.map((choice) => choice.id),
      ticks,
      arms,
    },
    evidence: [evidenceAt(look, prompt.node)],
    stable: [prompt.key],
  });
  return [fact, ...choices.map((choice) => withPrompt(choice, fact.id))];
}

/** At which second of a countdown we looked is chance: 「广告 8s」 and 「跳过 3」 are named without it. */
const withoutCountdown = (text: string): string =>
  text.replaceAll(/\d+(?=\s*(?:秒|s(?![a-z])))/gi, '…').replaceAll(/(?<=(?:跳过|关闭|skip|close)[\s(（|]*)\d+/gi, '…');

function withPrompt(choice: Fact<'choice'>, prompt: string): Fact<'choice'> {
  return { ...choice, detail: { ...choice.detail, prompt } };
}

/** How often a prompt appeared anew in an arm: over all, or only after we had refused or closed it. */
function showings(input: VisitInput, arm: string, key: string, only: 'after-refusal' | null): number {
  const visit = input.arms.find((candidate) => candidate.arm === arm);
  let shown = false;
  let refused = false;
  let count = 0;
  for (const event of visit?.events ?? []) {
    if (event.type === 'surface' && event.stage !== 'read') {
      const now = input.reading(event.surface).prompts.some((prompt) => prompt.key === key);
      // What stands in a pop-up says nothing about the page behind it.
      if (!now && /^popup/.test(event.target)) continue;
      if (now && !shown && (only === null || refused)) count += 1;
      shown = now;
    } else if (event.type === 'input' && pressedOn(input, event, key) !== undefined) {
      refused ||= /:(refuse|close|later|guest)$/.test(event.aim);
    } else if (event.type === 'effect' && event.closed) {
      const cause = visit?.events.find((candidate) => candidate.seq === event.input);
      // Seen to go: seen again later, that is a new showing.
      if (cause?.type === 'input' && pressedOn(input, cause, key) !== undefined) shown = false;
    }
  }
  return count;
}

/** The choice of the prompt `key` that a press hit, if any. */
function pressedOn(input: VisitInput, press: LedgerEvent<'input'>, key: string): ChoiceReading | undefined {
  if (press.surface === null || press.node === null) return undefined;
  const prompt = input.reading(press.surface).prompts.find((candidate) => candidate.key === key);
  // One picture may hold several buttons: then the words tell which.
  const hit = prompt?.choices.filter((choice) => choice.node === press.node) ?? [];
  return hit.find((choice) => choice.text === press.text) ?? hit[0];
}

const firstOfEachArm = <T extends { readonly arm: string }>(effects: readonly T[]): readonly T[] =>
  effects.filter((effect, at) => effects.findIndex(({ arm }) => arm === effect.arm) === at);

function choiceFact(input: VisitInput, group: readonly Sighting[], { look, prompt }: Sighting, choice: ChoiceReading): Fact<'choice'> {
  const effects = input.arms.flatMap((arm) =>
    arm.events
      .filter((event) => event.type === 'effect')
      .flatMap((effect) => {
        const cause = arm.events.find((event) => event.seq === effect.input);
        const pressed = cause?.type === 'input' ? pressedOn(input, cause, prompt.key) : undefined;
        if (!pressed || pressed.role !== choice.role || pressed.text !== choice.text) return [];
        const after = arm.events.findLast((event) => event.type === 'surface' && event.seq > effect.input && event.seq < effect.seq);
        // The same question stands there again: however it went away, nothing was gained.
        const back = after?.type === 'surface' && input.reading(after.surface).prompts.some(({ key }) => key === prompt.key);
        return [{ ...effect, back, arm: arm.arm }];
      }),
  );
  // An advertisement whose cross works at the second tap does not close with one.
  const closes = ['ad', 'coupon'].includes(prompt.role) ? firstOfEachArm(effects) : effects;
  const tried = effects.length > 0;
  const answer = (of: (effect: (typeof effects)[number]) => boolean): Answer => (tried ? (effects.some(of) ? 'yes' : 'no') : 'unknown');
  const drawn = look.surface.recognised?.some((picture) => picture.node === choice.node) ?? false;
  return makeFact('choice', {
    phase: look.phase,
    pi: [],
    party: null,
    label: withoutCountdown(choice.text) || choice.shape,
    detail: {
      prompt: '',
      role: choice.role,
      shape: choice.shape,
      weight: choice.weight,
      fontSize: choice.fontSize,
      contrast: choice.contrast,
      area: Math.round(choice.area),
      effect: {
        tried,
        closed: tried ? (closes.some((effect) => effect.closed) ? 'yes' : 'no') : 'unknown',
        left: answer((effect) => effect.left),
        reprompted: answer((effect) => effect.newPrompt),
        proceeded: answer((effect) => (effect.closed || effect.navigated) && !effect.left && !effect.back),
      },
      arms: armsOf(group.map((sighting) => sighting.look)),
    },
    evidence: [drawn ? { ...evidenceAt(look, choice.node), box: choice.box } : evidenceAt(look, choice.node)],
    stable: [prompt.key, choice.role, withoutCountdown(choice.text)],
  });
}
