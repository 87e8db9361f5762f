import type { PiCategory } from '@liangjian/law';
import type { Analysis } from '../model/analysis.ts';
import { bare, memberName, pathOf } from '../model/ast.ts';
import type { Component } from '../model/component.ts';
import { type Element, everyElement, possibleTexts, wordsOf } from '../model/elements.ts';
import { dataPath } from '../model/evaluate.ts';
import { placeIn } from '../model/place.ts';
import { lookUp } from '../model/script.ts';
import { CHILD, FIELD_WORDS, PATTERN_SIGNS, PICTURE_WORDS, THIRD_PERSON } from './field-words.data.ts';
import type { FoundPoint } from './found.ts';

const TYPED =
  /^(input|textarea|picker|editor)$|(^|-)(field|input|easyinput|textarea|inputitem|cell-input)$|^(Input|Textarea|Picker|AtInput|AtTextarea|Field|VanField|NutInput|UInput)$|picker$|datetime/i;
const NOT_TYPED = /search|stepper|number-?box|rate|slider|color|indexes|column|swiper|group$|picker-view/i;
const UPLOAD = /upload|file-?picker|image-?picker|img-?picker/i;
const SEARCH = /搜索|查找|搜一搜|search/i;
const GENERIC = /^(请|点击)?(输入|填写|选择|必填|选填|必选|请)?[^\u4e00-\u9fff]*$/;
/** Categories whose name in code is never used for anything else. */
const PLAIN_NAMES = new Set<PiCategory>(['phone', 'id-number', 'plate', 'bank-card', 'verification-code', 'password', 'vin']);

/** Fields in which a consumer types, chooses or uploads personal information. */
export function fieldPoints(analysis: Analysis): FoundPoint[] {
  const found: FoundPoint[] = [];
  for (const [owner, top] of analysis.elements) {
    const checked = checkedNames(analysis.components.get(owner));
    for (const element of everyElement(top)) {
      if (UPLOAD.test(element.tag) && !/^(view|image|text|button)$/.test(element.tag)) {
        const words = `${rowWords(element)} ${namesOf(element).join(' ')}`;
        const pi = PICTURE_WORDS.find((one) => one.words.test(words))?.pi;
        found.push(field(element, owner, pi ? [pi, 'photos'] : ['photos'], rowWords(element), words));
        continue;
      }
      if (!TYPED.test(element.tag) || NOT_TYPED.test(element.tag)) continue;
      if (element.attributes.get('disabled')?.text === true && element.events.length === 0) continue;
      if (possibleTexts(element.attributes.get('type')).includes('nickname')) continue;
      const pi = classify(element) ?? checked.get(stateOf(element));
      if (!pi) continue;
      const shown = shownWords(element);
      found.push(field(element, owner, [pi], shown, `${shown} ${rowWords(element)} ${namesOf(element).join(' ')}`));
    }
  }
  return found;
}

/** Names in the page's data that are checked against the shape of a phone number, an identity number and the like. */
function checkedNames(component: Component | undefined): ReadonlyMap<string, PiCategory> {
  const found = new Map<string, PiCategory>();
  for (const call of component?.scripts.flatMap((script) => script.calls) ?? []) {
    const callee = bare(call.callee);
    if (callee?.type !== 'MemberExpression' || memberName(callee) !== 'test') continue;
    const object = bare(callee.object);
    const shape = object?.type === 'Identifier' ? bare(lookUp(object.name as string, call.fn)?.init) : object;
    const source = (shape as { regex?: { pattern?: string } } | undefined)?.regex?.pattern;
    const pi = source === undefined ? undefined : PATTERN_SIGNS.find((one) => one.source.test(source))?.pi;
    const path = pathOf(bare(call.args[0]));
    if (pi && path !== undefined) found.set(dataPath(path).split('.').at(-1)!, pi);
  }
  return found;
}

/** Name in the page's data that a field fills. */
function stateOf(element: Element): string {
  for (const name of ['vmodel', 'modelvalue', 'value', 'model:value']) {
    const path = pathOf(bare(element.attributes.get(name)?.expression));
    if (path !== undefined) return dataPath(path).split('.').at(-1)!;
  }
  return '';
}

function field(element: Element, owner: string, pi: readonly PiCategory[], label: string, words: string): FoundPoint {
  const subject = CHILD.test(words) ? 'child' : THIRD_PERSON.test(words) ? 'third-person' : 'self';
  const about: readonly PiCategory[] = subject === 'child' ? [...pi, 'minor'] : subject === 'third-person' ? [...pi, 'third-person'] : pi;
  return {
    by: 'field',
    name: element.tag,
    pi: about,
    place: placeIn(element.file, element.start),
    owner,
    element,
    fn: null,
    call: null,
    guards: [],
    label: label.slice(0, 60),
    reason: null,
    subject,
    required: requiredOf(element, words),
    status: 'live',
    privacyKey: null,
    requiredPrivateInfo: null,
    scope: null,
  };
}

