import type { PromptRole } from '../../facts/fact.ts';
import type { ChoiceReading } from '../model.ts';
import { NARRATES } from '../words/narration.ts';
import { ROLE_WORDS } from '../words/prompt-roles.data.ts';
import { promptText } from '../words/prompt-text.ts';
import { CONFIDENT } from './confidence.ts';
import { consentEvidence } from './consent.ts';

/** What a prompt says, offers and asks to type. */
export interface PromptParts {
  readonly title: string;
  readonly text: string;
  readonly choices: readonly ChoiceReading[];
  readonly fields: readonly { readonly kind: 'phone' | 'code' | 'password' | 'text' | 'date' }[];
  /** Builder's names of the layer (classes, frame addresses): tell-tale for robot checks only. */
  readonly names: string;
}

export interface RoleVerdict {
  readonly role: PromptRole;
  readonly confidence: number;
  readonly why: readonly string[];
}

interface Scored {
  readonly role: PromptRole;
  readonly score: number;
  /** Shown by heading, button or field, not by running text alone. */
  readonly firm: boolean;
  readonly why: readonly string[];
}

/** Role of a prompt, or `unknown` when nothing passes the line or two roles are too close. */
export function judgeRole(parts: PromptParts): RoleVerdict {
  const consent = consentEvidence(parts.title, parts.text, parts.choices, parts.fields.length);
  const others = otherRoles(parts);
  const rival = others.find((entry) => entry.firm && entry.score >= CONFIDENT && entry.role !== 'notice');
  // A heading that names privacy and a button that agrees outweigh a rival that shows in a button or a field only.
  const outweighs = consent.score >= 0.85 && /heading/.test(consent.why.join()) && !(rival && rival.score >= 0.66);
  if (consent.score >= 0.65 && (!rival || outweighs)) return { role: 'consent', confidence: round(consent.score), why: consent.why };
  // A notice is what remains when nothing narrower fits.
  const best = rival ?? others[0];
  if (best && best.score >= CONFIDENT) return { role: best.role, confidence: round(best.score), why: best.why };
  const nearest = Math.max(consent.score, best?.score ?? 0);
  return {
    role: 'unknown',
    confidence: round(Math.min(nearest, CONFIDENT - 0.01)),
    why: [...consent.why, ...(best?.why ?? []), 'no role passes the line'],
  };
}

const VOLUNTARY =
  /自愿|不影响|可选|选填|非必(须|需)|(不|无需|不用)(关注|添加|加入|登录|注册|授权|开通|下载)[^。\n]{0,8}(也|仍|亦|同样|照常)?(可以?|能)/;

function otherRoles(parts: PromptParts): Scored[] {
  const title = promptText(parts.title);
  const words = promptText(parts.text);
  // What a sentence itself leaves to everybody's choice does not settle what the whole is for.
  const pressing = words
    .split(/(?<=[。;；\n])/)
    .filter((sentence) => !VOLUNTARY.test(sentence) && !NARRATES.test(sentence))
    .join('');
  const answers = parts.choices.filter((choice) => choice.role !== 'link').map((choice) => promptText(choice.text));
  const scored = ROLE_WORDS.map((entry): Scored => {
    const why: string[] = [];
    let score = 0;
    let firm = false;
    const inTitle = entry.title?.exec(title)?.[0];
    const decisive = entry.decisive?.exec(pressing)?.[0];
    const inText = entry.text?.exec(words)?.[0];
    const pressed = entry.choice ? answers.find((answer) => entry.choice?.test(answer)) : undefined;
    const settled = entry.settling ? answers.find((answer) => entry.settling?.test(answer)) : undefined;
    if (inTitle) why.push(`its heading says: ${inTitle}`);
    if (decisive) why.push(`says: ${decisive}`);
    if (inText) why.push(`mentions: ${inText}`);
    if (pressed) why.push(`offers: ${pressed}`);
    if (settled) why.push(`offers: ${settled}`);
    score = (settled ? 0.66 : 0) + (inTitle ? 0.62 : 0) + (decisive ? 0.7 : 0) + (inText ? 0.2 : 0) + (pressed ? 0.45 : 0);
    firm = Boolean(inTitle || decisive || pressed || settled);
    const typed = fieldScore(entry.role, parts);
    if (typed > 0) {
      score += typed;
      firm = true;
      why.push('asks to type it in');
    }
    if (entry.role === 'robot-check' && /captcha|geetest|nc[-_]wrapper|slide-?verify|turnstile|tcaptcha|yidun/i.test(parts.names)) {
      score += 0.6;
      firm = true;
      why.push('is built as a robot check');
    }
    if (entry.role === 'notice' && !onlyNotes(parts.choices)) score *= 0.6;
    return { role: entry.role, score: Math.min(0.95, score), firm, why };
  });
  // Equal scores: the order of the table is from the narrow roles to the wide ones.
  return scored.filter((entry) => entry.score > 0).sort((a, b) => b.score - a.score);
}

function fieldScore(role: PromptRole, parts: PromptParts): number {
  const kinds = new Set(parts.fields.map((field) => field.kind));
  if (role === 'login') return kinds.has('password') ? 0.6 : kinds.has('phone') && kinds.has('code') ? 0.4 : 0;
  // A form with more than a phone number is a form, not a question for the number.
  if (role === 'phone')
    return kinds.has('phone') && parts.fields.every((field) => field.kind === 'phone' || field.kind === 'code') ? 0.5 : 0;
  if (role === 'profile') return kinds.has('date') ? 0.3 : 0;
  return 0;
}

/** Nothing to decide: at most one thing to press besides closing. */
function onlyNotes(choices: readonly ChoiceReading[]): boolean {
  return choices.filter((choice) => choice.role === 'agree' || choice.role === 'refuse' || choice.role === 'login').length === 0;
}

const round = (value: number) => Math.round(value * 100) / 100;
