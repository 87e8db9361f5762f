import type { Text } from '@liangjian/law';
import type { FactView, JudgeContext, Verdict } from '../rule.ts';
import { cannotTell, fail, pass } from '../verdict.ts';
import { notMet } from './absent.ts';
import { type Closing, closings, closingWords } from './closing.ts';
import { text } from './text.ts';

/** A gift dialog counts as an advertisement only when it says so or sells; else a person decides. */
const SELLS = /广告|下载|抢购|立即购买|去购买|促销|特惠/;
const saysAd = ({ prompt }: Closing): boolean => prompt.detail.role === 'ad' || SELLS.test(prompt.detail.text);
const headline = ({ prompt }: Closing): string => prompt.detail.text.split('\n')[0] ?? '';

/** Judges "advertisements close with one tap". */
export function judgeAds(facts: FactView, context: JudgeContext, officer: Text): Verdict {
  const all = closings(facts, 'ad', 'coupon');
  const stuck = all.filter((one) => one.state === 'stuck');
  // The same pop-up a moment later: its mark may have taken the place of the word that called it an advertisement.
  const bad = stuck.filter((one) => saysAd(one) || all.some((other) => saysAd(other) && headline(other) === headline(one)));
  if (bad.length > 0)
    return fail(
      closingWords(bad, context),
      bad.flatMap(({ prompt, closers }) => [prompt, ...closers]),
      officer,
    );
  const open = [...stuck, ...all.filter((one) => one.state === 'unclear')];
  if (open.length > 0) {
    const words = closingWords(open, context);
    return cannotTell(
      stuck.length > 0
        ? text(`${words.zh}该弹窗是否属于广告须人工判断。`, `${words.en} Whether the pop-up is an advertisement needs a person.`)
        : words,
      open.map(({ prompt }) => prompt),
      officer,
    );
  }
  if (all.length > 0) {
    return pass(
      text('弹出的广告或优惠可以一键关闭。', 'Advertisements and offers that came up close with one tap.'),
      all.map(({ prompt }) => prompt),
    );
  }
  return notMet(facts, context, text('弹出广告', 'pop-up advertisement'));
}
