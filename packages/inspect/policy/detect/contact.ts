import { type ClauseReading, filled } from '../clause.ts';
import { contactsIn } from '../slots/contacts.ts';
import { templateIn } from '../slots/template.ts';
import type { Outline } from '../text/outline.ts';
import { cueSentences, isEmptySection } from './find.ts';
import { isAboutOthers } from './others.ts';

const PLACES =
  /@|\[at\]|#at#|(?:电话|热线|邮箱|邮件|地址|住所|微信|公众号|手机|qq|传真|联系方式|联系人)[^。；\n]{0,4}[：:为是]|\d{7,}|\d{3,4}-\d{3,}|95\d{3}|地址/g;
const WORDS = /联系(?:我们|方式|客服)|与我们(?:取得)?联系|客服|热线|留言|意见反馈|(?:邮箱|电话|地址|电邮)(?:为|是)?[：:]|contact us/g;
/** A way that works without a number of its own. */
const CHANNEL = /客服|反馈|帮助|[“"「『【]|公众号|意见反馈|留言|热线|页面|点击|在线|app|设置|我的/;
const OF_OURS = /电话|热线|客服|联系|致电|拨打|邮箱|邮件|反馈|咨询|地址|住所|注册地|来信|发送|微信|qq/;

/** How to reach the processor: addresses of its own, words that only mention a contact, or a heading over nothing. */
export function readContact(outline: Outline, whole: boolean): ClauseReading {
  const make = (
    verdict: ClauseReading['verdict'],
    sentences: ClauseReading['sentences'],
    slots: ClauseReading['slots'] = {},
  ): ClauseReading => ({
    element: 'controller-contact',
    topic: 'contact',
    verdict,
    slots,
    pi: [],
    sentences,
  });
  const found = cueSentences(outline, PLACES)
    .map((sentence) => ({ sentence, ...contactsIn(sentence.text) }))
    .filter(
      ({ sentence, mails, phones, addresses }) =>
        mails.length + phones.length + addresses.length > 0 && OF_OURS.test(`${sentence.text} ${mails[0] ?? ''}`.replace(/@/g, '邮箱')),
    );
  const own = found.filter(({ sentence }) => templateIn(sentence.text) === null && !isAboutOthers(outline, sentence));
  const mails = own.flatMap((one) => one.mails);
  // Hotlines of the authorities are no contact of the processor.
  const phones = own.flatMap((one) => one.phones).filter((phone) => !/^123\d{2}$/.test(phone));
  const addresses = own.flatMap((one) => one.addresses);
  if (mails.length + phones.length + addresses.length > 0) {
    return make(
      'present',
      own.map(({ sentence }) => sentence),
      filled({ 'e-mail': mails, phone: phones, address: addresses }),
    );
  }
  const touched = cueSentences(outline, WORDS);
  const remnants = touched.flatMap(({ text }) => templateIn(text) ?? []);
  if (remnants.length > 0) return make('empty', touched, filled({ template: remnants }));
  if (found.length > 0)
    return make(
      'unreadable',
      found.map(({ sentence }) => sentence),
    );
  const said = touched.filter(({ kind }) => kind !== 'heading' && kind !== 'contents');
  // "Write to us as shown below", and nothing is shown below.
  if (said.length > 0) return make(whole && !said.some(({ text }) => CHANNEL.test(text)) ? 'empty' : 'unreadable', said);
  if (touched.length > 0) {
    return make(whole && touched.every((heading) => isEmptySection(outline, heading)) ? 'empty' : 'unreadable', touched);
  }
  return make(whole ? 'absent' : 'unreadable', []);
}
