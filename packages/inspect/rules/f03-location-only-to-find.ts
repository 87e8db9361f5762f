import type { Fact } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { offered } from './shared/exculpation.ts';
import { gatesOf, reachedWithoutYes, walksOf } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { askedAtLoad, isLocation, piPermissions } from './shared/permissions.ts';
import { promptsOf } from './shared/prompts.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请打开页面并拒绝定位，查看能否手动选择地点、查看网点并租借。',
  'Open the page, refuse location, and see whether a place can be chosen by hand, cabinets seen and a device rented.',
);

const NO_MAP = /(无法|不能)(为您)?(查看|查找|显示|搜索|获取)[^。；]{0,6}(附近|周边|网点|柜机|机柜|门店|设备)/;

/** Location serves to find a cabinet, when that is used, and the map works by hand without it. */
export const f03: Rule = {
  requirement: 'F03',
  kinds: SCREENS,
  needs: ['permission', 'gate', 'prompt', 'control', 'function-reached'],
  judge(facts, context) {
    const permissions = piPermissions(facts).filter(isLocation);
    const gates = gatesOf(facts, 'location');
    const manual = offered(facts, 'manual-location');
    const early = permissions.filter(askedAtLoad);
    const locked = gates.filter(({ detail }) => detail.refusable === 'no');
    const stopped = walksOf(facts, 'refuse').filter(({ detail }) => detail.stoppedBy === 'location');
    const shut: readonly Fact[] = manual.length === 0 && !reachedWithoutYes(facts) ? [...locked, ...stopped] : [];
    const blind = manual.length === 0 ? gates.filter(({ detail }) => NO_MAP.test(detail.how)) : [];
    if (blind[0] && early.length === 0 && shut.length === 0) {
      const where = seenIn(blind, context);
      const said = quote(blind[0].detail.how, 40);
      return fail(
        text(
          `${where.zh}，拒绝定位后看不到网点，也没有手动选择的途径：${said.zh}。`,
          `${where.en}, without the location no cabinets are shown and none can be chosen by hand: ${said.en}.`,
        ),
        [...blind, ...permissions],
        OFFICER,
      );
    }
    if (early.length > 0 || shut.length > 0) {
      const used = [...early, ...shut];
      const where = seenIn(used, context);
      const what =
        early.length > 0
          ? text(
              '没有点“附近网点”，页面一打开就申请定位',
              'location was asked for as soon as the page opened, without any press to find a cabinet',
            )
          : text('拒绝定位后不能继续，也没有手动选择的途径', 'refusing location ended the way, and no place could be chosen by hand');
      return fail(text(`${where.zh}，${what.zh}。`, `${where.en}, ${what.en}.`), used, OFFICER);
    }
    const asked: readonly Fact[] = [...permissions, ...gates, ...promptsOf(facts, 'location')];
    if (asked.length > 0 && (manual.length > 0 || reachedWithoutYes(facts))) {
      return pass(
        text(
          '只在点击查找网点时申请定位，拒绝后仍可继续。',
          'Location is asked for on the press that looks for cabinets only, and use goes on without it.',
        ),
        [...asked, ...manual],
      );
    }
    if (asked.length > 0) {
      return cannotTell(
        text(
          '按操作申请定位；拒绝后能否手动查看网点没有确认。',
          'Location is asked for on a press; whether cabinets can be seen by hand after refusing was not settled.',
        ),
        asked,
        OFFICER,
      );
    }
    return notMet(facts, context, text('要求定位的情形', 'request for location'));
  },
};
