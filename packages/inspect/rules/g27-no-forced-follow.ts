import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { gatesOf, reachedWithoutYes } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { choicesOf, isReadable, promptsOf, waysOut } from './shared/prompts.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在店内用新身份扫码，不关注、不加群、不添加员工，看能否完成点餐或缴费；同时看有无人工服务。',
  'Scan the code in the shop with a fresh identity, follow nobody and join nothing, and see whether ordering or paying works; look for staff service too.',
);

/** A follow dialog across the page, readable, without any way past it. */
const caged = (facts: FactView, prompt: Fact<'prompt'>): boolean =>
  isReadable(prompt) &&
  prompt.detail.blocking &&
  waysOut(facts, prompt).length === 0 &&
  !choicesOf(facts, prompt).some(({ detail }) => detail.role === 'other');

/** Following an account, joining a group or adding staff is no condition of the basic service. */
export const g27: Rule = {
  requirement: 'G27',
  kinds: SCREENS,
  needs: ['gate', 'prompt', 'choice', 'function-reached', 'limit'],
  judge(facts, context) {
    const gates = gatesOf(facts, 'follow');
    const prompts = promptsOf(facts, 'follow');
    const passed = reachedWithoutYes(facts);
    const forced: readonly Fact[] = [
      ...gates.filter(({ detail }) => detail.refusable === 'no'),
      ...prompts.filter((prompt) => caged(facts, prompt)),
    ];
    if (forced.length > 0 && !passed) {
      const where = seenIn(forced, context);
      const how = quote(forced[0]?.label ?? '');
      return fail(
        text(
          `${where.zh}，使用基本功能之前须先关注账号、加群或添加员工（${how.zh}），未见可以跳过的途径。`,
          `${where.en}, an account must be followed, a group joined or staff added (${how.en}) before the basic function can be used, with no way past it.`,
        ),
        forced,
        OFFICER,
      );
    }
    const open = [
      ...gates.filter(({ detail }) => detail.refusable === 'unknown'),
      ...prompts.filter((prompt) => waysOut(facts, prompt).length === 0 && prompt.detail.blocking),
    ];
    if (open.length > 0 && !passed) {
      return cannotTell(
        text(
          '出现引导关注、加群或添加员工的页面，能否跳过没有试出来。',
          'A page leads to following an account, joining a group or adding staff; whether it can be skipped was not settled.',
        ),
        open,
        OFFICER,
      );
    }
    if (gates.length + prompts.length > 0 && (passed || prompts.some((prompt) => waysOut(facts, prompt).length > 0) || gates.length > 0)) {
      return pass(text('出现引导关注的内容，但可以跳过，不影响继续使用。', 'Following is suggested but can be skipped, and use goes on.'), [
        ...gates,
        ...prompts,
      ]);
    }
    return notMet(facts, context, text('以关注账号、加群或添加员工为条件的情形', 'demand to follow, join a group or add staff'), {
      stops: ['follow'],
    });
  },
};
