import type { PiCategory } from '@liangjian/law';
import type { Fact } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { piFields } from './shared/fields.ts';
import { joined } from './shared/join.ts';
import { SCREENS } from './shared/kinds.ts';
import { categoryWords } from './shared/pi-words.ts';
import { receiversWords, transfersOf } from './shared/receivers.ts';
import { returnedInFull, shownInFull } from './shared/shown.ts';
import { distinct, list, quote, sentences, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请以抓包复核上述请求和响应，保存原始记录；不得扫描、猜测编号或者绕过登录，他人信息应先遮盖。',
  'Check these requests and answers with a capture and keep the raw record; do not scan, guess identifiers or get round a log-in, and mask the data of others.',
);

/** Marks of devices and free words are no data of a person by themselves; a place in a map query is what the map needs. */
const LOOSE: readonly PiCategory[] = [
  'device-id',
  'platform-id',
  'ip-address',
  'browsing',
  'order',
  'free-text',
  'other',
  'verification-code',
  'account',
  'location-precise',
  'location-fuzzy',
  'payment',
  'vehicle',
  'sex',
];
type Found = Fact<'transfer'>['detail']['found'][number];
const isPersonal = ({ category }: Found): boolean => !LOOSE.includes(category);
const isHashed = ({ encoding }: Found): boolean => /md5|sha|sm3|hmac|crc/i.test(encoding);
const inUrl = (found: Found): boolean => isPersonal(found) && (found.where === 'query' || found.where === 'path');

/** By RFC 6761 such a name never leaves the machine: nobody on the way can read along, and a shop tried out at home has no certificate. */
const staysHere = (host: string): boolean => /^(.+\.)?localhost(:\d+)?$/i.test(host);

/** Nothing of a person goes in clear text, in an address, or beyond what the page needs in an answer. */
export const g40: Rule = {
  requirement: 'G40',
  kinds: SCREENS,
  needs: ['transfer', 'field', 'response-data', 'display', 'endpoint', 'function-reached'],
  judge(facts, context) {
    const sent = transfersOf(facts).filter(({ detail }) => detail.found.some(isPersonal));
    const clear = sent.filter(
      ({ detail }) => detail.inClear && !staysHere(detail.host) && detail.found.some((found) => isPersonal(found) && !isHashed(found)),
    );
    const inAddress = sent.filter(({ detail }) => detail.found.some((found) => inUrl(found) && !isHashed(found)));
    const forms = piFields(facts).filter(
      ({ detail, pi }) => detail.submitsInClear === 'yes' && pi.some((category) => !LOOSE.includes(category)),
    );
    const answers = returnedInFull(facts);
    const onScreen = new Set(facts.of('display').flatMap(({ pi }) => [...pi]));
    // Another person's identity or card number is never needed by a visitor; a phone may be the shop's own.
    const surplus = answers.filter(
      ({ pi, detail }) =>
        pi.some(
          (category) => (category === 'id-number' || category === 'bank-card') && (detail.shown === 'no' || !onScreen.has(category)),
        ) ||
        // Masked on the screen and whole in the answer: the mask hides it from nobody.
        (pi.includes('phone') && detail.shown === 'no'),
    );
    const what = (of: readonly Fact[]) =>
      list(distinct(of.flatMap((fact) => fact.pi.filter((category) => !LOOSE.includes(category)).map(categoryWords))), 4);
    const kinds = (of: readonly Fact<'transfer'>[], test: (found: Found) => boolean) =>
      list(distinct(of.flatMap(({ detail }) => detail.found.filter(test).map(({ category }) => categoryWords(category)))), 4);
    if (clear.length + inAddress.length + forms.length + surplus.length > 0) {
      const parts = [
        clear.length > 0
          ? text(
              `${seenIn(clear, context).zh}，${kinds(clear, isPersonal).zh} 以未加密的方式发往 ${receiversWords(clear).zh}。`,
              `${seenIn(clear, context).en}, ${kinds(clear, isPersonal).en} went unencrypted to ${receiversWords(clear).en}.`,
            )
          : text('', ''),
        inAddress.length > 0
          ? text(
              `${seenIn(inAddress, context).zh}，${kinds(inAddress, inUrl).zh} 写入了发往 ${receiversWords(inAddress).zh} 的网址。`,
              `${seenIn(inAddress, context).en}, ${kinds(inAddress, inUrl).en} stood in the address of requests to ${receiversWords(inAddress).en}.`,
            )
          : text('', ''),
        forms.length > 0
          ? text(
              `${seenIn(forms, context).zh}，填写 ${what(forms).zh} 的表单提交到未加密的地址（工具没有提交）。`,
              `${seenIn(forms, context).en}, the form that takes ${what(forms).en} is sent to an unencrypted address (the tool did not send it).`,
            )
          : text('', ''),
        surplus.length > 0
          ? text(
              `${seenIn(surplus, context).zh}，正常访问时接口 ${surplus[0]?.detail.path ?? ''} 返回了页面没有显示的${what(surplus).zh}。`,
              `${seenIn(surplus, context).en}, in ordinary use the interface ${surplus[0]?.detail.path ?? ''} returned ${what(surplus).en} that the page does not show.`,
            )
          : text('', ''),
      ];
      return fail(sentences(...parts), [...new Set([...clear, ...inAddress, ...forms, ...surplus])], OFFICER);
    }
    const hashed = sent.filter(({ detail }) =>
      detail.found.some((found) => isPersonal(found) && isHashed(found) && (detail.inClear || inUrl(found))),
    );
    const phones = answers.filter((fact) => !shownInFull(facts).some((shown) => shown.pi.some((category) => fact.pi.includes(category))));
    // Requests that code sends unencrypted; what they carry code does not always show.
    const bare = facts.of('endpoint').filter(({ detail }) => detail.insecure === 'yes');
    if (hashed.length + phones.length + bare.length > 0) {
      return cannotTell(
        joined([
          bare.length > 0
            ? text(
                `${seenIn(bare, context).zh}，请求以未加密的方式发往 ${list(distinct(bare.map(({ detail }) => quote(detail.url, 40))), 3).zh}，其中有无个人信息须抓包确认`,
                `requests go unencrypted to ${list(distinct(bare.map(({ detail }) => quote(detail.url, 40))), 3).en} ${seenIn(bare, context).en}; whether they carry personal information needs a capture`,
              )
            : null,
          hashed.length > 0
            ? text(
                `${kinds(hashed, isPersonal).zh} 经散列后写入网址或未加密发送，能否还原须人工判断`,
                `${kinds(hashed, isPersonal).en} stood hashed in an address or went unencrypted; whether it can be traced back needs a person`,
              )
            : null,
          phones.length > 0
            ? text(
                `接口返回了完整的${what(phones).zh}，属于商家还是他人、页面是否需要看不出`,
                `an interface returned ${what(phones).en} in full; whether of the shop or of others, and whether the page needs it, cannot be seen`,
              )
            : null,
        ]),
        [...bare, ...hashed, ...phones],
        OFFICER,
      );
    }
    if (sent.length > 0) {
      return pass(
        text('所见个人信息均加密传输，没有写入网址。', 'What was seen of personal information went encrypted and in no address.'),
        sent,
      );
    }
    return notMet(
      facts,
      context,
      text('明文传输、写入网址或接口多返回的个人信息', 'personal information in clear text, in an address or beyond need in an answer'),
    );
  },
};
