import type { ChoiceReading } from '../model.ts';
import { purposesOf } from './purposes.ts';
import { promptText } from '../words/prompt-text.ts';
import { ASK, CONSENT_TITLE, DOCUMENT, IMPLIED, PERMIT, PRIVACY, PROCESSING, TICK_SENTENCE } from '../words/consent.data.ts';

export interface Evidence {
  readonly score: number;
  readonly why: readonly string[];
}

/**
 * How much a prompt is a request for agreement. A document or the handling of personal information must be named, and a control must
 * express agreement or, at least, take note: words alone are a notice.
 */
export function consentEvidence(title: string, text: string, choices: readonly ChoiceReading[], typed: number): Evidence {
  const head = promptText(title);
  const words = promptText(text);
  const why: string[] = [];
  const document = DOCUMENT.exec(words)?.[0];
  const processing = PROCESSING.exec(words)?.[0];
  const ask = ASK.exec(words)?.[0];
  const roles = new Set(choices.map((choice) => choice.role));
  const agree = choices.find((choice) => choice.role === 'agree');
  const note = choices.find((choice) => choice.role === 'acknowledge' || choice.role === 'other');
  // 《退改签规则》 asks agreement too, but to prices and times.
  const matters = PRIVACY.test(words) || purposesOf(text).some((purpose) => purpose !== 'other-agreement' && purpose !== 'order');
  if (!matters) return { score: 0, why };
  // 「我已阅读并同意《…》」 beside a box and a button that goes on: agreement is given by the tick. With fields to fill in it is a form.
  const tick = !agree && note && typed === 0 ? TICK_SENTENCE.exec(words)?.[0] : undefined;
  const takesNote = roles.has('acknowledge') && PRIVACY.test(words);
  if ((!document && !processing) || (!agree && !tick && !takesNote)) return { score: 0, why };
  // 「请授权位置信息后使用 [重新授权]」 asks for a device permission, whatever the footer of the page links to.
  if (agree && !ask && PERMIT.test(promptText(agree.text)) && /位置|定位/.test(words)) return { score: 0, why };
  let score = 0;
  if (document) {
    score += 0.3;
    why.push(`names a policy or agreement: ${document}`);
  }
  if (processing) {
    score += 0.2;
    why.push(`speaks of handling personal information: ${processing.slice(0, 40)}`);
  }
  if (ask) {
    score += 0.2;
    why.push(`asks for agreement or reading: ${ask.slice(0, 40)}`);
  }
  const implied = IMPLIED.exec(words)?.[0];
  if (implied && !agree) {
    score += 0.15;
    why.push(`takes going on for agreement: ${implied.slice(0, 40)}`);
  }
  if (CONSENT_TITLE.test(head)) {
    score += 0.25;
    why.push(`its heading names the matter: ${title}`);
  }
  if (agree) {
    score += 0.35;
    why.push(`offers to agree: ${agree.text}`);
  } else if (tick) {
    score += 0.3;
    why.push(`has agreement ticked: ${tick.slice(0, 40)}`);
  } else if (note) {
    score += 0.15;
    why.push(`offers only to take note: ${note.text}`);
  }
  if (roles.has('refuse') || roles.has('guest') || roles.has('settings')) {
    score += 0.1;
    why.push('offers a way not to agree');
  }
  return { score: Math.min(0.99, score), why };
}
