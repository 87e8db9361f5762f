import type { Rule } from './rule.ts';
import { isCoded } from './shared/coded.ts';
import { ownTexts, policyLinks } from './shared/exculpation.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

// The law has no numbers; these are ours and the message says so.
const TOO_SMALL = 10;
const SMALL = 12;
const TOO_FAINT = 2;
const FAINT = 4.5;

const OFFICER = text(
  '请在普通手机上打开正文，以一般消费者的视力判断是否难以阅读，并截图。',
  'Open the text on an ordinary phone, judge with ordinary eyes whether it is hard to read, and take a picture.',
);

type Look = { readonly fontSize: number | null; readonly contrast: number | null };

const illegible = ({ fontSize, contrast }: Look): boolean =>
  (fontSize !== null && fontSize < TOO_SMALL) || (contrast !== null && contrast < TOO_FAINT);
const poor = ({ fontSize, contrast }: Look): boolean => (fontSize !== null && fontSize < SMALL) || (contrast !== null && contrast < FAINT);

const measured = ({ fontSize, contrast }: Look) =>
  text(
    [fontSize === null ? '' : `字号 ${round(fontSize)} 像素`, contrast === null ? '' : `对比度 ${round(contrast)}:1`]
      .filter(Boolean)
      .join('、'),
    [fontSize === null ? '' : `font ${round(fontSize)} px`, contrast === null ? '' : `contrast ${round(contrast)}:1`]
      .filter(Boolean)
      .join(', '),
  );

const round = (value: number): number => Math.round(value * 10) / 10;

/** The policy and the way to it can be read: size, contrast, simplified Chinese. */
export const g04: Rule = {
  requirement: 'G04',
  kinds: SCREENS,
  needs: ['policy-text', 'policy-link'],
  judge(facts) {
    const texts = ownTexts(facts);
    // Code has no sizes and colours as a phone draws them.
    const links = policyLinks(facts).filter((link) => !isCoded(link));
    const foreign = texts.filter(({ detail }) => detail.simplified === 'no');
    const simplified = texts.some(({ detail }) => detail.simplified === 'yes');
    const unreadable = texts.filter(({ detail }) => illegible(detail));
    const ours = text(
      `（${TOO_SMALL} 像素、${TOO_FAINT}:1 为本工具自定的界线，法律未定数值）`,
      `(${TOO_SMALL} px and ${TOO_FAINT}:1 are our own lines; the law sets no numbers)`,
    );

    if (foreign.length > 0 && !simplified) {
      return fail(text('读到的隐私政策没有简体中文文本。', 'The policy read has no simplified Chinese text.'), foreign, OFFICER);
    }
    const worst = unreadable[0];
    if (worst && unreadable.length === texts.length) {
      const size = measured(worst.detail);
      return fail(
        text(`隐私政策正文难以阅读：${size.zh}${ours.zh}。`, `The text of the policy is hard to read: ${size.en} ${ours.en}.`),
        unreadable,
        OFFICER,
      );
    }
    const badLinks = links.filter(({ detail }) => illegible(detail));
    const badLink = badLinks[0];
    if (badLink && badLinks.length === links.length) {
      const size = measured(badLink.detail);
      return fail(
        text(
          `隐私政策的入口文字难以看清：${size.zh}${ours.zh}。`,
          `The words that lead to the policy can hardly be seen: ${size.en} ${ours.en}.`,
        ),
        badLinks,
        OFFICER,
      );
    }
    const looks = texts.filter(({ detail }) => detail.fontSize !== null);
    if (looks.length === 0 || texts.every(({ detail }) => detail.simplified === 'unknown')) {
      return cannotTell(
        texts.length === 0
          ? text('没有读到隐私政策正文，无法判断是否易读。', 'No policy text was read, so its legibility cannot be judged.')
          : text('读到了隐私政策文字，但没有测到字号或语言。', 'The policy was read, but its size or language could not be measured.'),
        [...texts, ...links],
        OFFICER,
      );
    }
    const doubtful = looks.find(({ detail }) => poor(detail));
    if (doubtful && looks.every(({ detail }) => poor(detail))) {
      const size = measured(doubtful.detail);
      return cannotTell(
        text(
          `隐私政策正文偏小或偏淡（${size.zh}），是否难以阅读须人工判断。`,
          `The text of the policy is small or faint (${size.en}); whether it is hard to read needs a person.`,
        ),
        looks,
        OFFICER,
      );
    }
    return pass(
      text('隐私政策为简体中文，字号和对比度在常见阅读范围内。', 'The policy is in simplified Chinese at an ordinary size and contrast.'),
      looks,
    );
  },
};
