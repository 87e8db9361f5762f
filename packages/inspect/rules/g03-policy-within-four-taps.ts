import type { Fact } from '../facts/fact.ts';
import type { JudgeContext, Rule, Verdict } from './rule.ts';
import { seenIn } from './shared/arms.ts';
import { flawVerdict, isCoded } from './shared/coded.ts';
import { policyLinks } from './shared/exculpation.ts';
import { SCREENS } from './shared/kinds.ts';
import { whyNotSeen } from './shared/looked.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

/** The only number of the App method: more than four presses from the main page is too far (item 1.3). */
const MOST = 4;

const OFFICER = text(
  '请从首页出发找最短路径，逐次点击计数并录屏。',
  'Start at the home page, look for the shortest way, count every tap and record it on video.',
);

/** The policy can be reached from the main page in four taps or fewer. */
export const g03: Rule = {
  requirement: 'G03',
  kinds: SCREENS,
  needs: ['policy-link', 'policy-text', 'consent-flaw'],
  judge(facts, context) {
    const dead = flawVerdict(facts, ['dead-agreement-link'], OFFICER);
    if (dead?.outcome === 'fail') return dead;
    const links = policyLinks(facts);
    if (links.length > 0 && links.every(isCoded)) return byCode(links, context);
    if (links.length === 0) {
      const why = whyNotSeen(facts, context);
      return cannotTell(
        text(
          `没有见到隐私政策入口，无从计数（有无隐私政策见 G01）：${why.zh}。`,
          `No way to a privacy policy was met, so there is nothing to count (whether there is one, see G01): ${why.en}.`,
        ),
        facts.of('policy-text').filter(({ detail }) => detail.document === 'privacy-policy'),
        OFFICER,
      );
    }
    const taps = Math.min(...links.map((link) => link.detail.taps));
    const where = seenIn(links, context);
    const opened = links.filter(({ detail }) => detail.reached === 'yes' && detail.taps <= MOST);
    if (opened.length > 0) {
      const least = Math.min(...opened.map((link) => link.detail.taps));
      return pass(text(`${where.zh}，点击 ${least} 次可打开隐私政策。`, `The policy opened after ${least} tap(s) ${where.en}.`), opened);
    }
    if (taps > MOST && links.every(({ detail }) => detail.arms.length === 0 || detail.arms.length >= 2)) {
      return fail(
        text(
          `${where.zh}，本次走过的路径要点击 ${taps} 次才见到隐私政策入口，多于 ${MOST} 次；之前各页均无入口。`,
          `${taps} taps were needed on the path walked before a way to the policy came up ${where.en}, more than ${MOST}; no earlier page carried one.`,
        ),
        links,
        OFFICER,
      );
    }
    const why =
      taps > MOST
        ? text(
            `只有一次访问走到，点击 ${taps} 次，是否为最短路径不能确定`,
            `met in one visit only, after ${taps} taps, and it may not be the shortest way`,
          )
        : text(
            '入口在 4 次点击之内，但没能确认正文可以打开',
            'the link is within four taps, but that the text opens could not be confirmed',
          );
    return cannotTell(text(`隐私政策：${why.zh}。`, `Privacy policy: ${why.en}.`), links, OFFICER);
  },
};

/** Code shows whether a title opens something, and at least how far it stands from the first page; the shortest way shows on a phone. */
function byCode(links: readonly Fact<'policy-link'>[], context: JudgeContext): Verdict {
  const open = links.filter(({ detail }) => detail.reached !== 'no' && detail.taps <= MOST);
  const beside = open.filter(({ detail }) => (detail.where === 'form' || detail.where === 'prompt') && detail.href !== '');
  const where = seenIn(open, context);
  if (beside.length > 0 || open.some(({ detail }) => detail.reached === 'yes'))
    return pass(text(`${where.zh}，有可以点开隐私政策的入口。`, `There is a way that opens the policy ${where.en}.`), open);
  const dead = links.filter(({ detail }) => detail.reached === 'no');
  const gone = seenIn(dead, context);
  if (dead.length === links.length)
    return fail(
      text(
        `${gone.zh}，隐私政策的名称点不开：没有绑定动作，或指向不存在的页面。`,
        `The title of the policy opens nothing ${gone.en}: it has no handler or points to a page that does not exist.`,
      ),
      dead,
      OFFICER,
    );
  const all = seenIn(links, context);
  return cannotTell(
    text(
      `${all.zh}，有隐私政策入口，从首页要点击几次须在真机上计数。`,
      `There is a way to the policy ${all.en}; how many taps it takes must be counted on a phone.`,
    ),
    links,
    OFFICER,
  );
}
