import { readGates } from '../../../surface/gates/gates.ts';
import type { ControlReading } from '../../../surface/model.ts';
import { speaksByPicture } from '../../../surface/pictures/speaks-by-picture.ts';
import type { PageLook } from './page.ts';
import type { SceneGoal } from './goals.data.ts';
import { isRightsPage } from './read-rights.ts';

/** Identity of a control across looks: its words and rough place, because node numbers change. */
export const controlKey = (control: ControlReading): string =>
  `${control.text.replaceAll(/[\d.,¥￥()（）]+/g, '')}@${Math.round(control.box.x / 40)}`;

/** Anything else that may be pressed: exploring goes on where no way forward is named. */
export function chooseOther(look: PageLook, tried: ReadonlySet<string>): ControlReading | undefined {
  return look.reading.controls.find(
    (control) =>
      (control.role === 'other' || control.role === 'choice' || control.role === 'forward') &&
      !control.dangerous &&
      control.text.trim().length > 0 &&
      control.text.length <= 24 &&
      !/^(返回|[‹<←])|back/i.test(control.text.trim()) &&
      !servesRights(control.text.trim()) &&
      !tried.has(controlKey(control)) &&
      !insidePrompt(look, control.node),
  );
}

/** Ways to what is kept of a visitor, and what is done with it there: no way to the function, and using a right would change the visit. */
const servesRights = (words: string): boolean =>
  isRightsPage(words) || /撤回|撤销|注销|更正|查阅|复制|导出|删除|清除|投诉|举报|反馈|withdraw|delete|correct|export/i.test(words);

/** Calls somebody: no page lies behind it. */
const CALLS = /^[\d\s+()（）—-]{3,}(转\s*\d+)?$|电话|拨打|致电|热线|救援|call us|call now/i;

/** Whether more lies behind a log-in or a form that we do not send. */
export const hidesMore = (look: PageLook): boolean =>
  look.reading.controls.some(
    (control) => control.role === 'login' || control.role === 'member' || (control.dangerous && !CALLS.test(control.text)),
  ) || look.reading.pictures.some((picture) => picture.overlay || isMute(look, picture));

/** Share of the view that such a picture takes at least. */
const MOST_OF_VIEW = 0.3;

/** A picture that takes much of a page which says little itself, and in which nothing was read: what it says, a machine cannot tell. */
export function isMute({ reading, surface }: PageLook, picture: PageLook['reading']['pictures'][number]): boolean {
  const { width, height } = surface.viewport;
  const share = (picture.box.width * picture.box.height) / Math.max(1, width * height);
  const read = surface.recognised?.some(({ node, words }) => node === picture.node && words.length > 0) ?? false;
  return !read && share >= MOST_OF_VIEW && speaksByPicture(reading);
}

/** Ends of any basic function, whatever the scene: sending in what was typed, ordering, paying, taking. */
const SENDS =
  /提交|确认|支付|下单|预约|报名|申请|咨询|回电|领取|获取(底价|报价)|询价|租借|缴费|发布|抢|占位|锁定|参与|submit|confirm|send|apply|book/i;
/** Words that go on; held for dangerous, they hand in the form they stand under. */
const GOES_ON = /下一步|继续|完成|确定|保存|发送|好了|立即|马上|免费|查询|查找|搜索|测一?测|next|continue|done/i;
const FACE = /刷脸|人脸|face/i;
const NO_END = /验证码|拨打|电话|登录|注册|退出|删除|注销|允许|授权|code|call|sign|log/i;

/**
 * The control that ends the basic function, if it is on the page: one that the surface model holds for dangerous, whose words are
 * those of the scene or of sending in.
 */
export function goalControl(look: PageLook, goal: SceneGoal): ControlReading | undefined {
  const all = look.reading.controls.filter((control) => control.dangerous && control.text.length <= 24);
  // A control that itself demands a face is a gate, not the end, unless another way to pay stands beside it.
  const ends = all.filter((control) => !FACE.test(control.text));
  const asks = look.reading.fields.some((field) => field.categories.length > 0);
  return (
    ends.find((control) => goal.end.test(control.text)) ??
    ends.find((control) => (SENDS.test(control.text) || (asks && GOES_ON.test(control.text))) && !NO_END.test(control.text))
  );
}

/**
 * Words of the end on a control that is safe to press at the entry (「立即租借」 opens the way there); one step further in, beside what
 * it costs, the same words take the thing.
 */
export const namedEnd = (look: PageLook, goal: SceneGoal): boolean =>
  /押金|免押|计费|合计|应付|实付|确认(租借|订单|预约)/.test(look.reading.text) &&
  look.reading.controls.some((control) => control.role === 'forward' && control.text.length <= 12 && goal.end.test(control.text));

/**
 * The next control to press on the way to the basic function: nearest to the end first; controls that did nothing since the
 * last progress are left out; nothing that submits, pays, sends a code, calls or leaves is ever chosen.
 */
