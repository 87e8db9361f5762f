import type { Answer, Fact, FactDetails } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import { armsOf, evidenceAt, groupBy, type Look, looksOf, type VisitInput } from './visit.ts';

type Role = FactDetails['control']['role'];

/** Words by which a consumer finds a control that serves a right or a free choice. First match wins. */
const WORDS: readonly (readonly [Role, RegExp])[] = [
  ['account-closing', /注销(账号|帐号|账户|帐户)?|(账号|帐号|账户)注销|关闭账户|delete (my )?account|close (my )?account/i],
  [
    'consent-withdrawal',
    /(撤回|撤销|收回|取消|停止|关闭)(我|您|本人)?的?(全部|所有|已)?(同意|授权)|(同意|授权)(的)?(撤回|撤销)|withdraw (my |your )?consent|revoke/i,
  ],
  [
    'deletion',
    /(删除|清除|抹除)(我|您|本人)?的?(全部|所有)?(个人)?(信息|数据|资料|记录)|(个人)?(信息|数据|资料)删除|delete (my|your)( personal)? (data|information)/i,
  ],
  [
    'correction',
    /(修改|更正|编辑|补充|更新)(我|您|本人)?的?(个人)?(信息|资料|数据)|(信息|资料)(更正|修改)|edit (my )?profile|correct (my|your)/i,
  ],
  [
    'access',
    /(查询|查阅|查看|导出|下载|复制)(和|或|、|并|与)?(查询|查阅|查看|导出|下载|复制)?(我的个人|我的|个人|本人)(信息|数据)|个人信息(查询|副本|下载)|export my data/i,
  ],
  ['complaint', /投诉|举报|意见反馈|complain/i],
  ['personalisation-switch', /个性化(推荐|广告|内容|服务)|定向推送|personali[sz]ed/i],
  ['marketing-switch', /(营销|推广|优惠|活动)(短信|信息|消息|推送|通知)|退订|拒收|marketing (messages|emails)/i],
  ['guest-path', /游客|不登录|免登录|暂不登录|无需登录|跳过登录|直接(点餐|下单|缴费|租借|购买)|guest|without (signing|logging) in/i],
  [
    'manual-location',
    /(手动|自行)(选择|输入|定位)|选择(门店|城市|地区|区域|网点|机柜)|切换(门店|城市|区域)|choose (a )?(store|city)|enter address/i,
  ],
  ['other-verification', /(其他|其它|更换)(验证|登录|支付|核验)方式|密码支付|扫码(支付|取)|刷卡|another way/i],
  ['staff-service', /呼叫服务员|人工(服务|点餐|结账|收银|缴费)|前台|纸质菜单|call staff/i],
  [
    'account-page',
    /^(安全)?退出(登录|登陆|账号|帐号)$|^切换账号$|^(我的)?(账号|帐号|账户|帐户)(设置|管理|与安全|安全|信息)?$|^log ?out$|^my account$/i,
  ],
];

/** What a control with these words serves; null for anything else. */
export const controlRoleOfWords = (words: string): Role | null => WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** Controls for rights and free choices, found on the pages walked and on the account pages our reader opened. */
export function deriveControls(input: VisitInput): Fact<'control'>[] {
  const sightings = looksOf(input, 'all').flatMap((look) =>
    offersOf(look).flatMap(({ node, text, roles }) => {
      const role = text.length <= 30 ? controlRoleOfWords(text) : null;
      return role && (roles === 'any' || roles.includes(role)) ? [{ look, node, text, role }] : [];
    }),
  );
  const told = looksOf(input, 'all').flatMap(toldIn);
  return [
    ...groupBy([...sightings.map((one) => ({ ...one, conditions: NONE })), ...told], ({ role, text }) => `${role}|${text}`).values(),
  ].map((group) => {
    const { look, node, text, role, conditions } = group[0] as (typeof told)[number];
    return makeFact('control', {
      phase: 'static',
      pi: [],
      party: null,
      label: text,
      detail: {
        role,
        found: 'control',
        reached: 'yes' satisfies Answer,
        conditions: [...conditions],
        state: switchState(look, node),
        taps: Math.min(...group.map((sighting) => sighting.look.event.step)) + 1,
        arms: armsOf(group.map((sighting) => sighting.look)),
      },
      evidence: [evidenceAt(look, node)],
      stable: [role, text],
    });
  });
}

const NONE: readonly string[] = [];
/** A line that says what using a right takes: 「注销账号：请邮寄手持身份证照片…」. */
const TELLS =
  /(注销|(删除|更正|修改)[^。；\n：:]{0,6}(信息|资料|数据|账号))[^。；\n]{0,30}(须|需|必须|请|应当?|满足|邮寄|上传|提交|到店|前往|提供)/g;
const LONGEST_CONDITION = 160;
const WEIGHTY = /手持|邮寄|公证|户口|到店|门店|柜台|营业厅|手续费|工本费|证明|原件|复印件|放弃|注册满|首次登录|手机型号/;
/** A text with more words is a legal text, read as such elsewhere. */
const SHORT_PAGE = 2000;

/** What account pages say in running text about the conditions of a right. */
function toldIn(look: Look) {
  const { text } = look.reading;
  if (text.length > SHORT_PAGE) return [];
  return [...text.matchAll(TELLS)].flatMap((match) => {
    const words =
      text
        .slice(match.index, match.index + LONGEST_CONDITION)
        .split(/[。\n]/)[0]
        ?.trim() ?? '';
    if (!WEIGHTY.test(words)) return [];
    const role: Role = words.startsWith('注销') ? 'account-closing' : words.startsWith('删除') ? 'deletion' : 'correction';
    return [{ look, node: 0, text: words.slice(0, 60), role, conditions: [words] as readonly string[] }];
  });
}

interface Offer {
  readonly node: number;
  readonly text: string;
  readonly roles: 'any' | readonly Role[];
}

/** Things to press; lists to choose a place from; and, where no consent is being asked (account pages), switches. */
function offersOf({ reading, event }: Look): readonly Offer[] {
  const switches = event.stage === 'read' ? reading.ticks : [];
  return [
    ...reading.controls.map(({ node, text }): Offer => ({ node, text, roles: 'any' })),
    ...reading.fields.map(({ node, label }): Offer => ({ node, text: label, roles: ['manual-location'] })),
    ...switches.map(({ node, label }): Offer => ({ node, text: label, roles: ['personalisation-switch', 'marketing-switch'] })),
  ];
}

function switchState(look: Look, node: number): 'on' | 'off' | 'unknown' {
  const tick = look.reading.ticks.find((candidate) => candidate.node === node || candidate.press === node);
  return tick?.state === 'ticked' ? 'on' : tick?.state === 'clear' ? 'off' : 'unknown';
}
