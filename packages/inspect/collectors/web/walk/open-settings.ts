import type { PromptReading } from '../../../surface/model.ts';
import type { Page, PageLook } from './page.ts';
import { press } from './press.ts';

const SAVES =
  /保存|确认|确定|完成|提交|仅(使用)?必要|(允许|接受)(所选|必要)|应用|save|confirm|apply|done|(selected|necessary|essential) only/i;
const TAKES_ALL = /全部|所有|一键|all/i;
const MOST_TICKS = 12;

/**
 * Where a question for consent can only be refused by its settings: opens them, looks, switches off what stands switched on, and saves.
 * What was delivered switched on is in the look before the first press. Null when there is no such way or nothing came of it.
 */
export async function refuseBySettings(page: Page, start: PageLook, prompt: PromptReading): Promise<PageLook | null> {
  const way = prompt.choices.find((choice) => choice.role === 'settings' && choice.weight !== 'hidden');
  if (!way) return null;
  const opened = await press(page, start, way.node, 'prompt:consent:settings', way.text);
  if (!opened || opened.nothing || opened.left) return null;
  let look = opened.look;
  const off = new Set<string>();
  for (let count = 0; count < MOST_TICKS && page.timeLeft() > 0; count += 1) {
    const tick = look.reading.ticks.find((one) => one.state === 'ticked' && !off.has(tickName(one)));
    if (!tick) break;
    off.add(tickName(tick));
    look = (await press(page, look, tick.press, `tick:${tick.consent === 'yes' ? 'consent' : 'other'}`, tick.label))?.look ?? look;
  }
  const save = saver(look);
  if (!save) return look;
  return (await press(page, look, save.node, 'prompt:consent:refuse', save.text))?.look ?? look;
}

const tickName = ({ label, box }: PageLook['reading']['ticks'][number]): string => `${label} ${Math.round(box?.y ?? 0)}`;

function saver({ reading }: PageLook): { readonly node: number; readonly text: string } | undefined {
  const dangerous = new Set(reading.controls.filter((control) => control.dangerous).map(({ node }) => node));
  const offered = [...reading.prompts.flatMap((prompt) => prompt.choices), ...reading.controls];
  return offered.find(({ node, text }) => SAVES.test(text) && !TAKES_ALL.test(text) && text.length <= 16 && !dangerous.has(node));
}
