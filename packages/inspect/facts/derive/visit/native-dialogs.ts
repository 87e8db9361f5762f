import type { Answer, ChoiceRole, Fact } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import type { ChoiceReading } from '../../../surface/model.ts';
import { CONFIDENT } from '../../../surface/prompts/confidence.ts';
import { promptKey } from '../../../surface/prompts/key.ts';
import { purposesOf } from '../../../surface/prompts/purposes.ts';
import { judgeRole, type RoleVerdict } from '../../../surface/prompts/role.ts';
import { armsOf, earliestPhase, groupBy, phaseAt, type ArmVisit, type VisitInput } from './visit.ts';

type Dialog = LedgerEvent<'native-dialog'>;

/** A navigation that follows an answer so soon was caused by it. */
const LEAVES_MS = 2500;

/** Buttons that the browser itself draws under a message. */
function buttonsOf(kind: string): readonly (readonly [ChoiceRole, string])[] {
  return kind === 'alert'
    ? [['acknowledge', '确定']]
    : [
        ['agree', '确定'],
        ['refuse', '取消'],
      ];
}

/** What a dialog of the browser asks, by the same words as a drawn one. */
export function judgeDialog({ kind, message }: Pick<Dialog, 'kind' | 'message'>): RoleVerdict {
  const box = { x: 0, y: 0, width: 0, height: 0 };
  const choices = buttonsOf(kind).map(
    ([role, text]): ChoiceReading => ({
      node: -1,
      role,
      text,
      shape: 'button',
      weight: 'equal',
      fontSize: 14,
      contrast: null,
      area: 0,
      box,
    }),
  );
  return judgeRole({ title: '', text: message, choices, fields: [], names: '' });
}

/** Whether a dialog of the browser asks for consent; leaving the page is never such a question. */
export function asksConsent(event: LedgerEvent): event is Dialog {
  if (event.type !== 'native-dialog' || event.kind === 'beforeunload' || event.stage === 'read') return false;
  const { role, confidence } = judgeDialog(event);
  return role === 'consent' && confidence >= CONFIDENT;
}

/** The page went elsewhere because of our answer. */
export function leftBy(arm: Pick<ArmVisit, 'events'>, dialog: Dialog): boolean {
  for (const event of arm.events) {
    if (event.seq <= dialog.seq || event.target !== dialog.target) continue;
    if (event.type === 'input' || event.t - dialog.t > LEAVES_MS) return false;
    if (event.type === 'navigation' && !/^within document|^browser$|^reload$/.test(event.reason)) return true;
  }
  return false;
}

interface Sighting {
  readonly arm: ArmVisit['arm'];
  readonly visit: ArmVisit;
  readonly event: Dialog;
  readonly verdict: RoleVerdict;
}

/** Prompts that the browser drew for the page (`confirm`, `prompt`, and alerts that take note of consent), with what each answer did. */
export function deriveNativePrompts(input: VisitInput): Fact[] {
  const sightings = input.arms.flatMap((visit) =>
    visit.events.flatMap((event): Sighting[] => {
      if (event.type !== 'native-dialog' || event.kind === 'beforeunload' || event.stage === 'read') return [];
      const verdict = judgeDialog(event);
      // An alert answers our own press more often than it asks: only what it takes note of matters.
      return event.kind === 'alert' && verdict.role !== 'consent' ? [] : [{ arm: visit.arm, visit, event, verdict }];
    }),
  );
  return [...groupBy(sightings, ({ event, verdict }) => `${event.kind} ${promptKey(verdict.role, event.message, '')}`).values()].flatMap(
    (group) => factsOf(input, group),
  );
}

function factsOf(input: VisitInput, group: readonly Sighting[]): Fact[] {
  const { event, verdict } = group[0] as Sighting;
  const key = promptKey(verdict.role, event.message, '');
  const phase = earliestPhase(group.map(({ visit, event: { seq } }) => phaseAt(visit, input.hadConsentPrompt, seq)));
  const perArm = [...groupBy(group, ({ arm }) => arm).values()];
  const evidence = perArm.map((inArm) => {
    const { visit, arm, event: seen } = inArm[0] as Sighting;
    // No picture can be taken while such a dialog stands: the next one shows what it left behind.
    const looks = visit.events.filter((one) => one.type === 'surface');
    const look = looks.find(({ seq }) => seq > seen.seq) ?? looks.at(-1);
    return { artefact: look?.screenshot ?? look?.surface ?? '', request: seen.seq, arm };
  });
  const choices = buttonsOf(event.kind).map(([role, text]) =>
    makeFact('choice', {
      phase,
      pi: [],
      party: null,
      label: text,
      detail: {
        prompt: '',
        role,
        shape: 'button',
        weight: 'equal',
        fontSize: 14,
        contrast: null,
        area: 0,
        effect: effectOf(group, role),
        arms: armsOf(group),
      },
      evidence: evidence.slice(0, 1),
      stable: [key, event.kind, role],
    }),
  );
  const fact = makeFact('prompt', {
    phase,
    pi: [],
    party: null,
    label: event.message.slice(0, 60),
    detail: {
      role: verdict.role,
      confidence: verdict.confidence,
      why: [...verdict.why, "is the browser's own dialog"],
      text: event.message.slice(0, 600),
      blocking: true,
      stage: event.stage,
      trigger: 'native',
      count: Math.max(...perArm.map((inArm) => inArm.length)),
      afterRefusal: Math.max(...perArm.map((inArm) => againAfterRefusal(inArm))),
      purposes: purposesOf(event.message, true),
      rendered: 'native',
      choices: choices.map(({ id }) => id),
      ticks: [],
      arms: armsOf(group),
    },
    evidence,
    stable: [key, event.kind],
  });
  return [fact, ...choices.map((choice) => ({ ...choice, detail: { ...choice.detail, prompt: fact.id } }))];
}

function againAfterRefusal(inArm: readonly Sighting[]): number {
  const refused = inArm.findIndex(({ event }) => event.answer === 'dismissed');
  return refused < 0 ? 0 : inArm.length - refused - 1;
}

/** The browser's own dialog always closes; what tells is whether the page goes on, leaves, or asks the same again. */
function effectOf(group: readonly Sighting[], role: ChoiceRole): Fact<'choice'>['detail']['effect'] {
  const pressed = group.filter(({ event }) => (event.answer === 'dismissed') === (role === 'refuse'));
  if (pressed.length === 0) return { tried: false, closed: 'unknown', left: 'unknown', reprompted: 'unknown', proceeded: 'unknown' };
  const some = (of: (one: Sighting) => boolean): Answer => (pressed.some(of) ? 'yes' : 'no');
  const again = (one: Sighting): boolean =>
    group.some(({ arm, event }) => arm === one.arm && event.seq > one.event.seq && event.t - one.event.t < LEAVES_MS);
  return {
    tried: true,
    closed: 'yes',
    left: some(({ visit, event }) => leftBy(visit, event)),
    reprompted: some(again),
    proceeded: some((one) => !leftBy(one.visit, one.event) && !again(one)),
  };
}