function requiredOf(element: Element, words: string): FoundPoint['required'] {
  if (/选填|非必填|可不填|可选/.test(words)) return 'no';
  const mark = element.attributes.get('required');
  if (mark && (mark.text === true || mark.text === 'true' || mark.text === '{{true}}')) return 'yes';
  if (/必填|必选|\*/.test(words)) return 'yes';
  return 'unknown';
}

/** What a field asks for; undefined when it asks for nothing personal. */
export function classify(element: Element): PiCategory | undefined {
  const types = possibleTexts(element.attributes.get('type'));
  const shown = shownWords(element);
  const names = namesOf(element);
  const search = SEARCH.test(shown) || types.includes('search') || possibleTexts(element.attributes.get('confirmtype')).includes('search');
  if (types.includes('idcard') && !/车|卡号|编号/.test(shown)) return 'id-number';
  if (element.attributes.has('password') || types.includes('password') || types.includes('safe-password')) return 'password';
  const byShown = first(shown);
  if (byShown) return search && byShown !== 'plate' ? undefined : byShown;
  if (search) return undefined;
  const row = rowWords(element);
  const byRow = GENERIC.test(shown) || shown === '' ? first(row) : undefined;
  if (byRow) return byRow;
  const mode = possibleTexts(element.attributes.get('mode'));
  if (mode.includes('region') && !/^(\w+)?$/.test(shown + row)) return 'address';
  for (const one of FIELD_WORDS) {
    if (!one.named || !names.some((name) => one.named!.test(name))) continue;
    if (PLAIN_NAMES.has(one.pi) || (GENERIC.test(shown) && GENERIC.test(row))) return one.pi;
  }
  if (
    (types.includes('number') || types.includes('tel') || types.includes('phone')) &&
    possibleTexts(element.attributes.get('maxlength')).includes('11') &&
    !/金额|数量|卡|码/.test(shown + row)
  )
    return 'phone';
  if (types.includes('tel') || types.includes('phone')) return 'phone';
  return undefined;
}

const first = (words: string): PiCategory | undefined => (words === '' ? undefined : FIELD_WORDS.find((one) => one.shown.test(words))?.pi);

function shownWords(element: Element): string {
  return ['placeholder', 'label', 'title', 'rangetitle', 'rightlabel']
    .flatMap((name) => possibleTexts(element.attributes.get(name)))
    .concat(wordsOf({ ...element, shown: [] }, 60))
    .filter((text) => text !== '' && text !== 'true')
    .join(' ')
    .trim();
}

/** The label beside a field: text before it in its row, or the title of the form item around it. */
export function rowWords(element: Element): string {
  let child: Element = element;
  for (let at = element.parent, level = 0; at && level < 3; at = at.parent, level += 1) {
    const title = ['label', 'title', 'lefttext']
      .flatMap((name) => possibleTexts(at!.attributes.get(name)))
      .filter((text) => /[\u4e00-\u9fffA-Za-z]/.test(text));
    if (title.length > 0) return title.join(' ').slice(0, 40);
    const before = [
      ...at.texts.filter((one) => one.start < child.start),
      ...at.children.filter((one) => one.start < child.start).map((one) => ({ text: wordsOf(one, 60), start: one.start })),
    ].toSorted((a, b) => b.start - a.start);
    const nearest = before.find((one) => one.text.trim() !== '');
    if (nearest && nearest.text.length <= 40) return nearest.text;
    const after = wordsOf(at, 80);
    if (after !== '' && after.length <= 24) return after;
    child = at;
  }
  return '';
}

/** Names in the code that a field is known by. */
export function namesOf(element: Element): string[] {
  const names = ['name', 'id', 'prop', 'datafield', 'datakey', 'dataname', 'datatype', 'field', 'datamodel', 'key'].flatMap((name) =>
    possibleTexts(element.attributes.get(name)),
  );
  for (const name of ['vmodel', 'modelvalue', 'value', 'model:value', 'filelist', 'src']) {
    const path = pathOf(bare(element.attributes.get(name)?.expression));
    if (path !== undefined) names.push(dataPath(path).split('.').at(-1)!);
  }
  for (const one of element.events) {
    const word = /^(?:on|bind|handle|set|input|change|get)?_?(\w+?)_?(?:input|change|blur|confirm|handler)?$/i.exec(one.text)?.[1];
    if (word) names.push(word);
  }
  if (element.parent && /form-?item|cell|field/i.test(element.parent.tag))
    names.push(...['prop', 'name'].flatMap((name) => possibleTexts(element.parent!.attributes.get(name))));
  return names.filter((one) => one !== '' && one !== 'true');
}
