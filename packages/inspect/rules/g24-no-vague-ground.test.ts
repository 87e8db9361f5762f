import { g24 } from './g24-no-vague-ground.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const birthday = (more = {}) => a('field', { purposeText: '为了给您提供更好的服务', ...more }, { pi: ['birth-date'], label: '生日' });

samples(g24, [
  ['birthday required for better service', 'fail', [birthday({ required: 'yes' }), reached]],
  [
    'phone dialog for better service without a way out',
    'fail',
    dialog({ role: 'phone', text: '为提升您的用户体验，请授权手机号' }, { role: 'agree' }),
  ],
  [
    'app list for a better experience, and refusing ends the use',
    'fail',
    dialog(
      { role: 'permission', text: '为改善服务质量，请同意我们收集应用列表。不同意将无法使用本平台。' },
      { role: 'agree' },
      { role: 'refuse' },
    ),
  ],
  [
    'phone to tell that the meal is ready',
    'pass',
    [a('field', { required: 'yes', purposeText: '用于取餐通知，提升服务体验' }, { pi: ['phone'] }), reached],
  ],
  ['no purpose text at all is for G08', 'pass', [a('field', { required: 'yes' }, { pi: ['phone'] }), reached]],
  [
    'policy dialog may speak of better service',
    'pass',
    [...dialog({ text: '为了提供更好的服务，请阅读并同意隐私政策' }, { role: 'agree' }), reached],
  ],
  ['vague ground, optional', 'cannot-tell', [birthday(), reached]],
  [
    'vague ground, dialog can be closed',
    'cannot-tell',
    dialog({ role: 'profile', text: '授权头像昵称，享受个性化服务' }, { role: 'agree' }, { role: 'close' }),
  ],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
]);
