import { everyElement, wordsOf } from '../../model/elements.ts';
import type { ConsentFault } from '../../model/program-model.ts';
import type { Material } from '../material.ts';
import { fault, isLive } from './fault.ts';

const SAYS_PHONE = /手机|号码|电话|本机号|phone|mobile|(?<![a-z])tel(?![a-z])|号登[录陆]|号绑定/i;
/** Words that promise something else than handing over a phone number. */
const PROMISES_OTHER =
  /咨询|客服|联系|领取|领券|优惠|红包|福利|礼|抽奖|下单|购买|支付|结算|付款|加入购物车|点餐|点单|预约|报名|查看|了解|获取报价|报价|估价|测算|询价|试驾|试听|开始|进入|体验|签到|打卡|收藏|分享|关注|兑换|参加|参与|砍|拼团|开门|扫码|租借|借用|充电|开锁|停车|缴费|查询|搜索|提交|确认|确定|下一步|继续|立即使用|马上|去|更多|会员|微信.{0,6}(登录|登陆|授权)|(登录|登陆|授权).{0,4}微信|获取头像|昵称|头像|完善资料/;
/** An ordinary log-in button: what it takes is known from the place it stands in. */
const LOGIN = /^(?!.*微信).*(登录|登陆|注册|一键|快捷|授权|绑定|验证|认证)/;

/** A phone-number button that says it does something else. */
export function labelAgainstEffect({ analysis, judged }: Material): ConsentFault[] {
  const found: ConsentFault[] = [];
  for (const one of judged) {
    if (!/^open-type=get(Realtime)?PhoneNumber$/i.test(one.found.name) || !one.found.element || !isLive(one.found.owner, analysis))
      continue;
    const label = one.point.label.trim();
    if (label === '' || SAYS_PHONE.test(label) || !PROMISES_OTHER.test(label)) continue;
    if (LOGIN.test(label) && !/咨询|客服|领|优惠|下单|支付|预约|查看/.test(label)) continue;
    // Another state of the same button may say it, or the words right above it do.
    const element = one.found.element;
    const around = wordsOf(element.parent ?? element, 160);
    if (around.length < 150 && SAYS_PHONE.test(around) && !namesField(element)) continue;
    const near = one.point.reason ?? '';
    if (SAYS_PHONE.test(near) && /获取|授权|绑定|验证|需要|使用/.test(near)) continue;
    found.push(
      fault(
        'label-against-effect',
        {
          key: one.found.owner,
          place: one.point.place,
          label,
          why: { zh: `按钮写的是“${label}”，点了却要取手机号`, en: `the button says "${label}" and asks for the phone number` },
        },
        analysis,
        { points: [one] },
      ),
    );
  }
  return found;
}

/** The number beside the button is a hotline or a field, not an announcement. */
function namesField(element: import('../../model/elements.ts').Element): boolean {
  return [...everyElement([element.parent ?? element])].some((one) => one !== element && /^(input|textarea)$|field|input/i.test(one.tag));
}
