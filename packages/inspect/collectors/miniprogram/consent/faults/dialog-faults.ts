import type { Analysis } from '../../model/analysis.ts';
import { everyElement, everyWord, wordsOf } from '../../model/elements.ts';
import { placeIn } from '../../model/place.ts';
import { type ConsentFault, UNASKED } from '../../model/program-model.ts';
import type { Material } from '../material.ts';
import type { PromptFound } from '../prompts.ts';
import { fault, isLive } from './fault.ts';

/** Dialogs without a real choice: refusing does nothing, does the same as agreeing, or brings the same dialog again; forced following. */
export function dialogFaults({ analysis, prompts }: Material): ConsentFault[] {
  const found: ConsentFault[] = [];
  for (const one of prompts) {
    const { prompt } = one;
    if (!isLive(one.owner, analysis) && analysis.components.get(one.owner)?.scripts.length !== 0) continue;
    const refuse = prompt.choices.find((choice) => choice.role === 'refuse');
    const chain = prompt.choices.map((choice) => ({
      role: 'way-out' as const,
      what: { zh: `“${choice.words}”`, en: choice.words },
      place: choice.place,
    }));
    const loops = refuse?.effect === 'loops' || (prompt.oneButton && one.confirmLoops && asksAgain(one, analysis));
    if (loops) {
      found.push(
        fault(
          'forced-loop',
          {
            key: one.owner,
            place: prompt.place,
            label: prompt.text,
            why: { zh: '拒绝之后又弹出同一个弹窗，不同意就无法继续', en: 'refusing brings the same dialog again' },
          },
          analysis,
          { chain },
        ),
      );
      continue;
    }
    if (prompt.about === 'follow') {
      if (forcesFollow(one, refuse?.effect))
        found.push(
          fault(
            'forced-follow',
            {
              key: one.owner,
              place: prompt.place,
              label: prompt.text,
              why: { zh: '不关注公众号或者不添加人员就无法继续', en: 'going on needs following an account or adding somebody' },
            },
            analysis,
            { chain },
          ),
        );
      continue;
    }
    if (!refuse || prompt.about === 'notice' || prompt.about === 'other' || prompt.about === 'login' || prompt.about === 'membership')
      continue;
    if (!/同意|授权|获取|允许|需要|收集|开启|使用/.test(prompt.text)) continue;
    if (refuse.effect === 'same-as-agree' || (refuse.effect === 'nothing' && prompt.shape === 'popup'))
      found.push(
        fault(
          'refuse-without-effect',
          {
            key: one.owner,
            place: refuse.place,
            label: refuse.words,
            why:
              refuse.effect === 'nothing'
                ? { zh: `“${refuse.words}”点了没有任何作用`, en: `"${refuse.words}" does nothing` }
                : {
                    zh: `“${refuse.words}”和“${prompt.choices[0]?.words ?? '同意'}”结果一样`,
                    en: `"${refuse.words}" leads to the same as agreeing`,
                  },
          },
          analysis,
          { chain },
        ),
      );
  }
  found.push(...followWalls(analysis));
  return found;
}

/** A single button that leads back to the dialog is a loop only when a permission stands behind it. */
function asksAgain(one: PromptFound, analysis: Analysis): boolean {
  if (/location|permission|consent|phone|profile/.test(one.prompt.about)) return true;
  void analysis;
  return false;
}

function forcesFollow(one: PromptFound, effect: string | undefined): boolean {
  if (one.prompt.oneButton && one.prompt.shape === 'modal') return UNASKED.includes(one.prompt.trigger) || isReturnBehind(one);
  return effect === 'nothing' || effect === 'same-as-agree' || effect === 'exits';
}

/** The function ends behind the dialog: whatever it would have done does not happen. */
function isReturnBehind(one: PromptFound): boolean {
  const call = one.call;
  return (
    call !== null &&
    call.guards.length > 0 &&
    call.fn.calls.some(
      (other) =>
        other.node.start > call.node.end &&
        other.guards.some((guard) => call.guards.some((mine) => mine.test === guard.test && mine.holds !== guard.holds)),
    )
  );
}

const FOLLOW =
  /(?:请|需|必须|先|才能).{0,10}(?:关注.{0,8}公众号|添加.{0,8}(?:客服|顾问|企业微信)|加.{0,6}(?:企业微信|群))|关注.{0,10}公众号.{0,10}(?:才能|后可|方可|继续|解锁)/;

/** A pop-up in the template that speaks of following and that nothing closes. */
function followWalls(analysis: Analysis): ConsentFault[] {
  const found: ConsentFault[] = [];
  for (const [key, top] of analysis.elements) {
    if (!/关注|加/.test(everyWord(top)) || !isLive(key, analysis)) continue;
    for (const element of everyElement(top)) {
      const words = wordsOf(element, 200);
      if (words.length > 160 || !FOLLOW.test(words) || element.children.some((child) => FOLLOW.test(wordsOf(child, 200)))) continue;
      let box = element;
      for (let level = 0; box.parent && level < 4 && box.conditions.length === (box.parent.conditions.length ?? 0); level += 1)
        box = box.parent;
      const isLayer =
        box.conditions.length > (box.parent?.conditions.length ?? 0) ||
        /popup|modal|dialog|mask|overlay/i.test(box.tag + String(box.attributes.get('class')?.text ?? ''));
      if (
        !isLayer ||
        !/mask|modal|popup|dialog|layer|overlay|wall|follow|shade/i.test(
          [...everyElement([box])].map((one) => one.tag + String(one.attributes.get('class')?.text ?? '')).join(' '),
        )
      )
        continue;
      const ways = [...everyElement([box])].flatMap((one) =>
        one.events.filter((event) => event.event === 'tap' || event.event === 'close').map((event) => ({ one, event })),
      );
      const closes = ways.some(
        ({ one, event }) =>
          /close|hide|cancel|skip|later|back|refuse|guanbi/i.test(event.text) ||
          event.event === 'close' ||
          /关闭|取消|跳过|稍后|暂不|×|✕|返回|再说/.test(wordsOf(one, 20)),
      );
      if (closes) continue;
      found.push(
        fault(
          'forced-follow',
          {
            key,
            place: placeIn(element.file, element.start),
            label: words.slice(0, 100),
            why: {
              zh: '要求关注公众号或者添加人员的弹层没有关闭的办法',
              en: 'a layer asks to follow an account or add somebody and nothing closes it',
            },
          },
          analysis,
        ),
      );
    }
  }
  return found;
}
