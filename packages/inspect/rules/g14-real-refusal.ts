import type { Fact } from '../facts/fact.ts';
import type { FactView, JudgeContext, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { flawVerdict } from './shared/coded.ts';
import { SCREENS } from './shared/kinds.ts';
import { isScene, needVerdict } from './shared/necessary.ts';
import { choicesOf, isReadable, leavingAgrees, promptsOf, takesConsentByAct, ticksOf, waysOut } from './shared/prompts.ts';
import { quote, sentences, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在真机上用新身份打开，确认弹窗内（含右上角、遮罩、返回键）是否有可用的拒绝方式，并实际点击。',
  'On a real phone with a fresh identity, check whether the dialog (corner, mask, back key included) has a working way to refuse, and press it.',
);

type State = 'counted' | 'none' | 'hidden' | 'faint' | 'leaves' | 'loop' | 'dead' | 'mock' | 'weaker' | 'elsewhere' | 'unread' | 'good';

// Below both, words to refuse are there for form only. Our own lines; the law has no numbers.
const FINE_PRINT = 12;
const FAINT = 4.5;

const isFaint = ({ detail }: Fact<'choice'>): boolean =>
  detail.weight === 'weaker' &&
  detail.shape !== 'icon' &&
  detail.fontSize < FINE_PRINT &&
  detail.contrast !== null &&
  detail.contrast < FAINT;

/** A gift or notice whose button counts as agreement by its small print asks for consent all the same. */
const asksConsent = (facts: FactView): readonly Fact<'prompt'>[] => [
  ...promptsOf(facts, 'consent'),
  ...promptsOf(facts, 'coupon', 'ad', 'notice').filter(takesConsentByAct),
  ...promptsOf(facts, 'membership', 'marketing', 'login', 'phone', 'coupon', 'ad', 'notice', 'permission').filter(leavingAgrees),
];

/** What the dialog offers to a consumer who does not want to agree. */
function stateOf(facts: FactView, prompt: Fact<'prompt'>, context: JudgeContext): State {
  if (!isReadable(prompt)) return waysOut(facts, prompt).some(({ detail }) => detail.effect.proceeded === 'yes') ? 'good' : 'unread';
  if (leavingAgrees(prompt)) return 'counted';
  const ways = waysOut(facts, prompt);
  if (ways.length === 0) {
    const otherWay =
      !prompt.detail.blocking ||
      choicesOf(facts, prompt).some(({ detail }) => detail.role === 'other') ||
      !choicesOf(facts, prompt).some(({ detail }) => ['agree', 'acknowledge', 'login'].includes(detail.role)) ||
      ticksOf(facts, prompt).some(
        ({ detail }) => detail.initial === 'clear' && detail.purposes.length > 0 && !detail.purposes.includes('privacy-policy'),
      );
    return otherWay ? 'elsewhere' : 'none';
  }
  if (ways.every(({ detail }) => detail.weight === 'hidden')) return 'hidden';
  const usable = ways.filter(({ detail }) => detail.weight !== 'hidden');
  const failed = usable.filter(
    ({ detail: { effect, inCode } }) =>
      (effect.tried || inCode !== undefined) &&
      (effect.closed === 'no' || effect.reprompted === 'yes') &&
      effect.proceeded === 'no' &&
      effect.left === 'no',
  );
  if (usable.every(({ detail }) => detail.inCode === 'nothing' || detail.inCode === 'same-as-agree')) return 'mock';
  if (failed.length === usable.length) return failed.some(({ detail }) => detail.effect.reprompted === 'yes') ? 'loop' : 'dead';
  if (usable.every(isFaint)) return 'faint';
  // Thrown out altogether is no refusal, unless the scene cannot do without data of the person.
  if (
    usable.every(
      ({ detail: { effect, inCode } }) => (effect.tried || inCode !== undefined) && effect.left === 'yes' && effect.proceeded === 'no',
    )
  ) {
    const looks = prompt.detail.stage === 'arrive' && BROWSED.some((scene) => isScene(context, scene));
    return context.scene === null || looks || needVerdict('agreement', context) === 'unneeded' ? 'leaves' : 'good';
  }
  return usable.every(({ detail }) => detail.weight === 'weaker') ? 'weaker' : 'good';
}

/** Courses, homes, goods and cars are looked at before anything is asked; whoever is thrown out at the door could not even look. */
const BROWSED = ['S3', 'S5', 'S7', 'S8'] as const;

const BAD: ReadonlySet<State> = new Set(['counted', 'hidden', 'faint', 'leaves', 'loop', 'mock']);

/** A consumer who is asked to agree must be able to say no. */
export const g14: Rule = {
  requirement: 'G14',
  kinds: SCREENS,
  needs: ['prompt', 'choice', 'collects', 'consent-flaw', 'function-reached', 'limit'],
  judge(facts, context) {
    const prompts = asksConsent(facts).map((prompt) => ({ prompt, state: stateOf(facts, prompt, context), ways: waysOut(facts, prompt) }));
    const coded = facts.of('collects').filter((fact) => fact.detail.consent?.gate === 'yes');
    const caged = coded.filter((fact) => fact.detail.consent?.wayOut === 'no' && fact.detail.reachable === 'yes');

    const bad = prompts.find(({ state }) => state === 'none') ?? prompts.find(({ state }) => BAD.has(state));
    if (bad) {
      const where = seenIn([bad.prompt], context);
      const words = quote(bad.prompt.detail.text);
      const controls = choicesOf(facts, bad.prompt);
      const offered = controls.map((choice) => quote(choice.label).zh).join('、');
      const what =
        bad.state === 'none'
          ? text(`只提供了 ${offered}，没有拒绝、关闭或稍后再说`, `offers only ${offered} and no way to refuse, close or postpone`)
          : bad.state === 'counted'
            ? text(
                '写明关闭或离开也视为同意，等于没有拒绝的余地',
                'says that closing or leaving counts as agreement, which leaves no way to refuse',
              )
            : bad.state === 'hidden'
              ? text('的拒绝控件实际看不见', 'has a control to refuse that cannot be seen')
              : bad.state === 'faint'
                ? text(
                    `的拒绝文字小于 ${FINE_PRINT} 像素且对比度低于 ${FAINT}:1，明显弱于同意控件（界线为本工具自定）`,
                    `words its refusal below ${FINE_PRINT} px and ${FAINT}:1 contrast, far weaker than the control to agree (our own lines)`,
                  )
                : bad.state === 'mock'
                  ? text(
                      '的拒绝控件没有效果：代码中点击它什么也不做，或者与同意相同',
                      'has a control to refuse without effect: by the code pressing it does nothing, or the same as agreeing',
                    )
                  : bad.state === 'leaves'
                    ? text('的拒绝方式一经点击即离开页面，不能继续使用', 'throws the consumer out of the page when refused')
                    : text('的拒绝控件点击后不关闭，反而再次弹出要求同意', 'does not go away when refused but asks again');
      return fail(
        text(`${where.zh}，征求同意的弹窗 ${words.zh} ${what.zh}。`, `The consent dialog ${words.en}, met ${where.en}, ${what.en}.`),
        [bad.prompt, ...controls],
        OFFICER,
      );
    }
    const mock = flawVerdict(facts, ['refuse-without-effect'], OFFICER);
    if (mock?.outcome === 'fail') return mock;
    const caught = caged[0];
    if (caught) {
      return fail(
        text(
          `程序中征求同意的步骤没有提供拒绝的出口，之后即收集 ${quote(caught.label).zh}。`,
          `The consent step in the program has no way out before ${quote(caught.label).en} is collected.`,
        ),
        caged,
        OFFICER,
      );
    }

    const doubt = prompts.find(({ state }) => state !== 'good');
    if (doubt) {
      const words = quote(doubt.prompt.detail.text);
      const why = {
        weaker: text(
          '拒绝控件存在，但明显弱于同意控件；“同等显著”没有法定数值，须人工判断',
          'refusing is possible but visibly weaker than agreeing; there is no legal measure of weight',
        ),
        dead: text(
          '拒绝控件点击后没有看到变化，可能是控件无效，也可能是本次点击未生效',
          'pressing the control to refuse changed nothing; it may be dead or our press may have missed',
        ),
        elsewhere: text(
          '未见拒绝控件，但弹窗可以绕过或另有设置、游客等途径',
          'no control to refuse was seen, but the dialog can be passed by or offers settings or a guest path',
        ),
        unread: text(
          '弹窗文字或控件读不准（图片、系统界面或把握不足）',
          'the dialog could not be read with certainty (a picture, a system sheet, or low confidence)',
        ),
      }[doubt.state as 'weaker' | 'dead' | 'elsewhere' | 'unread'];
      return cannotTell(text(`弹窗 ${words.zh}：${why.zh}。`, `Dialog ${words.en}: ${why.en}.`), [doubt.prompt, ...doubt.ways], OFFICER);
    }

    if (mock) return mock;
    if (prompts.length > 0) {
      const where = seenIn(
        prompts.map(({ prompt }) => prompt),
        context,
      );
      const ways = prompts.flatMap((entry) => entry.ways);
      const leaves = ways.some(({ detail }) => detail.effect.left === 'yes');
      return pass(
        sentences(
          text(
            `${where.zh}，征求同意的弹窗都提供了可见的拒绝方式。`,
            `Every consent dialog met ${where.en} offers a visible way to refuse.`,
          ),
          leaves
            ? text(
                '其中拒绝后会离开页面，是否因此无法使用基本功能见 G21。',
                'Refusing leaves the page; whether that blocks the basic function is judged in G21.',
              )
            : text('', ''),
        ),
        [...prompts.map(({ prompt }) => prompt), ...ways],
      );
    }
    const open = coded.filter((fact) => fact.detail.consent?.wayOut !== 'yes');
    if (open.length > 0) {
      return cannotTell(
        text('程序中有征求同意的步骤，但读不出拒绝后的去向。', 'The program asks for consent, but where refusing leads could not be read.'),
        open,
        OFFICER,
      );
    }
    if (coded.length > 0)
      return pass(text('程序中征求同意的步骤都有拒绝的出口。', 'Every consent step in the program has a way out.'), coded);
    return notMet(facts, context, text('无法拒绝的征求同意弹窗', 'consent dialog that cannot be refused'));
  },
};
