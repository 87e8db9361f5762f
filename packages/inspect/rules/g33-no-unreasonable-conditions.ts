import type { Text } from '@liangjian/law';
import type { Rule } from './rule.ts';
import { rightsConditions } from './shared/closing-account.ts';
import { SCREENS_AND_TEXTS } from './shared/kinds.ts';
import { distinct, list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请核对要求的材料与核实身份是否相称、注册时是否提供过，有无线上途径，并以测试账号实际办理一次。',
  'Check whether the proofs demanded are in proportion to confirming identity, whether they were given at registration, whether there is a way online, and go through it once with a test account.',
);

/** Demands that go beyond what was given at registration or that make the right hard to use. */
const HEAVY: readonly (readonly [RegExp, Text])[] = [
  [
    /手持(本人)?(有效)?(的)?(身份证|证件)|(身份证|证件)[^。；，]{0,6}手持/,
    text('手持证件照片', 'a photograph with the identity card in hand'),
  ],
  [/公证(书|处|材料|文件|证明)?/, text('公证', 'notarisation')],
  [/户口(本|簿)/, text('户口本', 'the household register')],
  [
    /(到|前往|亲临|至)[^。；，]{0,10}(门店|网点|柜台|现场|营业厅|公司)[^。；，]{0,8}(办理|申请|提交|注销|核实)|(当面|现场|亲自)(到店)?(办理|提交|申请)/,
    text('到场办理', 'coming in person'),
  ],
  [/到店[^。；，]{0,4}(办理|申请|提交|注销)/, text('到店办理', 'coming to the shop')],
  [/(缴纳|支付|收取|扣除)[^。；，]{0,8}(手续费|工本费|服务费|注销费)/, text('缴纳费用', 'paying a fee')],
  [
    /注册(已)?满|(首次|最近)登录(的)?(地点|时间)|(注册时的?)?手机型号|入网证明/,
    text('与核实身份无关的证明', 'proofs that do not confirm identity'),
  ],
  [/邮寄|快递[^。；，]{0,8}(材料|原件|证件|申请)/, text('邮寄材料', 'sending papers by post')],
  [
    /(同时|一并|必须先?|须先?)[^。；，]{0,10}(注销|关闭|解绑)[^。；，]{0,12}(其他|关联|全部|所有)[^。；，]{0,6}(账号|账户|服务|产品)/,
    text('捆绑注销其他服务', 'closing other services along with it'),
  ],
  [/(只能|仅(能|限|支持|可))[^。；，]{0,8}(拨打|电话|致电)/, text('只能电话办理', 'telephone only')],
];
const WAIVED = /(无需|无须|不需要|不用|不要求|不会要求|不必|毋须)[^。；]{0,16}$/;

/** Correction, deletion and closing carry no needless or unreasonable condition. */
export const g33: Rule = {
  requirement: 'G33',
  kinds: SCREENS_AND_TEXTS,
  needs: ['control', 'policy-clause'],
  judge(facts) {
    const conditions = rightsConditions(facts);
    const heavy = conditions.flatMap(({ fact, words }) =>
      HEAVY.flatMap(([pattern, name]) => {
        const at = words.search(pattern);
        return at < 0 || WAIVED.test(words.slice(0, at)) ? [] : [{ fact, name, words: words.slice(Math.max(0, at - 12)) }];
      }),
    );
    const first = heavy[0];
    if (first) {
      const names = list(distinct(heavy.map(({ name }) => name)));
      const said = quote(first.words, 36);
      return fail(
        text(
          `更正、删除或注销被附加了${names.zh}等条件：${said.zh}。`,
          `Correcting, deleting or closing is tied to ${names.en}: ${said.en}.`,
        ),
        [...new Set(heavy.map(({ fact }) => fact))],
        OFFICER,
      );
    }
    if (conditions.length > 0) {
      return pass(
        text(
          '读到的办理条件中没有手持证件照、公证、到场、邮寄、捆绑注销或只能电话办理。',
          'The conditions read name no photograph with the card, notarisation, visit, post, bundled closing or telephone-only way.',
        ),
        [...new Set(conditions.map(({ fact }) => fact))],
        OFFICER,
      );
    }
    const controls = facts.of('control').filter(({ detail }) => ['account-closing', 'deletion', 'correction'].includes(detail.role));
    return cannotTell(
      controls.length > 0
        ? text(
            '见到办理入口，但条件在登录之后才显示，没有读到。',
            'The way is there, but its conditions show only after logging in and were not read.',
          )
        : text('没有读到更正、删除、注销的办理条件。', 'The conditions for correcting, deleting and closing were not read.'),
      controls,
      OFFICER,
    );
  },
};
