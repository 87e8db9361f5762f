import type { ChoiceRole, Fact, PromptRole } from '../../facts/fact.ts';
import { WITNESSED } from '../../facts/witnessed.ts';
import type { FactView } from '../rule.ts';

/** From this confidence on a prompt's role may carry a finding. Our own line. */
export const SURE = 0.6;

/** Prompts of the given roles met by a visitor (our own reading of texts is left out). */
export function promptsOf(facts: FactView, ...roles: readonly PromptRole[]): readonly Fact<'prompt'>[] {
  return facts.of('prompt').filter((prompt) => prompt.detail.stage !== 'read' && roles.includes(prompt.detail.role));
}

/** Role certain enough and its words readable, so that what is not in it may be said not to be there. */
export function isReadable(prompt: Fact<'prompt'>): boolean {
  const { confidence, rendered, why } = prompt.detail;
  return confidence >= SURE && (rendered !== 'image' || why.includes(WITNESSED));
}

/** Prompts whose role nobody can tell: a picture, a low confidence, or no role at all. */
export function unclearPrompts(facts: FactView): readonly Fact<'prompt'>[] {
  return facts
    .of('prompt')
    .filter(
      ({ detail }) => detail.stage !== 'read' && (detail.role === 'unknown' || detail.rendered === 'image' || detail.confidence < SURE),
    );
}

/** Controls of a prompt. */
export function choicesOf(facts: FactView, prompt: Fact<'prompt'>): readonly Fact<'choice'>[] {
  return facts.of('choice').filter((choice) => choice.detail.prompt === prompt.id || prompt.detail.choices.includes(choice.id));
}

/** Tick boxes of a prompt. */
export function ticksOf(facts: FactView, prompt: Fact<'prompt'>): readonly Fact<'tick-box'>[] {
  return facts.of('tick-box').filter((tick) => prompt.detail.ticks.includes(tick.id) || tick.detail.prompt === prompt.id);
}

const WAYS_OUT: readonly ChoiceRole[] = ['refuse', 'close', 'later', 'guest', 'exit'];

/** Controls by which a consumer can say no or get away. */
export function waysOut(facts: FactView, prompt: Fact<'prompt'>): readonly Fact<'choice'>[] {
  return choicesOf(facts, prompt).filter((choice) => WAYS_OUT.includes(choice.detail.role));
}

/** A press on it was tried and led on, or at least took the prompt away. */
export function worked(choice: Fact<'choice'>): boolean {
  return choice.detail.effect.tried && (choice.detail.effect.closed === 'yes' || choice.detail.effect.proceeded === 'yes');
}

/** Small print by which pressing something else counts as agreement to a policy: 「领取即视为同意」. */
const BY_ACT =
  /(领取|参与|抽奖|点击|继续|收下|使用|提交)[^。！？《]{0,14}(即|就|则|视为|视同|表示|代表|意味着|默认)[^。！？《]{0,12}(同意|接受|授权)/;

/** Getting away itself is taken for agreement: 「关闭（即视为同意）」. */
const LEAVING_AGREES =
  /(关闭|取消|跳过|离开|拒绝|不同意|稍后|返回|忽略|暂不[^（(\n。，]{0,4}|点击?叉|[×✕✖])(本?(弹窗|窗口|页面|提示))?(按钮|后|时)?[（(，,:： ]{0,2}(也|均|都|即|就|则|将|被){0,2}(视为|视同|表示|代表|意味着|默认)[^。！？\n《]{0,6}(同意|接受|授权|开通|加入)/;

/** The dialog says that closing it agrees to it: no way out is one. */
export const leavingAgrees = (prompt: Fact<'prompt'>): boolean => isReadable(prompt) && LEAVING_AGREES.test(prompt.detail.text);

const REFUSING_ENDS =
  /(不同意|不接受|拒绝|不授权|未授权|不提供|不开启|不允许|不填写)[^。；！\n]{0,14}(将|则|会)?(无法|不能|不可|停止|暂停|终止|关闭)[^。；！\n]{0,6}(继续|再)?(使用|进入|提供|办理|浏览|点餐|下单|预约|申请|缴费|租借|服务|享受)|(不同意|拒绝)[^。；！\n]{0,8}(将|请|会)(自动)?(退出|离开|关闭)/;

/** Words of a layer that refusing shuts the service. */
export const refusingEnds = (words: string): boolean => REFUSING_ENDS.test(words);

/** The dialog takes a consent that its own button does not name. */
export const takesConsentByAct = (prompt: Fact<'prompt'>): boolean =>
  isReadable(prompt) && prompt.detail.purposes.length > 0 && BY_ACT.test(prompt.detail.text);
