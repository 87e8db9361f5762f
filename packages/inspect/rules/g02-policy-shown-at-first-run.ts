import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { askedWords, piAsked } from './shared/asked.ts';
import { notSeenIn, seenIn } from './shared/arms.ts';
import { policyLinks } from './shared/exculpation.ts';
import { programOf } from './shared/coded.ts';
import { SCREENS } from './shared/kinds.ts';
import { lookedEnough, shutOut, upTo, whyNotSeen } from './shared/looked.ts';
import { asksBeyondNeed } from './shared/necessary.ts';
import { choicesOf, promptsOf, SURE, unclearPrompts } from './shared/prompts.ts';
import { carriesIdentifier, isStranger, transfersOf } from './shared/receivers.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请清除数据或换用新身份首次打开，录屏记录从打开到可操作之间是否以弹窗等明显方式提示阅读隐私政策。',
  'Open it for the first time with a fresh identity and record on video whether a dialog or another plain way points to the policy before the page can be used.',
);

/** Dialogs that put the policy before the consumer. */
function telling(facts: FactView): readonly Fact<'prompt'>[] {
  return promptsOf(facts, 'consent', 'notice', 'login', 'phone', 'membership').filter(
    (prompt) =>
      prompt.detail.confidence >= SURE &&
      (prompt.detail.role === 'consent' ||
        prompt.detail.purposes.includes('privacy-policy') ||
        /隐私(权)?政策|隐私(保护)?(指引|声明|条款)|privacy policy/i.test(prompt.detail.text) ||
        choicesOf(facts, prompt).some((choice) => choice.detail.role === 'link' && /隐私|privacy/i.test(choice.label))),
  );
}

/** At first use the policy is put before the consumer, by a dialog or an equally plain way. */
export const g02: Rule = {
  requirement: 'G02',
  kinds: SCREENS,
  needs: ['prompt', 'policy-link', 'tick-box', 'field', 'permission', 'transfer', 'function-reached', 'limit'],
  judge(facts, context) {
    const prompts = telling(facts);
    const beside = policyLinks(facts).filter(({ detail }) => detail.where === 'prompt' || detail.where === 'form');
    const ticks = facts
      .of('tick-box')
      .filter(({ detail }) => detail.stage !== 'read' && detail.consent === 'yes' && detail.purposes.includes('privacy-policy'));
    const plain = [...prompts, ...beside, ...ticks];
    if (plain.length > 0) {
      const where = seenIn(plain, context);
      const how =
        prompts.length > 0
          ? text('以弹窗提示了隐私政策', 'a dialog points to the privacy policy')
          : text('在填写处旁边以协议文字提示了隐私政策', 'an agreement line beside the form points to the privacy policy');
      return pass(text(`${where.zh}，页面${how.zh}。`, `${where.en}, ${how.en}.`), plain);
    }

    const unclear = unclearPrompts(facts).filter(({ detail }) => detail.stage === 'arrive');
    // On a page the field or the request tells what is collected; in a program the call does.
    const asked = piAsked(facts).filter((fact) => fact.type !== 'collects' || programOf(facts) !== undefined);
    const watched = transfersOf(facts).filter((transfer) => isStranger(transfer.party) && carriesIdentifier(transfer));
    const links = policyLinks(facts).filter(({ detail }) => detail.taps <= 1 && detail.reached !== 'no');
    const seeable =
      unclear.length === 0 &&
      shutOut(facts).length === 0 &&
      facts.of('limit').every(({ detail }) => detail.what !== 'unreadable-image' && detail.what !== 'native-only');
    const walked = facts.of('function-reached').length > 0 && context.arms.length >= 2;

    if (asked.length > 0 && seeable && walked) {
      const where = notSeenIn(context);
      const what = askedWords(asked);
      const base = text(
        `${where.zh}，首次打开均未出现提示隐私政策的弹窗，填写处旁也没有协议文字，而页面要求提供 ${what.zh}`,
        `No dialog pointing to the policy came up ${where.en}, and no agreement line stands beside what is asked, while ${what.en} is asked for`,
      );
      // A plain link on the first page may be "an equally plain way"; a small footer link beside a demand for more than is needed is not.
      const body = links.filter(({ detail }) => detail.where === 'page');
      if (links.length === 0 || (body.length === 0 && asksBeyondNeed(asked, context))) {
        const foot = links.length > 0 ? text('；仅在页脚或菜单中有链接', '; there is only a link in the footer or a menu') : text('', '');
        return fail(text(`${base.zh}${foot.zh}。`, `${base.en}${foot.en}.`), [...asked, ...links], OFFICER);
      }
      return cannotTell(
        text(
          `${base.zh}；首页另有隐私政策链接，是否属于“明显方式”须人工判断。`,
          `${base.en}; the first page does carry a link to the policy, and whether that is plain enough needs a person.`,
        ),
        [...asked, ...links],
        OFFICER,
      );
    }
    if (asked.length === 0 && lookedEnough(facts, context) && seeable) {
      if (watched.length === 0) {
        return pass(
          text(
            `${upTo(facts).zh}未见要求提供个人信息，无须弹窗提示。`,
            `No personal information was asked for ${upTo(facts).en}, so no dialog is owed.`,
          ),
        );
      }
      return cannotTell(
        text(
          '未见提示隐私政策的弹窗；页面不要求填写个人信息，但向统计、广告类服务发送了标识符（见 G10）。',
          'No dialog points to the policy; the page asks for nothing, but identifiers go to measuring or advertising services (see G10).',
        ),
        watched,
        OFFICER,
      );
    }
    const why = unclear.length > 0 ? text('有弹窗读不准', 'a dialog could not be read with certainty') : whyNotSeen(facts, context);
    return cannotTell(
      text(
        `未见提示隐私政策的弹窗，但不能据此认定没有：${why.zh}。`,
        `No dialog pointing to the policy was met, which does not mean there is none: ${why.en}.`,
      ),
      [...unclear, ...asked],
      OFFICER,
    );
  },
};
