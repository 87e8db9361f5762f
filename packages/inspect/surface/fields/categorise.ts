import type { PiCategory } from '@liangjian/law';
import type { SurfaceNode } from '../surface.ts';
import { NOT_PI, NOT_PI_TOKENS, ONE_TAP, PURPOSE } from '../words/field-words.data.ts';
import { fold } from '../words/fold.ts';
import { matchPi, matchToken } from '../words/pi-lexicon.ts';
import type { FieldCandidate, FieldWords } from './evidence.ts';

/** HTML `autocomplete` tokens (HTML standard, autofill field names). */
const AUTOFILL: Readonly<Record<string, PiCategory>> = {
  name: 'name',
  'given-name': 'name',
  'family-name': 'name',
  nickname: 'nickname-avatar',
  email: 'e-mail',
  tel: 'phone',
  'tel-national': 'phone',
  'street-address': 'address',
  'address-line1': 'address',
  'postal-code': 'address',
  bday: 'birth-date',
  sex: 'sex',
  'cc-number': 'bank-card',
  'cc-csc': 'bank-card',
  username: 'account',
  'current-password': 'password',
  'new-password': 'password',
  'one-time-code': 'verification-code',
  'organization-title': 'occupation',
  organization: 'occupation',
};

/** What else is in the same form, as far as it decides the meaning of a bare 「验证码」. */
export interface Neighbours {
  readonly sendsCode: boolean;
  readonly hasPicture: boolean;
  readonly heading: string;
}

/** PI a field asks for; empty when it asks for something else or its words do not tell. Seen words count more than identifiers. */
export function categoriesOf(candidate: FieldCandidate, words: FieldWords, node: SurfaceNode, near: Neighbours): readonly PiCategory[] {
  if (candidate.control === 'one-tap') {
    const tap = ONE_TAP.find((one) => one.words.test(fold(candidate.ownWords)));
    return tap?.categories ?? [];
  }
  if (candidate.control === 'plate-keys') return ['plate'];
  if (candidate.control === 'otp-boxes')
    return /支付密码|交易密码/.test(words.label + words.above) ? ['password', 'payment'] : ['verification-code'];
  if (candidate.control === 'password') return /支付|交易/.test(words.label + words.placeholder) ? ['password', 'payment'] : ['password'];
  if (candidate.control === 'search' || node.attributes['role'] === 'searchbox') return [];
  if (sexOptions(candidate.options)) return ['sex'];
  if (candidate.options.length > 0 && candidate.options.every((option) => /^.{0,12}\+\s?\d{1,4}\b/.test(option))) return [];

  const label = said(words.label);
  const hint = said(words.placeholder);
  const above = said(words.above);
  const captcha = near.hasPicture && !near.sendsCode;
  for (const text of [label, hint]) if (text.kind === 'search') return [];
  if (label.kind === 'remark' || (hint.kind === 'remark' && label.strong.length === 0)) return ['free-text'];
  const seen = firstSaying([label, hint, above]);
  if (seen) {
    const both = seen === label && alternatives(words.placeholder) ? [...seen.strong, ...hint.strong] : seen.strong;
    return unique(invoice(near.heading) ? both.filter((one) => one !== 'occupation' && one !== 'address' && one !== 'bank-card') : both);
  }
  if (candidate.control === 'textarea') return ['free-text'];
  if (label.kind === 'other' || (hint.kind === 'other' && label.weak.length === 0)) return [];
  const weak = [label, hint, above].find((text) => text.weak.length > 0);
  if (weak) {
    const category = weak.weak[0] as PiCategory;
    if (category === 'verification-code') return captcha ? [] : near.sendsCode ? [category] : byIdentifier(candidate, node, true);
    if (weak === above && label.words !== '') return byIdentifier(candidate, node, false);
    if (invoice(near.heading) && category === 'occupation') return [];
    return [category];
  }
  return byIdentifier(candidate, node, label.words !== '' && !generic(label.words));
}

interface Said {
  readonly words: string;
  readonly kind: 'search' | 'remark' | 'other' | null;
  readonly strong: readonly PiCategory[];
  readonly weak: readonly PiCategory[];
}

/** Reads one text without its purpose clause: 「用于接收短信验证码」 asks for nothing itself. */
function said(text: string): Said {
  const words = fold(text).slice(0, 60);
  const cut = words.search(PURPOSE);
  const asks = cut > 0 ? words.slice(0, cut) : cut === 0 ? '' : words;
  const match = matchPi(asks);
  const kind = NOT_PI.find((one) => one.words.test(asks))?.kind ?? null;
  return { words: asks, kind, strong: match.strong, weak: asks.length <= 14 ? match.weak : [] };
}

function firstSaying(texts: readonly Said[]): Said | undefined {
  const [label, , above] = texts;
  for (const text of texts) {
    // What stands above may be a heading: it counts only when the field itself says nothing of its own.
    if (text === above && texts.some((other) => other !== above && (other.kind !== null || other.weak.length > 0))) continue;
    if (text === above && label?.words && !generic(label.words)) continue;
    if (text.strong.length > 0) return text;
  }
  return undefined;
}

const alternatives = (placeholder: string): boolean => /[/／、]|或| or /.test(placeholder);
const invoice = (heading: string): boolean => /发票|开票|抬头|invoice/i.test(heading);
const generic = (words: string): boolean =>
  /^(请)?(点击)?(输入|填写|选择|请输入|请填写|请选择|未填写|必填|选填|\+86|86|\*|[:：])*$/.test(words);

function sexOptions(options: readonly string[]): boolean {
  const words = options.map((option) => fold(option)).filter((word) => !/^(请)?选择|^select|保密|未知|其他|prefer/.test(word));
  return (
    words.length >= 2 &&
    words.length <= 3 &&
    words.every((word) =>
      /^(男|女|男士|女士|先生|小姐|太太|男孩|女孩|男宝|女宝|男生|女生|male|female|mr\.?|ms\.?|mrs\.?|man|woman|boy|girl|m|f)$/.test(word),
    )
  );
}

/** `type`, `autocomplete`, `name` and their like, for fields whose words do not tell. `careful`: words speak of something else. */
function byIdentifier(candidate: FieldCandidate, node: SurfaceNode, careful: boolean): readonly PiCategory[] {
  const { attributes } = node;
  const autofill = (attributes['autocomplete'] ?? '').toLowerCase().split(/\s+/).at(-1) ?? '';
  const known = AUTOFILL[autofill];
  if (known) return [known];
  if (candidate.control === 'email') return ['e-mail'];
  for (const name of [
    attributes['name'],
    attributes['id'],
    attributes['data-name'],
    attributes['data-field'],
    attributes['v-model'],
    attributes['ng-model'],
  ]) {
    if (!name) continue;
    if (NOT_PI_TOKENS.test(name.toLowerCase().replace(/[^a-z]/g, ''))) return [];
    const token = matchToken(name);
    if (token && !(careful && (token === 'account' || token === 'name'))) return [token];
  }
  if (careful) return [];
  const maxlength = attributes['maxlength'];
  if (maxlength === '11' && (candidate.control === 'tel' || attributes['inputmode'] === 'tel' || attributes['inputmode'] === 'numeric'))
    return ['phone'];
  if (candidate.control === 'tel' && maxlength === undefined) return ['phone'];
  if (candidate.control === 'upload' && /^user$/.test(attributes['capture'] ?? '')) return ['photos', 'camera'];
  if (candidate.control === 'upload' && /image/.test(attributes['accept'] ?? '')) return ['photos'];
  return [];
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
