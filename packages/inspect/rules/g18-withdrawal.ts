import type { FactView, Rule } from './rule.ts';
import { clausesOf, elementVerdict, isMissing } from './shared/clauses.ts';
import { offered, ownTexts } from './shared/exculpation.ts';
import { SCREENS_AND_TEXTS } from './shared/kinds.ts';
import { sawConsentAsked, whyNotSeen } from './shared/looked.ts';
import { isReadable, promptsOf } from './shared/prompts.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请登录后在“设置”“隐私”“账号与安全”等处查找撤回同意或关闭授权的入口，实际操作一次并记录点击次数。',
  'After logging in, look in settings, privacy and account for a way to withdraw consent, use it once and count the taps.',
);

/** To hand over number or picture is consented to as well. */
const asksAuthority = (facts: FactView): boolean =>
  promptsOf(facts, 'phone', 'profile', 'login', 'permission', 'membership').some(
    (prompt) => isReadable(prompt) && /授权|同意|允许/.test(prompt.detail.text),
  );

/** Consent can be withdrawn, and as easily as it was given. */
export const g18: Rule = {
  requirement: 'G18',
  kinds: SCREENS_AND_TEXTS,
  needs: ['control', 'policy-clause', 'policy-text', 'prompt', 'tick-box'],
  judge(facts, context) {
    const controls = offered(facts, 'consent-withdrawal');
    if (controls.length > 0) {
      const taps = Math.min(...controls.map((control) => control.detail.taps));
      return pass(
        text(`提供了撤回同意的控件，点击 ${taps} 次可到。`, `A control to withdraw consent is offered, ${taps} tap(s) away.`),
        controls,
      );
    }
    const told = facts.of('control').filter(({ detail }) => detail.role === 'consent-withdrawal');
    const clauses = clausesOf(facts, 'consent-withdrawal');
    const verdict = elementVerdict(facts, 'consent-withdrawal');
    const texts = ownTexts(facts);
    if (texts.length > 0 && told.length === 0 && isMissing(verdict) && (sawConsentAsked(facts) || asksAuthority(facts))) {
      const message = text(
        '页面征求了同意，隐私政策却没有写明撤回同意的途径，走过的页面上也没有撤回控件。',
        'The page asks for consent, yet the policy names no way to withdraw it, and the pages walked carry no control for it.',
      );
      return fail(message, [...texts, ...clauses], OFFICER);
    }
    const why =
      told.length > 0 || verdict === 'present'
        ? text('文字中写有撤回同意的途径，但没有实际走通', 'a way to withdraw consent is described but was not walked')
        : verdict !== null
          ? text(
              '隐私政策关于撤回同意的内容读不准或另页展示',
              'what the policy says about withdrawal could not be read with certainty or stands elsewhere',
            )
          : text(
              `未见撤回同意的控件，未登录状态下看不到设置页；${whyNotSeen(facts, context).zh}`,
              `no control to withdraw consent was met, and settings cannot be seen without logging in; ${whyNotSeen(facts, context).en}`,
            );
    return cannotTell(text(`${why.zh}。`, `${why.en}.`), [...told, ...clauses], OFFICER);
  },
};
