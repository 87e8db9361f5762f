import { everyElement, everyWord, wordsOf } from '../../model/elements.ts';
import { placeIn } from '../../model/place.ts';
import type { ConsentFault } from '../../model/program-model.ts';
import type { Material } from '../material.ts';
import { IMPLIED } from '../words.ts';
import { fault, isLive } from './fault.ts';

/** One of the words that every sentence of this kind ends in. */
const AGREEING = /同意|接受|认可|阅读|知悉|授权|遵守/;

/** "Logging in means that you agree": consent taken from an act that is no consent, without anything to tick. */
export function impliedConsent({ analysis, ticks, links, judged, prompts }: Material): ConsentFault[] {
  const found: ConsentFault[] = [];
  for (const [key, top] of analysis.elements) {
    if (!AGREEING.test(everyWord(top)) || !isLive(key, analysis) || ticks.on(key).length > 0) continue;
    const page = analysis.pageOf(key);
    for (const element of everyElement(top)) {
      const words = wordsOf(element, 300);
      if (words.length > 200 || !IMPLIED.test(words)) continue;
      // The smallest element that says it whole.
      if (element.children.some((child) => IMPLIED.test(wordsOf(child, 300)))) continue;
      const hit = IMPLIED.exec(words)![0];
      if (/(?:点击|勾选|选择|按下?).{0,1}[“"「]?(?:我?已?同意|我同意)/.test(hit) || /(?:不同意|拒绝)/.test(words)) continue;
      if (
        !/协议|政策|条款|隐私|规则|须知|声明|授权|获取/.test(words) &&
        !/协议|政策|条款|隐私/.test(wordsOf(element.parent ?? element, 300))
      )
        continue;
      if (
        prompts.some(
          (one) => one.element && contains(one.element, element) && one.prompt.choices.some((choice) => choice.role === 'refuse'),
        )
      )
        continue;
      const text = element.texts.find((one) => /即|就|则|默认|视为|表示|代表|意味|等同/.test(one.text)) ?? element.texts[0];
      const dead = links.filter(
        (one) =>
          one.place.file === element.file.path &&
          one.opens === 'no' &&
          Math.abs(one.place.line - placeIn(element.file, element.start).line) < 12,
      );
      found.push(
        fault(
          'implied-consent',
          {
            key,
            place: placeIn(element.file, text?.start ?? element.start),
            label: words.slice(0, 120),
            why:
              dead.length > 0
                ? {
                    zh: '用“登录即代表同意”一类的话代替同意，而且协议标题打不开',
                    en: 'agreement is implied by an act, and the titles cannot be opened',
                  }
                : {
                    zh: '用“登录即代表同意”一类的话代替同意，没有可以勾选或者拒绝的地方',
                    en: 'agreement is implied by an act; there is nothing to tick or to refuse',
                  },
          },
          analysis,
          {
            points: judged.filter(
              (one) => page !== null && one.point.page === page && one.point.status === 'live' && one.evidence.gate.answer !== 'yes',
            ),
          },
        ),
      );
    }
  }
  return found;
}

function contains(outer: import('../../model/elements.ts').Element, inner: import('../../model/elements.ts').Element): boolean {
  for (let at: typeof inner | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}
