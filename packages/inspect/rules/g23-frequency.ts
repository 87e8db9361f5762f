import type { Fact } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { SCREENS } from './shared/kinds.ts';
import { piPermissions } from './shared/permissions.ts';
import { carriesIdentifier, receiversWords, transfersOf } from './shared/receivers.ts';
import { sentences, text } from './shared/text.ts';
import { cannotTell } from './verdict.ts';

/** Asking for one permission this often within a visit calls for a look. Our own line. */
const OFTEN = 3;

/** How often data is collected fits the need. The law has no number, so a machine only points. */
export const g23: Rule = {
  requirement: 'G23',
  kinds: SCREENS,
  needs: ['transfer', 'permission', 'function-reached'],
  judge(facts, context) {
    const repeated = transfersOf(facts).filter((fact) => fact.detail.repeated && (carriesIdentifier(fact) || fact.detail.found.length > 0));
    const asked = piPermissions(facts).filter((fact) => fact.detail.count >= OFTEN);
    const seen: readonly Fact[] = [...repeated, ...asked];
    if (seen.length > 0) {
      const where = seenIn(seen, context);
      return cannotTell(
        sentences(
          repeated.length > 0
            ? text(
                `${where.zh}，页面反复向 ${receiversWords(repeated).zh} 发送标识或个人信息。`,
                `${where.en}, the page sent identifiers or personal information to ${receiversWords(repeated).en} again and again.`,
              )
            : text('', ''),
          asked.length > 0
            ? text(
                `${where.zh}，同一权限在一次访问内申请了 ${Math.max(...asked.map(({ detail }) => detail.count))} 次。`,
                `${where.en}, one permission was asked for ${Math.max(...asked.map(({ detail }) => detail.count))} times within a visit.`,
              )
            : text('', ''),
          text(
            '收集频率没有法定数值，是否超出需要须人工判断。',
            'The law sets no number for frequency; whether it exceeds the need takes a person.',
          ),
        ),
        seen,
        text(
          '请在真机上停留数分钟并切换到后台，统计同类请求的间隔和次数，再对照功能需要。',
          'Stay on the page for some minutes on a real phone, also in the background; count such requests and compare with what the function needs.',
        ),
      );
    }
    return notMet(facts, context, text('反复收集同类信息的情形', 'repeated collection of the same data'), { seen: transfersOf(facts) });
  },
};
