import type { ChoiceReading } from '../model.ts';
import { promptText } from '../words/prompt-text.ts';

/** 「点击领取即表示同意…」: what is pressed, by the small print's own words. Sending, paying and signing in keep their own roles. */
const ACT =
  /(?:点击|点按|轻触|选择|按下|勾选)?[“"「『【]?((?:立即|马上|确认|一键|去|开始)?(?:领取|收下|拆开|打开|抽奖|参与|继续|进入|使用|开启|加入|体验|开始|确定|确认|知道了|ok)[^“”"「」『』【】,。;!?即则就视表代《]{0,8})[”"」』】]?(?:按钮|键)?,?(?:即|就|则|视为|视同|表示|代表|意味着|默认)[^。!?《]{0,12}(?:同意|接受|遵守|授权|认可)/gu;
const ENGLISH_ACT =
  /by (?:clicking|tapping|pressing|choosing) (?:on )?["“']?([a-z][a-z ]{1,24}?)["”']?,? (?:you|i) [^.]{0,20}(?:agree|accept|consent)/g;

/** Buttons without a known meaning that the prompt's own text makes an agreement become `agree`. */
export function agreeingByAct(text: string, choices: readonly ChoiceReading[]): ChoiceReading[] {
  const words = promptText(text);
  const acts = [...words.matchAll(ACT), ...words.matchAll(ENGLISH_ACT)].flatMap(([, act]) => (act ? [act.trim()] : []));
  return choices.map((choice) => {
    if (choice.role !== 'other' || acts.length === 0) return choice;
    const label = promptText(choice.text);
    const meant = label.length >= 2 && label.length <= 16 && acts.some((act) => label.includes(act) || act.includes(label));
    return meant ? { ...choice, role: 'agree' } : choice;
  });
}
