import type { Fact } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { armsOfFact, seenIn } from './shared/arms.ts';
import { flawVerdict } from './shared/coded.ts';
import { SCREENS } from './shared/kinds.ts';
import { sawConsentAsked, shutOut } from './shared/looked.ts';
import { choicesOf, promptsOf } from './shared/prompts.ts';
import { distinct, list, quote, text } from './shared/text.ts';
import { cannotTell, fail } from './verdict.ts';

const OFFICER = text(
  '请用从未访问过的新身份在真机上打开同一页面，不作任何操作，截图确认勾选框的初始状态。',
  'Open the same page on a real phone with a fresh identity, touch nothing, and photograph the initial state of the box.',
);

/** What agreeing to the policy dialog covers; a box for anything else cannot repeat that answer. */
const COVERED = new Set(['privacy-policy', 'user-agreement', 'other-agreement']);

/** A box met ticked only after our own "agree" may merely repeat what we had just said, unless it was delivered ticked or covers more. */
const mayRepeatOurYes = (tick: Fact<'tick-box'>): boolean =>
  tick.phase === 'after-accept' &&
  armsOfFact(tick).every((arm) => arm === 'accept') &&
  tick.detail.inMarkup !== 'yes' &&
  tick.detail.purposes.every((purpose) => COVERED.has(purpose));

const words = (facts: readonly Fact[]) => list(distinct(facts.map((fact) => quote(fact.label))), 3);

/** Consent must not be ticked in advance on any page where it is asked. */
export const g13: Rule = {
  requirement: 'G13',
  kinds: SCREENS,
  needs: ['tick-box', 'collects', 'consent-flaw', 'prompt', 'choice', 'function-reached', 'limit'],
  judge(facts, context) {
    const ticks = facts.of('tick-box').filter((tick) => tick.detail.stage !== 'read');
    const consent = ticks.filter((tick) => tick.detail.consent === 'yes');
    const coded = facts.of('collects').filter((fact) => fact.detail.consent?.initial === 'ticked');

    const boxes = consent.filter((tick) => tick.detail.initial === 'ticked' && !mayRepeatOurYes(tick));
    // What hangs on a box is told by the box, where the box itself was read.
    const guilty = boxes.length > 0 ? boxes : coded.filter((fact) => fact.detail.reachable === 'yes');
    if (guilty.length > 0) {
      const where = seenIn(guilty, context);
      const what = words(guilty);
      return fail(
        text(
          `${where.zh}，表示同意的勾选框 ${what.zh} 在任何操作之前已处于勾选状态。`,
          `${where.en}, the consent box ${what.en} was already ticked before anybody touched it.`,
        ),
        guilty,
        OFFICER,
      );
    }

    const implied = flawVerdict(facts, ['implied-consent', 'pre-ticked'], OFFICER);
    if (implied) return implied;

    const unclear = [
      ...consent.filter((tick) => tick.detail.initial !== 'clear'),
      ...ticks.filter((tick) => tick.detail.consent === 'unknown' && tick.detail.initial === 'ticked'),
      ...coded,
    ];
    if (unclear.length > 0) {
      const what = words(unclear);
      return cannotTell(
        text(
          `勾选框 ${what.zh} 的初始状态或含义读不准（各次访问不一致、仅在我方同意后出现，或看不出是否表示同意）。`,
          `The initial state or the meaning of the box ${what.en} is not certain (visits disagree, it came only after our own consent, or it may not express consent).`,
        ),
        unclear,
        text('请人工查看该勾选框的文字与初始状态。', 'Look at the words and the initial state of this box yourself.'),
      );
    }

    // Switches stand behind 「管理选项」: what nobody opened, nobody has seen clear.
    const shut = promptsOf(facts, 'consent')
      .flatMap((prompt) => choicesOf(facts, prompt))
      .filter(({ detail }) => detail.role === 'settings' && detail.weight !== 'hidden' && !detail.effect.tried);
    if (shut.length > 0) {
      return cannotTell(
        text(
          `征求同意的弹窗另有选项页（${words(shut).zh}），没有打开，其中的开关是否默认开启没有看到。`,
          `The consent dialog offers a page of options (${words(shut).en}) that was not opened, so whether its switches are on by default was not seen.`,
        ),
        shut,
        text(
          '请在真机上打开该选项页，不作改动，截图确认每个开关的初始状态。',
          'Open that page on a real phone, change nothing, and photograph the initial state of every switch.',
        ),
      );
    }

    return notMet(facts, context, text('默认勾选的同意框', 'consent box ticked in advance'), {
      enough: sawConsentAsked(facts) && shutOut(facts).length === 0,
      seen: consent,
    });
  },
};
