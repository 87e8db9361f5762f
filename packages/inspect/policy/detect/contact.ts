import { type ClauseReading, filled } from '../clause.ts';
import { contactsIn } from '../slots/contacts.ts';
import { templateIn } from '../slots/template.ts';
import type { Outline } from '../text/outline.ts';
import { cueSentences, isEmptySection } from './find.ts';
import { isAboutOthers } from './others.ts';

const PLACES =
  /@|\[at\]|#at#|(?:电话|热线|邮箱|邮件|地址|住所|微信|公众号|手机|qq|传真|联系方式|联系人)[^。；\n]{0,4}[：:为是]|\d{7,}|\d{3,4}-\d{3,}|95\d{3}|地址/g;
const WORDS = /联系(?:我们|方式|客服)|客服|电话|邮箱|热线|邮件|留言|反馈|contact/g;

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
    .filter(({ mails, phones, addresses }) => mails.length + phones.length + addresses.length > 0);
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
  if (said.length > 0) return make('unreadable', said);
  if (touched.length > 0) {
    return make(whole && touched.every((heading) => isEmptySection(outline, heading)) ? 'empty' : 'unreadable', touched);
  }
  return make(whole ? 'absent' : 'unreadable', []);
}
