import { g54 } from './g54-face-not-the-only-way.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const gate = a('gate', { needs: 'face', refusable: 'no' }, { label: '请刷脸' });
const stopped = a('function-reached', { reached: 'no', stoppedBy: 'face' });
const face = (more: Parameters<typeof a<'field'>>[1]) => a('field', more, { pi: ['biometric'], label: '人脸照片' });

samples(g54, [
  ['face demanded, nothing else', 'fail', [gate, stopped]],
  ['field for a face, required', 'fail', [face({ required: 'yes' }), stopped]],
  ['the page says face only', 'fail', [face({ purposeText: '仅支持人脸识别，不支持其他核验方式' }), stopped]],
  [
    'the page says face only, though the walk went through',
    'fail',
    [a('gate', { needs: 'face', refusable: 'yes', how: '本店仅支持刷脸支付' }), a('function-reached')],
  ],
  ['face or code', 'pass', [a('gate', { needs: 'face', refusable: 'yes', how: '仅支持刷脸、扫码支付' }), a('function-reached')]],
  ['another way offered', 'pass', [gate, stopped, a('control', { role: 'other-verification' })]],
  ['reached without a face', 'pass', [face({ required: 'yes' }), a('function-reached')]],
  ['no face at all', 'pass', [a('function-reached')]],
  ['not marked required', 'cannot-tell', [face({}), stopped]],
  ['staff at hand', 'cannot-tell', [gate, stopped, a('control', { role: 'staff-service' })]],
  ['walk cut before any face', 'cannot-tell', [stopped]],
]);
