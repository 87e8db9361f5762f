import type { Rule } from './rule.ts';
import { piAsked } from './shared/asked.ts';
import { clausesOf, elementVerdict, isMissing } from './shared/clauses.ts';
import { keepsAccounts } from './shared/closing-account.ts';
import { offered, ownTexts } from './shared/exculpation.ts';
import { SCREENS_AND_TEXTS } from './shared/kinds.ts';
import { whyNotSeen } from './shared/looked.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请用测试账号登录，查找更正、删除个人信息和注销账号的入口，各实际操作一次并记录结果和耗时。',
  'Log in with a test account, look for the ways to correct, delete and close, use each once and record the result and the time it took.',
);

/** Correction, deletion and closing the account work. */
export const g32: Rule = {
  requirement: 'G32',
  kinds: SCREENS_AND_TEXTS,
  needs: ['control', 'policy-clause', 'policy-text', 'field', 'prompt', 'gate'],
  judge(facts, context) {
    const closing = offered(facts, 'account-closing');
    const changing = [...offered(facts, 'deletion'), ...offered(facts, 'correction')];
    const accounts = keepsAccounts(facts);
    if (changing.length > 0 && (closing.length > 0 || accounts.length === 0)) {
      return pass(
        text(
          '提供了更正、删除或注销的入口（是否有效须实际操作）。',
          'Ways to correct, delete or close are offered (whether they work must be tried).',
        ),
        [...closing, ...changing],
        OFFICER,
      );
    }
    const texts = ownTexts(facts);
    const clauses = clausesOf(facts, 'correction-deletion', 'account-closing');
    const change = elementVerdict(facts, 'correction-deletion');
    const close = elementVerdict(facts, 'account-closing');
    const nothing = closing.length === 0 && changing.length === 0;
    const channels = clausesOf(facts, 'correction-deletion').filter(
      ({ detail }) => detail.verdict === 'present' && (detail.slots['channel'] ?? []).length > 0,
    );
    if (closing.length > 0 && change === 'present' && channels.length > 0) {
      return pass(
        text(
          '提供了注销账号的入口，隐私政策写明了更正、删除个人信息的途径（是否有效须实际操作）。',
          'A way to close the account is offered, and the policy tells how to correct and delete (whether they work must be tried).',
        ),
        [...closing, ...channels],
        OFFICER,
      );
    }
    const told = facts.of('control').filter(({ detail }) => ['account-closing', 'deletion', 'correction'].includes(detail.role));
    if (
      nothing &&
      told.length === 0 &&
      texts.length > 0 &&
      isMissing(change) &&
      (isMissing(close) || close === null) &&
      (piAsked(facts).length > 0 || context.kind === 'policy')
    ) {
      return fail(
        text(
          '隐私政策没有写明更正、删除个人信息和注销账号的途径，走过的页面上也没有相应入口。',
          'The privacy policy names no way to correct or delete information or to close the account, and the pages walked carry none.',
        ),
        [...texts, ...clauses],
        OFFICER,
      );
    }
    const toldClosing = told.filter(({ detail }) => detail.role === 'account-closing');
    if (closing.length === 0 && toldClosing.length === 0 && texts.length > 0 && isMissing(close) && accounts.length > 0) {
      return fail(
        text(
          '页面要求登录、注册或入会，隐私政策没有写明注销账号的途径，走过的页面上也没有注销入口。',
          'The page asks to log in, register or join, yet the policy names no way to close the account, and the pages walked carry none.',
        ),
        [...accounts, ...texts, ...clauses],
        OFFICER,
      );
    }
    if (piAsked(facts).length === 0 && texts.length === 0 && facts.of('function-reached').some(({ detail }) => detail.reached === 'yes')) {
      return pass(
        text(
          '走到基本功能为止没有要求提供个人信息，也没有账号可供注销。',
          'Up to the basic function no personal information is asked for and there is no account to close.',
        ),
        facts.of('function-reached'),
      );
    }
    const why = !nothing
      ? text('只见到部分入口，其余入口可能在登录之后', 'only some of the ways were met; the others may stand behind the log-in')
      : told.length > 0 || change === 'present' || close === 'present'
        ? text('文字中写有途径，但没有实际走通', 'a way is described but was not walked')
        : clauses.length > 0
          ? text('隐私政策的相关内容只写了一部分或者读不准', 'the policy covers only part of it or could not be read with certainty')
          : text(
              `没有读到隐私政策，未登录看不到账号页面；${whyNotSeen(facts, context).zh}`,
              `no policy was read, and account pages cannot be seen without logging in; ${whyNotSeen(facts, context).en}`,
            );
    return cannotTell(
      text(`更正、删除、注销是否可用没有定论：${why.zh}。`, `Whether correcting, deleting and closing work was not settled: ${why.en}.`),
      [...closing, ...changing, ...clauses],
      OFFICER,
    );
  },
};
