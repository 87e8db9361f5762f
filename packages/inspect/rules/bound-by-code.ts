import type { FactView, JudgeContext, Verdict } from './rule.ts';
import { programOf, readWhole } from './shared/coded.ts';
import { whyNotSeen } from './shared/looked.ts';
import { sentences, text } from './shared/text.ts';
import { cannotTell } from './verdict.ts';

/**
 * Rows whose matter only shows when a program runs or a server answers: what follows a refusal, how often, what is displayed,
 * whether a way past a demand works. Code may accuse here and never clears.
 */
const NEEDS_A_RUN: ReadonlySet<string> = new Set([
  'G04',
  'G11',
  'G16',
  'G18',
  'G21',
  'G22',
  'G23',
  'G26',
  'G30',
  'G32',
  'G33',
  'G36',
  'G39',
  'G56',
  'A04',
  'A06',
  'B01',
  'B02',
  'D09',
  'E04',
  'F04',
  'F07',
  'H03',
]);

const OFFICER = text(
  '请在真机上用新身份走完基本功能，再看是否出现上述情形。',
  'Walk through the basic function on a real phone with a fresh identity and look again.',
);

const STEP = text('代码看不出这些填写项属于服务的哪一步', 'code does not show to which step of the service these fields belong');

/**
 * A pass that rests on code is kept only where code can show it, and only when nothing was left unread. A row of a scene speaks of one step
 * of the service: fields alone do not say that they stand there, so it becomes a question. Everything else is returned as it is.
 */
export function boundByCode(requirement: string, verdict: Verdict, facts: FactView, context: JudgeContext): Verdict {
  if (programOf(facts) === undefined || verdict.outcome === 'cannot-tell') return verdict;
  if (verdict.outcome === 'fail') {
    const onlyFields = !requirement.startsWith('G') && verdict.facts.every(({ type }) => type === 'field');
    return onlyFields
      ? cannotTell(sentences(verdict.message, text(`但${STEP.zh}。`, `But ${STEP.en}.`)), verdict.facts, verdict.officer)
      : verdict;
  }
  const whole = readWhole(facts, context);
  if (whole && !NEEDS_A_RUN.has(requirement)) return verdict;
  const why = whole
    ? text('代码不能显示真机运行时的情形', 'code does not show what happens when it runs on a phone')
    : whyNotSeen(facts, context);
  return cannotTell(
    sentences(verdict.message, text(`但不能据此认定没有问题：${why.zh}。`, `That does not mean there is no problem: ${why.en}.`)),
    verdict.facts,
    OFFICER,
  );
}
