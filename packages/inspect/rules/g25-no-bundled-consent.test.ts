import { g25 } from './g25-no-bundled-consent.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const at = (permission: string) => a('permission', { permission, trigger: 'load', stage: 'arrive' });

samples(g25, [
  [
    'policies of a bank and an insurer in the same tick',
    'fail',
    [
      a(
        'tick-box',
        { consent: 'yes', initial: 'clear', purposes: ['privacy-policy'] },
        { label: '同意《隐私政策》《某银行车主信用卡个人信息授权书》《某保险个人信息处理规则》' },
      ),
    ],
  ],
  [
    'one tick for policy and marketing',
    'fail',
    [a('tick-box', { purposes: ['privacy-policy', 'marketing'] }, { label: '同意隐私政策并接收优惠短信' })],
  ],
  [
    'a box of its own for the face',
    'pass',
    [a('tick-box', { purposes: ['privacy-policy', 'face'] }, { label: '单独同意处理人脸信息，详见《隐私政策》' }), reached],
  ],
  [
    '"of its own" in words only',
    'fail',
    [a('tick-box', { purposes: ['privacy-policy', 'face'] }, { label: '同意《隐私政策》并单独同意处理人脸信息' }), reached],
  ],
  [
    'one tick for policy and partners',
    'fail',
    [a('tick-box', { purposes: ['privacy-policy', 'third-party'] }, { label: '同意隐私政策及合作机构政策' })],
  ],
  ['one tick for credit and face', 'fail', [a('tick-box', { purposes: ['credit-inquiry', 'face'] }, { label: '同意查询征信并采集人脸' })]],
  [
    'dialog: agree means member and marketing',
    'fail',
    dialog(
      { purposes: ['privacy-policy', 'membership', 'marketing'], text: '点击同意即表示您同意隐私政策、成为会员并接收优惠信息' },
      { role: 'agree' },
      { role: 'refuse' },
    ),
  ],
  [
    'dialog with a member agreement linked',
    'fail',
    [
      ...dialog({ purposes: ['privacy-policy', 'membership'], text: '请阅读以下文件' }, { role: 'agree' }, { role: 'refuse' }),
      a('policy-link', { document: 'member-agreement', where: 'prompt' }),
    ],
  ],
  [
    'one button for four permissions',
    'fail',
    dialog(
      { purposes: ['privacy-policy'], text: '请同意《隐私政策》并开启位置、相机、通讯录、存储权限' },
      { role: 'agree', label: '同意并开启' },
    ),
  ],
  [
    'permissions only when they are used',
    'pass',
    [
      ...dialog(
        { purposes: ['privacy-policy'], text: '位置、相机、相册权限在您使用时才会申请，不会默认开启' },
        { role: 'agree' },
        { role: 'refuse' },
      ),
      reached,
    ],
  ],
  ['three permissions at load', 'fail', [at('geolocation'), at('camera'), at('contacts')]],
  ['policy and user agreement together', 'pass', [a('tick-box', { purposes: ['privacy-policy', 'user-agreement'] }), reached]],
  [
    'policy with its directory of SDKs',
    'pass',
    [
      a('tick-box', { purposes: ['privacy-policy', 'third-party'] }, { label: '我已阅读并同意《用户协议》《隐私政策》《第三方SDK目录》' }),
      ...dialog(
        { purposes: ['privacy-policy', 'third-party'], text: '请阅读并同意《隐私政策》及《第三方信息共享清单》' },
        { role: 'agree' },
        { role: 'refuse' },
      ),
      reached,
    ],
  ],
  [
    'member agreement where one joins',
    'pass',
    [
      a('tick-box', { purposes: ['privacy-policy', 'membership'] }, { label: '同意《会员协议》《隐私政策》' }),
      a('field', { form: '会员注册' }, { pi: ['phone'] }),
      reached,
    ],
  ],
  [
    'member agreement to order',
    'fail',
    [
      a('tick-box', { purposes: ['privacy-policy', 'membership'] }, { label: '同意《会员协议》《隐私政策》' }),
      a('field', { form: '提交订单' }, { pi: ['phone'] }),
      reached,
    ],
  ],
  ['a tick for each', 'pass', [a('tick-box'), a('tick-box', { purposes: ['marketing'] }), reached]],
  [
    'member form with member agreement and policy',
    'pass',
    [...dialog({ role: 'membership', purposes: ['membership', 'privacy-policy'] }, { role: 'agree' }, { role: 'close' }), reached],
  ],
  ['camera with microphone', 'pass', [at('camera'), at('microphone'), reached]],
  [
    'permissions of different visits',
    'pass',
    [
      a('permission', { trigger: 'load', stage: 'arrive', arms: ['refuse'] }),
      a('permission', { trigger: 'load', stage: 'arrive', permission: 'camera', arms: ['accept'] }),
      reached,
    ],
  ],
  [
    '"we pass nothing to third parties"',
    'cannot-tell',
    dialog(
      { purposes: ['privacy-policy', 'third-party'], text: '您同意后，我们不会向第三方提供您的信息' },
      { role: 'agree' },
      { role: 'refuse' },
    ),
  ],
  [
    'summary mentions marketing',
    'cannot-tell',
    dialog({ purposes: ['privacy-policy', 'marketing'], text: '隐私政策摘要：关于营销信息' }, { role: 'agree' }, { role: 'refuse' }),
  ],
  [
    'number log-in with carrier terms',
    'cannot-tell',
    dialog(
      { role: 'phone', purposes: ['privacy-policy', 'third-party'], text: '同意隐私政策与移动认证服务条款，授权第三方' },
      { role: 'agree' },
      { role: 'close' },
    ),
  ],
  [
    'page explains two permissions',
    'cannot-tell',
    dialog({ role: 'permission', purposes: [], text: '需要位置和相机权限' }, { role: 'agree' }, { role: 'refuse' }),
  ],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
]);
