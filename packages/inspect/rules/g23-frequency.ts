import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { SCREENS } from './shared/kinds.ts';
import { list, text } from './shared/text.ts';
import { permissionWords, piPermissions } from './shared/permissions.ts';
import { cannotTell, fail } from './verdict.ts';

/** Asking for one permission this often within a visit calls for a look. Our own line. */
const OFTEN = 3;

const OFFICER = text(
  '请在真机上停留数分钟并切换到后台，统计同类申请和请求的间隔与次数，再对照功能需要。',
  'Stay on the page for some minutes on a real phone, also in the background; count such requests and compare with what the function needs.',
);
/** A page that asks by itself this often goes on by the clock. Our own line. */
const RELENTLESS = 4;

/** How often data is collected fits the need. The law has no number and a visit is short, so a machine only points. */
export const g23: Rule = {
  requirement: 'G23',
  kinds: SCREENS,
  needs: ['permission', 'function-reached'],
  judge(facts, context) {
    const often = piPermissions(facts).filter((fact) => fact.detail.count >= OFTEN);
    if (often.length > 0) {
      const where = seenIn(often, context);
      const names = list(often.map(permissionWords));
      const count = Math.max(...often.map(({ detail }) => detail.count));
      const byItself = often.filter(({ detail }) => detail.trigger === 'load' && detail.count >= RELENTLESS);
      if (byItself.length > 0)
        return fail(
          text(
            `${where.zh}，没有任何操作，页面自己反复申请${names.zh}权限，一次访问内 ${count} 次；次数界线（${RELENTLESS} 次）为本工具自定，法律没有数值。`,
            `${where.en}, without any act of ours the page asked for ${names.en} again and again, ${count} times within one visit; the line of ${RELENTLESS} is ours, the law sets no number.`,
          ),
          byItself,
          OFFICER,
        );
      return cannotTell(
        text(
          `${where.zh}，${names.zh}权限在一次访问内申请了 ${count} 次；频率没有法定数值，是否超出需要须人工判断。`,
          `${where.en}, permission for ${names.en} was asked ${count} times within one visit; the law sets no number, and whether it exceeds the need takes a person.`,
        ),
        often,
        OFFICER,
      );
    }
    return notMet(
      facts,
      context,
      text(
        '反复申请同一权限的情形（访问时间短，后台和长时间的收集频率未观察）',
        'repeated request for one permission (the visit is short; the rate in the background and over time was not watched)',
      ),
      { seen: piPermissions(facts) },
    );
  },
};