export function chooseForward(look: PageLook, goal: SceneGoal, tried: ReadonlySet<string>): ControlReading | undefined {
  const open = look.reading.controls.filter(
    (control) =>
      !control.dangerous &&
      !['dangerous', 'document', 'login', 'account', 'back', 'member'].includes(control.role) &&
      control.text.length > 0 &&
      control.text.length <= 40 &&
      !tried.has(controlKey(control)) &&
      !insidePrompt(look, control.node),
  );
  for (const way of goal.ways) {
    const match = open.find((control) => way.test(control.text));
    if (match) return match;
  }
  return open.find((control) => control.role === 'forward');
}

/** A basket that says it is empty; an amount of nothing to pay is one. */
const EMPTY_BASKET =
  /(^|[^\d.,])0\s*[份件]|(已[点选]|合计|总计|共)[^\d\n]{0,6}[¥￥]?\s*0(\.0+)?(?![\d.])|[¥￥]\s*0(\.0+)?(?![\d.])|购物车(还)?是?空|没有点菜/;

/** What puts something into the basket while it is empty: nobody checks out nothing, and what comes up at the first dish is seen. */
export const intoBasket = (look: PageLook, goal: SceneGoal): ControlReading | undefined =>
  goal.basket && EMPTY_BASKET.test(look.reading.text)
    ? look.reading.controls.find(
        ({ text, dangerous, node }) => !dangerous && text.length <= 24 && goal.basket?.test(text) === true && !insidePrompt(look, node),
      )
    : undefined;

const SHUT_UNTIL = ['location', 'membership', 'follow', 'phone', 'profile', 'face'] as const;

/** The control that ends the function is there and shut, and a sentence says until what is given. */
export function shutUntil({ reading, surface }: PageLook, end: ControlReading | undefined): (typeof SHUT_UNTIL)[number] | undefined {
  const attributes = end && surface.nodes[end.node]?.attributes;
  if (!attributes || (attributes['disabled'] === undefined && attributes['aria-disabled'] !== 'true')) return undefined;
  const said = readGates(surface, reading.prompts).map(({ needs }) => needs);
  return SHUT_UNTIL.find((needs) => said.includes(needs));
}

/** Answers of a layer in front are not ways forward; a bar that blocks nothing (a cart bar) may hold one. */
export const insidePrompt = (look: PageLook, node: number): boolean =>
  look.reading.prompts.some((prompt) => prompt.blocking && prompt.choices.some((choice) => choice.node === node));

const REGISTERS = /注册|入会|加入会员|开通会员|sign up|register|join/i;
const LOGS_IN = /登录|登入|log ?in|sign ?in/i;

/** Another way to pay or to prove who one is, beside a face. */
const OTHER_PROOF =
  /(银行卡|短信|密码|人工|扫码|刷卡|微信|支付宝|现金|其[他它]|换)[^刷脸人]{0,6}(验证|核验|认证|支付|付款|收银|方式)|(verify|pay) (by|with) (card|code|password|cash)/i;

const WAY_ROUND =
  /^(暂不|先不|不|无需|跳过)(加入|注册|登录|开通|入会|绑定|需要|用)|^(跳过|以后再说|稍后|游客)|直接(结算|结账|购买|支付|缴费|点餐|下单|租借)|^(skip|not now|continue as guest)/i;

/** Hands over the number of the phone by a press. */
const HANDS_OVER = /手机号?码?.{0,4}授权|授权.{0,6}手机|(手机号?码?|本机).{0,4}(一键|快捷)(登录|授权|绑定|验证)|一键(绑定|授权|获取)手机/;

/** A page that offers nothing but its own log-in, registration or face check: what it demands, or undefined. */
export function closedByForm(look: PageLook): 'membership' | 'login' | 'face' | 'phone' | undefined {
  const { controls } = look.reading;
  const taps = controls.filter(({ dangerous, text }) => dangerous && HANDS_OVER.test(text));
  if (taps.length > 0 && !controls.some(({ role }) => role === 'forward' || role === 'choice')) return 'phone';
  if (controls.some(({ dangerous, text }) => dangerous && FACE.test(text)) && !controls.some(({ text }) => OTHER_PROOF.test(text)))
    return 'face';
  const asks = look.reading.fields.some((field) => field.categories.length > 0);
  // A form that one may leave aside closes nothing.
  if (controls.some(({ text, dangerous }) => !dangerous && WAY_ROUND.test(text.trim()))) return undefined;
  const sends = look.reading.controls.filter((control) => control.dangerous).map((control) => control.text);
  if (!asks) return undefined;
  if (sends.some((text) => REGISTERS.test(text))) return 'membership';
  return sends.some((text) => LOGS_IN.test(text)) ? 'login' : undefined;
}
