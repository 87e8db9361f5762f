import type { ControlReading, SurfaceReading } from '../../../surface/model.ts';
import { answerPrompts } from './answer-prompts.ts';
import type { Page } from './page.ts';
import { press } from './press.ts';

const ACCOUNT = /^(我的|我|个人中心|会员中心|账户|账号|用户中心|mine|me|my account|account|profile)$/i;
const SETTINGS = /设置|账号与安全|隐私(设置|管理)|个人信息管理|关于(我们)?|帮助|客服|settings|privacy/i;

const find = (reading: SurfaceReading, words: RegExp): ControlReading | undefined =>
  reading.controls.find((candidate) => !candidate.dangerous && words.test(candidate.text.trim()));

/** Whether a way to an account page is on view: where no arm met one, opening the entry page once more would show none either. */
export const offersAccount = (reading: SurfaceReading): boolean => find(reading, ACCOUNT) !== undefined;

/**
 * Reading stage: looks for the account page and its settings, where rights are usually served. Consent is given as a reader would, nothing is typed;
 * when it asks for a log-in, the surface shows that and the rights stay "cannot tell".
 */
export async function readAccount(page: Page, entry: string, step: number): Promise<void> {
  page.setStage('read', step, 'account pages');
  const visit = await page.goto(entry);
  if (!visit.ok) return;
  await page.settle('arrive');
  let look = (await answerPrompts(page, await page.look('entry for account'), 'agree')).look;
  for (const words of [ACCOUNT, SETTINGS]) {
    const control = find(look.reading, words);
    if (!control || page.timeLeft() <= 0) return;
    const effect = await press(page, look, control.node, `account:${control.text.trim()}`, control.text);
    if (!effect || effect.nothing) return;
    look = effect.look;
  }
}
