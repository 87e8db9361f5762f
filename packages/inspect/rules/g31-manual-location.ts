import type { Fact } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { offered } from './shared/exculpation.ts';
import { gatesOf, reachedWithoutYes, walksOf } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { isLocation, piPermissions } from './shared/permissions.ts';
import { promptsOf } from './shared/prompts.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在真机上拒绝定位，查看能否手动选择门店、城市或输入地址后继续。',
  'Refuse location on a real phone and see whether a shop, city or address can be chosen by hand to go on.',
);

const SHUT_WITHOUT =
  /(须|必须|需要?)先[^。；]{0,6}定位|(未|没有)[^。；]{0,6}(定位|位置)[^。；]{0,8}(无法|不能)|(允许|开启|打开|授权)[^。；]{0,8}(定位|位置)[^。；]{0,6}(后|才|方可|再)/;
const BY_HAND = /手动|自行|手工|直接(选择|输入)|by hand|manually/i;

/** When location is refused, a choice by hand is left. */
export const g31: Rule = {
  requirement: 'G31',
  kinds: SCREENS,
  needs: ['permission', 'prompt', 'gate', 'control', 'function-reached'],
  judge(facts, context) {
    const permissions = piPermissions(facts).filter(isLocation);
    const gates = gatesOf(facts, 'location');
    const prompts = promptsOf(facts, 'location');
    const asked: readonly Fact[] = [...permissions, ...gates, ...prompts];
    if (asked.length === 0) return notMet(facts, context, text('要求定位的情形', 'request for the location'), { stops: ['location'] });

    const manual = [...offered(facts, 'manual-location'), ...permissions.filter(({ detail }) => detail.manualAlternative === 'yes')];
    if (manual.length > 0)
      return pass(text('拒绝定位后可以手动选择。', 'After refusing location a choice by hand is offered.'), [
        ...asked,
        ...manual.filter((fact) => !asked.includes(fact)),
      ]);
    if (reachedWithoutYes(facts))
      return pass(text('未提供位置仍走到了基本功能。', 'The basic function was reached without giving the location.'), [
        ...asked,
        ...walksOf(facts),
      ]);

    const stopped = walksOf(facts).filter(({ detail }) => detail.reached === 'no' && detail.stoppedBy === 'location');
    const locked: readonly Fact[] = [
      ...gates.filter(({ detail }) => detail.refusable === 'no'),
      ...(stopped.length > 0 ? permissions.filter(({ detail }) => detail.manualAlternative === 'no') : []),
    ];
    if (locked.length > 0) {
      const where = seenIn(locked, context);
      return fail(
        text(
          `${where.zh}，拒绝定位后停在该步骤，页面上未见手动选择门店、城市或输入地址的途径。`,
          `${where.en}, refusing location ended the way, and no shop, city or address could be chosen by hand.`,
        ),
        [...locked, ...stopped],
        OFFICER,
      );
    }
    // What is found by place only may stand beside the basic function: there the page itself says that it needs the location.
    const denied = permissions.filter(({ detail }) => detail.answered === 'denied');
    const told = gates.filter(({ detail }) => SHUT_WITHOUT.test(detail.how) && !BY_HAND.test(detail.how));
    if (told.length > 0 && denied.length > 0) {
      const where = seenIn(told, context);
      const said = quote(told[0]?.label ?? '', 30);
      return fail(
        text(
          `${where.zh}，拒绝定位后页面只要求打开定位（${said.zh}），未见手动选择门店、城市或输入地址的途径。`,
          `${where.en}, after location was refused the page only asked to turn it on (${said.en}); no shop, city or address could be chosen by hand.`,
        ),
        [...told, ...denied],
        OFFICER,
      );
    }
    return cannotTell(
      text(
        '页面要求定位；拒绝后有无手动选择没有确认。',
        'The page asks for the location; whether a choice by hand is left after refusing was not settled.',
      ),
      asked,
      OFFICER,
    );
  },
};
