import type { ChoiceRole, GateNeed, PromptRole } from '../../../facts/fact.ts';
import type { ChoiceReading, PromptReading } from '../../../surface/model.ts';
import type { Effect, Page, PageLook, Stance } from './page.ts';
import { gatesOf } from '../../../surface/gates/gates.ts';
import { refuseBySettings } from './open-settings.ts';
import { press } from './press.ts';

export interface PromptOutcome {
  readonly look: PageLook;
  /** What blocks the way and could not be put aside, null when the way is free. */
  readonly blockedBy: GateNeed | null;
  readonly left: boolean;
}

const WAYS_OUT: readonly ChoiceRole[] = ['refuse', 'guest', 'later', 'close'];

/** What the agreeing arm does when a layer offers no way out: a consumer who wants the service gives in. */
const GIVE_IN: readonly ChoiceRole[] = ['acknowledge', 'agree', 'other'];

/** In which order a stance tries the choices of a prompt. An empty list: it is not ours to answer. */
function choiceOrder(role: PromptRole, stance: Stance): readonly ChoiceRole[] {
  const order = politeOrder(role, stance);
  return stance === 'agree' && !['login', 'phone', 'robot-check', 'wechat-wall', 'app-download'].includes(role)
    ? [...new Set([...order, ...GIVE_IN])]
    : order;
}

function politeOrder(role: PromptRole, stance: Stance): readonly ChoiceRole[] {
  switch (role) {
    case 'consent':
      if (stance === 'leave-alone') return [];
      return stance === 'agree' ? ['agree', 'acknowledge'] : [...WAYS_OUT, 'exit'];
    case 'location':
    case 'permission':
      return stance === 'agree' ? ['agree', 'acknowledge', ...WAYS_OUT] : WAYS_OUT;
    case 'age-gate':
      return ['agree', 'acknowledge', 'close', 'later'];
    case 'notice':
    case 'address':
    case 'unknown':
      return ['close', 'refuse', 'later', 'guest', 'acknowledge'];
    case 'robot-check':
    case 'wechat-wall':
      return ['close'];
    default:
      return WAYS_OUT;
  }
}

/** What a prompt of this role demands when it cannot be put aside. */
export function needOf(role: PromptRole): GateNeed {
  const needs: Partial<Record<PromptRole, GateNeed>> = {
    consent: 'agreement',
    login: 'login',
    phone: 'phone',
    profile: 'profile',
    membership: 'membership',
    follow: 'follow',
    location: 'location',
    'age-gate': 'age',
    guardian: 'agreement',
    'robot-check': 'robot-check',
    'app-download': 'app-download',
    'wechat-wall': 'wechat',
  };
  return needs[role] ?? 'other';
}

/** What is left after refusing says itself why it is shut: 「您未同意授权，无法使用本服务」. */
const whatShuts = ({ role, text }: PromptReading): GateNeed => {
  const need = needOf(role);
  return need === 'other' ? (gatesOf(text.replaceAll(/\s+/g, ''))[0] ?? (SHUT_BY_REFUSAL.test(text) ? 'agreement' : 'other')) : need;
};

const SHUT_BY_REFUSAL = /(未|不|没有)(同意|授权|接受)[^。；\n]{0,16}(无法|不能|已?(关闭|停止|暂停|终止))/;

/** Agreeing with a word of authorising: the answer of a layer that asks for consent, not a sheet that hands over a number. */
const SAYS_YES = /^(我)?(已阅读并)?同意(并)?授权(并(继续|进入|使用))?$/;

/** Words that only say no send nothing, whatever stands around them. */
const SAYS_NO =
  /^(不同意|不接受|不允许|拒绝|暂不|不了|不用了|不需要|以后再说|稍后再说|关闭|取消|[×✕✖]|no,? thanks|decline|reject|close|not now)$/i;

const MAX_ROUNDS = 8;

/** Answers every prompt that stands in front, one after another, as the stance of the arm demands. */
export async function answerPrompts(page: Page, start: PageLook, stance: Stance): Promise<PromptOutcome> {
  let look = start;
  const given = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS && page.timeLeft() > 0; round += 1) {
    const prompt = nextPrompt(look, stance, given);
    if (!prompt) break;
    given.add(prompt.key);
    const answered = await answer(page, look, prompt, stance);
    look = answered.look;
    if (answered.left) return { look, blockedBy: needOf(prompt.role), left: true };
  }
  const blocking = look.reading.prompts.find((prompt) => prompt.blocking);
  return { look, blockedBy: blocking ? whatShuts(blocking) : null, left: false };
}

/** Answered though the page behind can be pressed: what they ask decides whether the way goes on. */
const ASKS_AT_ONCE: readonly PromptRole[] = ['consent', 'location', 'phone', 'profile'];

/** Consent first: it is the choice the arm is about. */
function nextPrompt(look: PageLook, stance: Stance, given: ReadonlySet<string>): PromptReading | undefined {
  const open = look.reading.prompts.filter((prompt) => !given.has(prompt.key) && choiceOrder(prompt.role, stance).length > 0);
  const worth = open.filter((prompt) => prompt.blocking || ASKS_AT_ONCE.includes(prompt.role));
  return worth.find((prompt) => prompt.role === 'consent') ?? worth[0];
}

