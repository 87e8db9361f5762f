import type { Fact, PromptRole } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { inArm, seenIn } from './shared/arms.ts';
import { flawVerdict } from './shared/coded.ts';
import { walksOf } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { lookedEnough, whyNotSeen } from './shared/looked.ts';
import { askedAtLoad, permissionWords, piPermissions } from './shared/permissions.ts';
import { promptsOf, waysOut } from './shared/prompts.ts';
import {
  carriesIdentifier,
  isStranger,
  mayBeProcessor,
  receiversWords,
  takenWhileTyping,
  transfersOf,
  untypedPi,
} from './shared/receivers.ts';
import { quote, sentences, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

/** "Frequent" has no legal number; asking twice again within one visit is our own line. */
const FREQUENT = 2;
/** What our own presses raise may follow from them once per control; more than that is nagging. */
const FREQUENT_ON_PRESS = 3;

const ASKING: readonly PromptRole[] = [
  'consent',
  'login',
  'phone',
  'profile',
  'membership',
  'follow',
  'location',
  'marketing',
  'permission',
];

const OFFICER = text(
  '请在真机上拒绝后继续使用，录屏统计再次弹出的次数和时机，并抓包核对拒绝后的外发数据。',
  'Refuse on a real phone and go on; record how often and when it asks again, and capture what still goes out after refusing.',
);

/** After a refusal nothing is collected, and the consumer is not asked over and over. */
export const g11: Rule = {
  requirement: 'G11',
  kinds: SCREENS,
  needs: ['prompt', 'choice', 'permission', 'consent-flaw', 'transfer', 'function-reached', 'limit'],
  judge(facts, context) {
    const prompts = promptsOf(facts, ...ASKING);
    const again = [...prompts, ...piPermissions(facts)].filter((fact) => fact.detail.afterRefusal > 0);
    // Refused, asked again at once, and no way on: the consumer is worn down however small the count.
    const wornDown = walksOf(facts, 'refuse').some(({ detail }) => detail.reached === 'no' && detail.stoppedBy === 'agreement');
    const atOnce = (fact: (typeof again)[number]): boolean =>
      fact.type === 'prompt' &&
      fact.detail.role === 'consent' &&
      wornDown &&
      waysOut(facts, fact).some(({ detail }) => detail.effect.reprompted === 'yes');
    const nagging = again.filter(
      (fact) => fact.detail.afterRefusal >= (fact.detail.trigger === 'input' ? FREQUENT_ON_PRESS : FREQUENT) || atOnce(fact),
    );
    const refusedArm = (fact: Fact): boolean => fact.phase === 'after-refuse' && inArm(fact, 'refuse');
    const sent = transfersOf(facts).filter(
      (fact) => refusedArm(fact) && (carriesIdentifier(fact) || untypedPi(fact).length > 0 || takenWhileTyping(fact)),
    );
    const strangers = sent.filter((fact) => isStranger(fact.party));
    const opened = piPermissions(facts).filter((fact) => refusedArm(fact) && askedAtLoad(fact));

    const loops = flawVerdict(facts, ['forced-loop'], OFFICER);
    if (loops?.outcome === 'fail') return loops;
    const guilty: readonly Fact[] = [...nagging, ...strangers, ...opened];
    if (guilty.length > 0) {
      const parts = [
        ...nagging.slice(0, 3).map((fact) => {
          const name = fact.type === 'permission' ? permissionWords(fact) : quote(fact.label);
          const where = seenIn([fact], context);
          return text(
            `${where.zh}，拒绝之后 ${name.zh} 在一次访问内又出现 ${fact.detail.afterRefusal} 次（“频繁”没有法定数值，主动弹出 ${FREQUENT} 次、点击后弹出 ${FREQUENT_ON_PRESS} 次为本工具自定的界线）。`,
            `After refusal ${name.en} came up again ${fact.detail.afterRefusal} times within one visit, ${where.en} ("frequent" has no legal number; ${FREQUENT} unasked, or ${FREQUENT_ON_PRESS} upon a press, is our own line).`,
          );
        }),
        strangers.length > 0
          ? text(
              `拒绝之后，页面仍向 ${receiversWords(strangers).zh} 发送标识或个人信息。`,
              `After refusal the page still sent identifiers or personal information to ${receiversWords(strangers).en}.`,
            )
          : text('', ''),
        ...opened.map((fact) =>
          text(
            `拒绝之后，页面未经操作又申请${permissionWords(fact).zh}权限。`,
            `After refusal the page asked for ${permissionWords(fact).en} without any press.`,
          ),
        ),
      ];
      return fail(sentences(...parts), guilty, OFFICER);
    }

    if (loops) return loops;
    const grey = sent.filter((fact) => mayBeProcessor(fact.party));
    if (again.length > 0 || grey.length > 0) {
      const parts = [
        again.length > 0
          ? text(
              `拒绝之后 ${quote(again[0]?.label ?? '').zh} 又出现 ${most(again)} 次，是否构成频繁征求须人工判断`,
              `after refusal ${quote(again[0]?.label ?? '').en} came up ${most(again)} more time(s); whether that is frequent needs a person`,
            )
          : null,
        grey.length > 0
          ? text(
              `拒绝之后仍向 ${receiversWords(grey).zh} 发送标识，对方可能是受托处理者或服务所必需`,
              `after refusal identifiers still went to ${receiversWords(grey).en}, who may be a processor or needed for the service`,
            )
          : null,
      ].filter((part) => part !== null);
      return cannotTell(
        text(`${parts.map(({ zh }) => zh).join('；')}。`, `${parts.map(({ en }) => en).join('; ')}.`),
        [...again, ...grey],
        OFFICER,
      );
    }

    const denied = piPermissions(facts).filter((fact) => fact.detail.answered === 'denied');
    const refused = prompts.flatMap((prompt) => waysOut(facts, prompt)).filter(({ detail }) => detail.effect.tried);
    const consent = promptsOf(facts, 'consent');
    const consentRefused =
      consent.length === 0 || consent.some((prompt) => waysOut(facts, prompt).some(({ detail }) => detail.effect.tried));
    if (consentRefused && (refused.length > 0 || denied.length > 0)) {
      const left = refused.length > 0 && refused.every(({ detail }) => detail.effect.left === 'yes');
      if (left || !context.arms.includes('refuse')) {
        const why = left ? text('拒绝后即离开页面', 'refusing left the page') : whyNotSeen(facts, context);
        return cannotTell(
          text(`拒绝之后的情形未能观察：${why.zh}。`, `What happens after refusal could not be watched: ${why.en}.`),
          refused,
          OFFICER,
        );
      }
      const watched = consent.length === 0 ? refused : consent.flatMap((prompt) => waysOut(facts, prompt));
      const tried = watched.filter(({ detail }) => detail.effect.tried);
      if (tried.length > 0 && !tried.some(({ detail }) => detail.effect.closed === 'yes')) {
        return cannotTell(
          text(
            '点了拒绝，但未见该弹窗因此消失，拒绝之后的情形没有定论。',
            'Refusing was pressed, but the dialog was not seen to go away, so what follows a refusal was not settled.',
          ),
          tried,
          OFFICER,
        );
      }
      const seen = [...refused, ...denied];
      return pass(
        text(
          '拒绝之后继续使用，未见再次征求，也未见向其他公司发送标识。',
          'After refusal and further use, it did not ask again and sent no identifiers to other companies.',
        ),
        seen,
      );
    }
    if (prompts.length > 0) {
      return cannotTell(
        text(
          '有征求同意或索取信息的弹窗，但没有可供实际点击的拒绝方式（见 G14），拒绝之后的情形无从观察。',
          'There are dialogs that ask, but none could actually be refused (see G14), so what follows a refusal could not be watched.',
        ),
        prompts,
        OFFICER,
      );
    }
    if (lookedEnough(facts, context))
      return pass(text('走到基本功能为止未见可供拒绝的征求。', 'Up to the basic function nothing was asked that could be refused.'));
    return notMet(facts, context, text('拒绝之后的再次征求或收集', 'asking or collecting after a refusal'));
  },
};

const most = (facts: readonly (Fact<'prompt'> | Fact<'permission'>)[]): number =>
  Math.max(...facts.map(({ detail }) => detail.afterRefusal));
