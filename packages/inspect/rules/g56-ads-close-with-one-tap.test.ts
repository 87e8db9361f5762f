import { g56 } from './g56-ads-close-with-one-tap.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const ad = (choice: Parameters<typeof dialog>[1]) => dialog({ role: 'ad', text: '广告 立即抢购' }, choice as NonNullable<typeof choice>);

samples(g56, [
  [
    'one tap does not close it',
    'fail',
    [...ad({ role: 'close', effect: { tried: true, closed: 'no', left: 'no', reprompted: 'no', proceeded: 'no' } })],
  ],
  [
    'closing leaves the page',
    'fail',
    [...ad({ role: 'close', effect: { tried: true, closed: 'yes', left: 'yes', reprompted: 'no', proceeded: 'no' } })],
  ],
  ['countdown and no mark', 'fail', dialog({ role: 'ad', text: '广告 8s' })],
  ['a mark of four by four pixels', 'fail', [...ad({ role: 'close', area: 16 })]],
  ['a mark nearly in the colour of its ground', 'fail', [...ad({ role: 'close', contrast: 1.1 })]],
  ['it comes back twice', 'fail', dialog({ role: 'ad', text: '广告', afterRefusal: 2 }, { role: 'close' })],
  ['closes with one tap', 'pass', [...ad({ role: 'close' })]],
  ['banner that covers nothing', 'pass', dialog({ role: 'ad', text: '广告', blocking: false })],
  ['coupon closes', 'pass', dialog({ role: 'coupon', text: '新人礼' }, { role: 'close' })],
  ['no advertisement', 'pass', [a('function-reached')]],
  ['came back once, perhaps on another page', 'cannot-tell', dialog({ role: 'ad', text: '广告', afterRefusal: 1 }, { role: 'close' })],
  [
    'mark never tapped',
    'cannot-tell',
    [...ad({ role: 'close', effect: { tried: false, closed: 'unknown', left: 'unknown', reprompted: 'unknown', proceeded: 'unknown' } })],
  ],
  ['an icon of unclear meaning', 'cannot-tell', [...ad({ role: 'other', shape: 'icon' })]],
  ['a picture', 'cannot-tell', dialog({ role: 'ad', rendered: 'image' })],
  [
    'a gift that will not close: advertisement or not',
    'cannot-tell',
    dialog(
      { role: 'coupon', text: '新人礼' },
      { role: 'close', effect: { tried: true, closed: 'no', left: 'no', reprompted: 'no', proceeded: 'no' } },
    ),
  ],
  [
    'it says that it has to be waited for',
    'fail',
    dialog({ role: 'ad', text: '限时特惠 广告 8 秒后可关闭', blocking: false }, { role: 'close' }),
  ],
  ['it goes by itself and closes before', 'pass', dialog({ role: 'ad', text: '广告 5秒后自动关闭' }, { role: 'close' })],
  [
    'the mark that came late does not close what called itself an advertisement before',
    'fail',
    [
      ...dialog({ role: 'coupon', text: '恭喜获得红包\n广告 5s' }, { role: 'other', label: '立即领取' }),
      ...dialog(
        { role: 'coupon', text: '恭喜获得红包\n× 关闭' },
        { role: 'close', label: '×', effect: { tried: true, closed: 'no', left: 'no', reprompted: 'no', proceeded: 'no' } },
      ),
    ],
  ],
]);