async function answer(page: Page, start: PageLook, prompt: PromptReading, stance: Stance): Promise<PromptOutcome> {
  let look = start;
  const order = choiceOrder(prompt.role, stance);
  const dangerous = new Set(look.reading.controls.filter((control) => control.dangerous).map((control) => control.node));
  // Of a drawn dialog perhaps only the one button was read that says no: the agreeing arm must not press it for want of another.
  const readable = !(stance === 'agree' && prompt.rendered === 'image' && prompt.role === 'unknown');
  const asksConsent = (prompt.role === 'consent' || prompt.role === 'permission') && stance === 'agree';
  const candidates = order
    .filter((role) => readable || role !== 'refuse')
    .flatMap((role) =>
      prompt.choices.filter(
        (choice) =>
          choice.role === role &&
          (!dangerous.has(choice.node) || SAYS_NO.test(choice.text.trim()) || (asksConsent && SAYS_YES.test(choice.text.trim()))),
      ),
    );
  if (prompt.role === 'consent' && stance === 'refuse' && !candidates.some((choice) => WAYS_OUT.includes(choice.role))) {
    const settled = await refuseBySettings(page, look, prompt);
    if (settled) return { look: settled, blockedBy: null, left: false };
  }
  if (candidates.length === 0 && prompt.blocking) return { look: await waitForWayOut(page, look, prompt), blockedBy: null, left: false };
  for (const choice of candidates.slice(0, 4)) {
    const current = look.reading.prompts.find((candidate) => candidate.key === prompt.key);
    const now = current && sameChoice(current, choice);
    if (!now) break;
    let effect = await pressChoice(page, look, now, prompt);
    for (let tap = 2; effect?.nothing && choice.role === 'close' && tap <= MAX_CLOSE_TAPS; tap += 1) {
      effect = (await pressAgain(page, effect, prompt, choice)) ?? effect;
    }
    if (effect?.nothing && stance === 'agree' && choice.role === 'agree')
      effect = (await tickAndAgain(page, effect, prompt, choice)) ?? effect;
    if (!effect) continue;
    look = effect.look;
    if (effect.left) return { look, blockedBy: null, left: true };
    if (effect.closed || effect.navigated) break;
  }
  return { look, blockedBy: null, left: false };
}

/** A button drawn in a picture is pressed where it is drawn, any other in the middle of its node. */
function pressChoice(page: Page, look: PageLook, choice: ChoiceReading, { role }: PromptReading): Promise<Effect | null> {
  const drawn = look.surface.recognised?.some((picture) => picture.node === choice.node);
  return press(page, look, choice.node, `prompt:${role}:${choice.role}`, choice.text, drawn ? choice.box : undefined);
}

const sameChoice = (prompt: PromptReading, choice: ChoiceReading): ChoiceReading | undefined =>
  prompt.choices.find((candidate) => candidate.role === choice.role && candidate.text === choice.text);

/** A cross that does nothing at first may want more taps; how many it took is in the ledger. */
const MAX_CLOSE_TAPS = 3;
async function pressAgain(page: Page, before: Effect, prompt: PromptReading, choice: ChoiceReading): Promise<Effect | null> {
  const again = before.look.reading.prompts.find((candidate) => candidate.key === prompt.key);
  const now = again && sameChoice(again, choice);
  return now ? pressChoice(page, before.look, now, prompt) : null;
}

const COUNTDOWN = /\d+\s*(s|秒)/i;
const COUNTDOWN_MS = 12_000;

/** An advertisement that counts down offers its cross late or goes by itself: look again until it does. */
async function waitForWayOut(page: Page, start: PageLook, prompt: PromptReading): Promise<PageLook> {
  let look = start;
  if (prompt.role !== 'ad' && !COUNTDOWN.test(prompt.text)) return look;
  for (const began = Date.now(); Date.now() - began < COUNTDOWN_MS && page.timeLeft() > 0; ) {
    await page.pause(1500);
    look = await page.look('waiting for a way out');
    const now = look.reading.prompts.find((candidate) => candidate.key === prompt.key || candidate.role === prompt.role);
    if (!now?.blocking || now.choices.some((choice) => WAYS_OUT.includes(choice.role))) break;
  }
  return look;
}

/** An agree button that does nothing may wait for its tick: tick what expresses consent, then agree again. */
async function tickAndAgain(page: Page, before: Effect, prompt: PromptReading, choice: ChoiceReading): Promise<Effect | null> {
  let look = before.look;
  const current = look.reading.prompts.find((candidate) => candidate.key === prompt.key);
  const clear = look.reading.ticks.filter((tick) => current?.ticks.includes(tick.node) && tick.state !== 'ticked');
  for (const tick of clear) {
    const ticked = await press(page, look, tick.press, `tick:${tick.consent === 'yes' ? 'consent' : 'other'}`, tick.label);
    if (ticked) look = ticked.look;
  }
  const again = look.reading.prompts.find((candidate) => candidate.key === prompt.key);
  const now = again && sameChoice(again, choice);
  return clear.length === 0 || !now ? null : pressChoice(page, look, now, prompt);
}
