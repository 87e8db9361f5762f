import type { Rule } from './rule.ts';
import { clausesOf, elementVerdict, isMissing } from './shared/clauses.ts';
import { offered, ownTexts } from './shared/exculpation.ts';
import { SCREENS_AND_TEXTS } from './shared/kinds.ts';
import { whyNotSeen } from './shared/looked.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请查找个人信息投诉、举报渠道；必要时提交一次测试投诉，按工作日计时，最长十五个工作日。',
  'Look for the channel for complaints about personal information; where needed send a test complaint and count the working days, at most fifteen.',
);

/** A channel for complaints about personal information is published. */
export const g36: Rule = {
  requirement: 'G36',
  kinds: SCREENS_AND_TEXTS,
  needs: ['control', 'policy-clause', 'policy-text'],
  judge(facts, context) {
    const controls = offered(facts, 'complaint');
    const clauses = clausesOf(facts, 'complaint-channel');
    const verdict = elementVerdict(facts, 'complaint-channel');
    const texts = ownTexts(facts);
    if (controls.length > 0 || verdict === 'present') {
      return pass(
        text(
          '公布了投诉、举报渠道（是否按期处理须计时核验）。',
          'A complaint channel is published (whether it answers in time must be timed).',
        ),
        controls.length > 0 ? controls : clauses,
        OFFICER,
      );
    }
    if (texts.length > 0 && isMissing(verdict)) {
      return fail(
        text(
          '读到的隐私政策没有写明投诉、举报渠道，走过的页面上也没有投诉入口。',
          'The policy read names no complaint channel, and the pages walked carry none.',
        ),
        [...texts, ...clauses],
        OFFICER,
      );
    }
    const why =
      verdict !== null
        ? text(
            '隐私政策关于投诉的内容读不准或另页展示',
            'what the policy says about complaints could not be read with certainty or stands elsewhere',
          )
        : text(`没有读到隐私政策；${whyNotSeen(facts, context).zh}`, `no policy was read; ${whyNotSeen(facts, context).en}`);
    return cannotTell(
      text(
        `未见投诉、举报渠道，但不能据此认定没有：${why.zh}。`,
        `No complaint channel was met, which does not mean there is none: ${why.en}.`,
      ),
      clauses,
      OFFICER,
    );
  },
};
