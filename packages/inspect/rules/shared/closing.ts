import type { Text } from '@liangjian/law';
import type { Fact, PromptRole } from '../../facts/fact.ts';
import type { FactView, JudgeContext } from '../rule.ts';
import { seenIn } from './arms.ts';
import { choicesOf, isReadable, promptsOf } from './prompts.ts';
import { quote, text } from './text.ts';

/** Our own lines, named in every message that uses them: CSS square pixels and contrast ratio of a closing mark. */
export const SMALLEST_MARK = 100;
export const FAINTEST_MARK = 1.5;

/** The pop-up itself says that it has to be waited for. */
const WAITS = /(\d+|…)\s*(s|秒钟?)\s*之?后?\s*(才|方|就)?(可|能|可以)(以)?(关闭|跳过|关掉)|倒计时结束(后|才|方)?(可|能)?(以)?(关闭|跳过)/i;

/** What such a pop-up wants pressed: whoever presses it takes the offer. */
const OFFERS =
  /^(立即|马上|点击|去|免费|一键|我要)?(领取?|抢购?|购买|下载|打开|查看|参与|参加|开通|使用|了解|抽奖|报名|收下|拆)[^不]{0,6}$/;

/** One pop-up and how it closes. */
export interface Closing {
  readonly prompt: Fact<'prompt'>;
  readonly closers: readonly Fact<'choice'>[];
  readonly state: 'closes' | 'stuck' | 'unclear';
  readonly why: Text;
}

/** How each pop-up of these roles closes: by one tap, not so (with the reason), or not settled. */
export function closings(facts: FactView, ...roles: readonly PromptRole[]): readonly Closing[] {
  return promptsOf(facts, ...roles).map((prompt) => {
    const choices = choicesOf(facts, prompt);
    const closers = choices.filter(({ detail }) => ['close', 'refuse', 'later', 'exit', 'guest', 'acknowledge'].includes(detail.role));
    const made = (state: Closing['state'], why: Text): Closing => ({ prompt, closers, state, why });
    if (!isReadable(prompt)) return made('unclear', text('是图片或读不准', 'it is a picture or could not be read with certainty'));
    const tried = closers.filter(({ detail }) => detail.effect.tried);
    if (WAITS.test(prompt.detail.text)) {
      return made('stuck', text('须等倒计时结束才能关闭', 'it can be closed only once a countdown has run out'));
    }
    if (closers.length === 0) {
      const countdown = /\d+\s*(s|秒)/i.test(prompt.detail.text);
      if (!prompt.detail.blocking) return made('closes', text('不遮挡页面', 'it does not cover the page'));
      const unclear = choices.some(
        ({ label, detail }) => detail.shape === 'icon' || detail.shape === 'image' || (detail.role === 'other' && !OFFERS.test(label)),
      );
      if (unclear) {
        return made('unclear', text('其中有含义不明的图标或按钮', 'it has icons or buttons whose meaning is unclear'));
      }
      return countdown
        ? made('stuck', text('出现时没有关闭标志，只有倒计时', 'it shows no closing mark when it comes up, only a countdown'))
        : made('stuck', text('遮挡页面而没有关闭标志', 'it covers the page and has no closing mark'));
    }
    if (tried.length > 0 && tried.every(({ detail }) => detail.effect.closed === 'no')) {
      return made('stuck', text('点击关闭标志一次没有关闭', 'one tap on its closing mark did not close it'));
    }
    if (tried.some(({ detail }) => detail.effect.closed === 'yes' && detail.effect.left === 'yes')) {
      return made('stuck', text('点击关闭标志后离开了原页面', 'tapping its closing mark left the page'));
    }
    const plain = closers.filter(
      ({ detail }) =>
        detail.weight !== 'hidden' && detail.area >= SMALLEST_MARK && (detail.contrast === null || detail.contrast >= FAINTEST_MARK),
    );
    if (plain.length === 0) {
      return made(
        'stuck',
        text(
          `关闭标志难以辨认（小于 ${SMALLEST_MARK} 平方像素、对比度低于 ${FAINTEST_MARK} 或被隐藏，界线为本工具自定）`,
          `its closing mark can hardly be made out (under ${SMALLEST_MARK} square pixels, contrast under ${FAINTEST_MARK}, or hidden; our own lines)`,
        ),
      );
    }
    if (prompt.detail.afterRefusal >= 2) {
      return made(
        'stuck',
        text(`关闭后又出现 ${prompt.detail.afterRefusal} 次`, `it came back ${prompt.detail.afterRefusal} times after being closed`),
      );
    }
    if (prompt.detail.afterRefusal === 1) {
      return made(
        'unclear',
        text('关闭后又出现一次，是否在同一页面须人工核对', 'it came back once after being closed; whether on the same page needs a person'),
      );
    }
    if (tried.some(({ detail }) => detail.effect.closed === 'yes')) return made('closes', text('点击一次即关闭', 'one tap closes it'));
    return made('unclear', text('有关闭标志，但没有实际点击', 'it has a closing mark that was not tapped'));
  });
}

/** Words of several pop-ups with what is wrong with each. */
export function closingWords(of: readonly Closing[], context: JudgeContext): Text {
  const parts = of.slice(0, 3).map(({ prompt, why }) => {
    const where = seenIn([prompt], context);
    const name = quote(prompt.label, 20);
    return text(`${where.zh}，弹窗 ${name.zh} ${why.zh}`, `${where.en}, of the pop-up ${name.en}: ${why.en}`);
  });
  return { zh: `${parts.map(({ zh }) => zh).join('；')}。`, en: `${parts.map(({ en }) => en).join('; ')}.` };
}
