import type { ConsentControl, ProgramPrompt } from '../../../collectors/miniprogram/model/program-model.ts';
import { purposesOf } from '../../../surface/prompts/purposes.ts';
import type { Answer, ChoiceRole, CodedEffect, Fact, FactDetails, PromptRole } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import type { ProgramInput } from './program-input.ts';
import type { EvidenceOf, Spot } from './tools.ts';

/** Tick boxes and dialogs by which a program asks, as they start and as their answers work. */
export function askingFacts({ model }: ProgramInput, evidenceOf: EvidenceOf, spot: Spot): Fact[] {
  return [
    ...model.consentControls.map((control) => tickBox(control, evidenceOf, spot)),
    ...model.prompts.filter(({ about }) => about !== 'other').flatMap((prompt) => dialog(prompt, evidenceOf, spot)),
  ];
}

function tickBox(control: ConsentControl, evidenceOf: EvidenceOf, spot: Spot): Fact<'tick-box'> {
  return makeFact('tick-box', {
    phase: 'static',
    pi: [],
    party: null,
    label: control.label,
    detail: {
      prompt: null,
      consent: 'yes',
      initial: control.initial,
      means: 'native',
      purposes: purposesOf(control.label),
      inMarkup: control.initial === 'ticked' ? 'yes' : 'unknown',
      stage: 'use',
      step: 0,
      arms: [],
    },
    evidence: [evidenceOf(control.place), ...(control.initialPlace ? [evidenceOf(control.initialPlace)] : [])],
    stable: spot('tick-box', control.place),
  });
}

const ROLES: Readonly<Record<Exclude<ProgramPrompt['about'], 'other'>, PromptRole>> = {
  consent: 'consent',
  location: 'location',
  phone: 'phone',
  profile: 'profile',
  follow: 'follow',
  login: 'login',
  membership: 'membership',
  notice: 'notice',
  permission: 'permission',
};

function dialog(prompt: ProgramPrompt, evidenceOf: EvidenceOf, spot: Spot): Fact[] {
  const role = ROLES[prompt.about as keyof typeof ROLES];
  const key = spot(`prompt ${prompt.about}`, prompt.place);
  const name = `${key.join('|')}`;
  const choices = prompt.choices.map((choice, index) =>
    makeFact('choice', {
      phase: 'static',
      pi: [],
      party: null,
      label: choice.words,
      detail: {
        prompt: name,
        role: choiceRole(choice.role, role),
        shape: 'button',
        weight: 'equal',
        fontSize: 0,
        contrast: null,
        area: 0,
        effect: effectOf(choice.effect),
        inCode: choice.effect,
        arms: [],
      },
      evidence: [evidenceOf(choice.place)],
      stable: [...key, index, choice.role],
    }),
  );
  const loops = prompt.choices.some(({ effect }) => effect === 'loops');
  const noWay = prompt.choices.length > 0 && prompt.choices.every((choice) => choice.role === 'agree');
  return [
    makeFact('prompt', {
      phase: 'static',
      pi: [],
      party: null,
      label: prompt.text.slice(0, 60),
      detail: {
        role,
        confidence: 0.9,
        why: ['code'],
        text: prompt.text,
        blocking: loops || (noWay && prompt.shape === 'modal' && prompt.about === 'consent'),
        stage: STAGE[prompt.trigger] ?? 'use',
        trigger: STAGE[prompt.trigger] ? 'load' : 'input',
        count: 1,
        afterRefusal: 0,
        purposes: purposesOf(prompt.text, true),
        rendered: 'text',
        choices: choices.map(({ id }) => id),
        ticks: [],
        arms: [],
      },
      evidence: [evidenceOf(prompt.place)],
      stable: key,
    }),
    ...choices,
  ];
}

const STAGE: Readonly<Partial<Record<ProgramPrompt['trigger'], FactDetails['prompt']['stage']>>> = {
  launch: 'arrive',
  load: 'arrive',
  show: 'arrive',
  ready: 'arrive',
};

/** The only button of a notice acknowledges; it agrees to nothing. */
const choiceRole = (role: 'agree' | 'refuse' | 'close', about: PromptRole): ChoiceRole =>
  role === 'agree' && about === 'notice' ? 'acknowledge' : role;

/** What the code says a press does. Nothing was pressed, so `tried` stays false. */
function effectOf(effect: CodedEffect): FactDetails['choice']['effect'] {
  const of = (closed: Answer, left: Answer, reprompted: Answer, proceeded: Answer) => ({
    tried: false,
    closed,
    left,
    reprompted,
    proceeded,
  });
  switch (effect) {
    case 'agrees':
    case 'closes':
    case 'leaves':
      return of('yes', 'no', 'no', 'yes');
    case 'exits':
      return of('yes', 'yes', 'no', 'no');
    case 'same-as-agree':
      return of('yes', 'no', 'no', 'no');
    case 'nothing':
      return of('no', 'no', 'no', 'no');
    case 'loops':
      return of('no', 'no', 'yes', 'no');
    case 'unknown':
      return of('unknown', 'unknown', 'unknown', 'unknown');
  }
}
