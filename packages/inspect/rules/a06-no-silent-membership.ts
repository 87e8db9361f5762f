import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { closings, closingWords } from './shared/closing.ts';
import { SCREENS } from './shared/kinds.ts';
import { isReadable } from './shared/prompts.ts';
import { list, quote, sentences, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请下单后查看会员状态，确认有无在不知情时被注册；逐一关闭优惠券、新人礼等弹窗。',
  'After ordering look at the membership status to see whether one was enrolled unawares, and close each coupon or gift pop-up.',
);
const SILENT =
  /(自动|默认)(为您|帮您|将您|给您)?(注册|成为|加入|开通|升级)[^。；]{0,10}(会员|vip)|(即|视为|同时)(自动)?(成为|加入|注册(成)?为?|开通)[^。；]{0,10}会员/i;

/** Nobody is made a member unawares, and coupon pop-ups can be closed. */
export const a06: Rule = {
  requirement: 'A06',
  kinds: SCREENS,
  needs: ['prompt', 'choice', 'tick-box', 'gate', 'function-reached'],
  judge(facts, context) {
    const ticked = facts
      .of('tick-box')
      .filter(({ detail }) => detail.stage !== 'read' && detail.initial === 'ticked' && detail.purposes.includes('membership'));
    const said = [
      ...facts.of('prompt').filter((prompt) => prompt.detail.stage !== 'read' && isReadable(prompt) && SILENT.test(prompt.detail.text)),
      ...facts.of('tick-box').filter((tick) => tick.detail.stage !== 'read' && SILENT.test(tick.label) && !ticked.includes(tick)),
      ...facts.of('gate').filter((gate) => gate.detail.stage !== 'read' && SILENT.test(gate.detail.how)),
    ];
    const all = closings(facts, 'coupon', 'membership');
    const stuck = all.filter(({ state }) => state === 'stuck');
    const silent = [...ticked, ...said];
    if (silent.length > 0 || stuck.length > 0) {
      const where = seenIn(silent, context);
      const words = list(
        silent.map((fact) => quote(fact.label, 30)),
        3,
      );
      return fail(
        sentences(
          silent.length > 0
            ? text(
                `${where.zh}，入会已预先勾选或随其他操作自动发生：${words.zh}。`,
                `${where.en}, joining is ticked in advance or happens along with something else: ${words.en}.`,
              )
            : text('', ''),
          stuck.length > 0 ? closingWords(stuck, context) : text('', ''),
        ),
        [...new Set([...silent, ...stuck.map(({ prompt }) => prompt)])],
        OFFICER,
      );
    }
    const open = all.filter(({ state }) => state === 'unclear');
    if (open.length > 0)
      return cannotTell(
        closingWords(open, context),
        open.map(({ prompt }) => prompt),
        OFFICER,
      );
    if (all.length > 0) {
      return pass(
        text(
          '优惠、入会弹窗可以关闭，未见自动入会的勾选或说明（下单之后的会员状态须另行核验）。',
          'Coupon and membership pop-ups close, and no box or words for automatic joining were met (the status after ordering must be checked apart).',
        ),
        all.map(({ prompt }) => prompt),
        OFFICER,
      );
    }
    return notMet(facts, context, text('自动入会或关不掉的优惠弹窗', 'automatic joining or coupon pop-up that will not close'));
  },
};
