import type { Rule } from './rule.ts';
import { clausesOf, elementVerdict, isMissing } from './shared/clauses.ts';
import { isHeavy, keepsAccounts, rightsConditions } from './shared/closing-account.ts';
import { offered, ownTexts } from './shared/exculpation.ts';
import { SCREENS } from './shared/kinds.ts';
import { seenIn } from './shared/arms.ts';
import { whyNotSeen } from './shared/looked.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请用测试账号登录并查找注销入口，记录步骤、所需条件以及是否须经客服办理。',
  'Log in with a test account, look for the way to close it, and record the steps, the conditions and whether staff must do it.',
);

/** Consumers close the account by themselves. */
export const f04: Rule = {
  requirement: 'F04',
  kinds: SCREENS,
  needs: ['control', 'policy-clause', 'policy-text', 'field', 'gate', 'prompt'],
  judge(facts, context) {
    const controls = offered(facts, 'account-closing');
    const burdened = controls.filter((control) => control.detail.conditions.some(isHeavy));
    const open = controls.filter((control) => !burdened.includes(control) && control.detail.found === 'control');
    if (burdened[0] && open.length === 0) {
      const said = quote(burdened[0].detail.conditions.find(isHeavy) ?? '', 60);
      return fail(
        text(
          `注销账号不能自行完成，须另交材料或到场：${said.zh}。`,
          `The account cannot be closed by oneself; papers or a visit are demanded: ${said.en}.`,
        ),
        burdened,
        OFFICER,
      );
    }
    if (controls.length > 0) {
      const taps = Math.min(...controls.map(({ detail }) => detail.taps));
      return pass(
        text(
          `提供了注销账号的入口，点击 ${taps} 次可到（是否有效须实际操作）。`,
          `A way to close the account is offered, ${taps} tap(s) away (whether it works must be tried).`,
        ),
        controls,
        OFFICER,
      );
    }
    const accounts = keepsAccounts(facts);
    const clauses = clausesOf(facts, 'account-closing');
    const verdict = elementVerdict(facts, 'account-closing');
    const texts = ownTexts(facts);
    const staff = rightsConditions(facts).some(({ words }) => /注销[^。；]{0,16}(联系|致电|拨打)[^。；]{0,6}(客服|电话)/.test(words));
    if (texts.length > 0 && isMissing(verdict) && accounts.length > 0) {
      const where = seenIn(accounts, context);
      return fail(
        text(
          `${where.zh}，页面要求登录或注册；读到的隐私政策没有写明注销账号的途径，走过的页面上也没有注销入口。`,
          `${where.en}, the page asks to log in or register; the policy read names no way to close the account, and the pages walked carry none.`,
        ),
        [...accounts, ...texts, ...clauses],
        OFFICER,
      );
    }
    const why = staff
      ? text('政策写明须联系客服注销，能否自行办理没有走通', 'the policy sends one to staff; whether one can do it oneself was not walked')
      : verdict === 'present'
        ? text(
            '政策写有注销途径，入口在登录之后，没有走通',
            'the policy describes a way, which stands behind the log-in and was not walked',
          )
        : accounts.length === 0 && texts.length > 0
          ? text(
              '走过的页面没有要求登录或注册，是否设有账号看不出',
              'the pages walked ask for no log-in, so whether there are accounts cannot be seen',
            )
          : text(
              `没有读到写明注销的文字；${whyNotSeen(facts, context).zh}`,
              `no words on closing were read; ${whyNotSeen(facts, context).en}`,
            );
    return cannotTell(
      text(`能否自行注销没有定论：${why.zh}。`, `Whether the account can be closed by oneself was not settled: ${why.en}.`),
      [...clauses, ...accounts],
      OFFICER,
    );
  },
};
