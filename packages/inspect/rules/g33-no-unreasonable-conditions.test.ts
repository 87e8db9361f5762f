import { g33 } from './g33-no-unreasonable-conditions.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const clause = (words: string) => a('policy-clause', { element: 'account-closing', slots: { how: [words] } });

samples(g33, [
  ['photograph with the card in hand', 'fail', [clause('注销须提供手持身份证照片')]],
  ['in person at the shop', 'fail', [clause('请到门店当面办理注销')]],
  ['notarised statement on a control', 'fail', [a('control', { role: 'account-closing', conditions: ['提交经公证的声明'] })]],
  ['telephone only', 'fail', [clause('注销账号仅支持拨打客服电话办理')]],
  [
    'a fee and proofs that prove nothing, on the account page',
    'fail',
    [a('control', { role: 'account-closing', conditions: ['注销须注册满 180 天，提供首次登录地点，缴纳 50 元手续费'] })],
  ],
  ['the proof is waived in words', 'pass', [clause('注销账号无需提供手持身份证照片，在设置中点击即可')]],
  ['code to the number', 'pass', [clause('验证手机号后即可注销')]],
  [
    'a shop to visit for another matter',
    'pass',
    [a('policy-clause', { element: 'purposes', slots: { text: ['到门店办理会员'] } }), clause('在设置中注销')],
  ],
  ['way met, conditions unread', 'cannot-tell', [a('control', { role: 'account-closing' })]],
  ['nothing read', 'cannot-tell', []],
]);
