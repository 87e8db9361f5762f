import type { Answer } from '../../../facts/fact.ts';
import type { Analysis } from '../model/analysis.ts';
import { bare, memberName, nameOf, valueIn } from '../model/ast.ts';
import { type Element, everyElement, possibleTexts, wordsOf } from '../model/elements.ts';
import { functionsOf, inlineWrites } from '../model/handlers.ts';
import { placeIn } from '../model/place.ts';
import type { AgreementLink, AgreementText } from '../model/program-model.ts';
import type { Fn } from '../model/script.ts';
import type { Ticks } from './evidence.ts';
import { hasOutside } from './prompts.ts';
import { functionsWithin, settingsWithin } from './state.ts';
import { AGREE, IMPLIED, TITLE } from './words.ts';

const NAMED =
  /《[^》]{1,40}(?:协议|政策|隐私|条款|须知|授权书|声明|规则|章程)[^》]{0,20}》|^[^，。]{0,14}(?:用户|服务|隐私|注册|会员|个人信息)[^，。]{0,8}(?:协议|政策|条款|声明|指引)[》”"]?$/;
const POLICY_PAGE = /privacy|agreement|policy|protocol|xieyi|yinsi|terms|clause|statement/i;

/** Titles of legal texts that a consumer is shown where agreement is asked, and where they lead; and legal texts that are in the package. */
export function agreementsOf(analysis: Analysis, ticks: Ticks): { links: AgreementLink[]; texts: AgreementText[] } {
  const links: AgreementLink[] = [];
  const texts: AgreementText[] = [];
  for (const [owner, top] of analysis.elements) {
    const whole = policyText(owner, top, analysis);
    if (whole) {
      texts.push(whole);
      continue;
    }
    for (const element of everyElement(top)) {
      const title = ownTitle(element);
      if (title === null) continue;
      const made = linkOf(element, title, owner, analysis, ticks);
      if (made) links.push(made);
    }
  }
  return { links, texts };
}

/** A title in an element's own text (not in that of a child). */
function ownTitle(element: Element): string | null {
  for (const one of element.texts)
    if (one.text.length < 60 && NAMED.test(one.text)) return (TITLE.exec(one.text)?.[0] ?? one.text).slice(0, 40);
  for (const name of ['text', 'title', 'content', 'label'])
    for (const text of possibleTexts(element.attributes.get(name)))
      if (text.length < 40 && NAMED.test(text)) return (TITLE.exec(text)?.[0] ?? text).slice(0, 40);
  return null;
}

function linkOf(element: Element, title: string, owner: string, analysis: Analysis, ticks: Ticks): AgreementLink | null {
  const component = analysis.components.get(owner) ?? analysis.components.get(analysis.usages.get(owner)?.[0]?.owner ?? '');
  const place = placeIn(element.file, element.texts.find((one) => NAMED.test(one.text))?.start ?? element.start);
  const page = analysis.pageOf(owner) ?? owner;
  const own = ticks.on(owner);
  const asked = askedAround(
    element,
    own.map((one) => one.element),
  );
  const base = { place, page, title, where: asked ?? ('page' as const) };
  const made = (target: string | null, opens: Answer, zh: string, en: string): AgreementLink => ({
    ...base,
    target,
    opens,
    why: { zh, en },
  });
  for (let at: Element | null = element, level = 0; at && level < 3; at = at.parent, level += 1) {
    if (level > 0 && wordsOf(at, 200).length > title.length + 24) break;
    const address = possibleTexts(at.attributes.get('url') ?? at.attributes.get('href') ?? at.attributes.get('to'));
    if (/navigator|^a$|link|cell/i.test(at.tag) && (at.attributes.has('url') || at.attributes.has('href') || at.attributes.has('to')))
      return address[0] === undefined
        ? made(null, 'unknown', '跳转地址由程序决定', 'the program decides the address')
        : opened(address[0], made, analysis, owner);
    const handler = at.events.find((one) => one.event === 'tap');
    if (!handler) continue;
    if (own.some((tick) => toggles(tick.element, handler.text)) && handler.text !== '' && level > 0) break;
    if (inlineWrites(handler).length > 0) return made(null, 'yes', '点击后显示', 'shown when tapped');
    const fns = functionsOf(at, handler, component, analysis.resolver);
    if (fns.length === 0) {
      if (
        handler.text === '' ||
        (handler.expression === null &&
          handler.text !== '__e' &&
          component &&
          component.scripts.length > 0 &&
          !hasOutside(component) &&
          !component.computed.has(handler.text))
      )
        return made(
          null,
          'no',
          handler.text === '' ? '点击事件没有写处理方法' : `页面里没有 ${handler.text} 这个方法`,
          handler.text === '' ? 'the tap has no handler' : `the page has no method ${handler.text}`,
        );
      return made(null, 'unknown', '处理方法没有找到', 'the handler was not found');
    }
    return ofFunctions(fns, made, analysis, owner, argumentTexts(handler.text, at));
  }
  // A heading names a text without being a link to it.
  if (asked === null || !/《/.test(title)) return null;
  if (element.compiled)
    return made(null, 'unknown', '编译后的模板，点击处理可能未还原', 'compiled template, the handler may not have been recovered');
  return made(null, 'no', '标题没有点击处理，打不开', 'the title has no handler and cannot be opened');
}

const toggles = (tick: Element, text: string): boolean => {
  for (let at: Element | null = tick, level = 0; at && level < 3; at = at.parent, level += 1)
    if (at.events.some((one) => one.text === text && (one.event === 'tap' || one.event === 'change'))) return true;
  return false;
};

function argumentTexts(text: string, element: Element): string[] {
  return [
    ...[...text.matchAll(/['"]([^'"]*)['"]/g)].map((one) => one[1]!),
    ...[...element.attributes.entries()].filter(([name]) => name.startsWith('data')).flatMap(([, one]) => possibleTexts(one)),
  ];
}

/** What kind of question the title stands in; null when it is mere text. */
function askedAround(element: Element, ticks: readonly Element[]): AgreementLink['where'] | null {
  for (let at: Element | null = element, level = 0; at && level < 4; at = at.parent, level += 1) {
    const words = wordsOf(at, 400);
    if (words.length > 300) return null;
    if (ticks.some((tick) => contains(at!, tick))) return 'tick-box';
    if (IMPLIED.test(words)) return 'form';
    if (/(我已?(?:阅读|知悉|同意)|已阅读|阅读并同意|勾选|点击.{0,4}同意)/.test(words) && AGREE.test(words))
      return /拒绝|不同意|暂不/.test(words) ? 'prompt' : 'form';
  }
  return null;
}

const contains = (outer: Element, inner: Element): boolean => {
  for (let at: Element | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
};

type Made = (target: string | null, opens: Answer, zh: string, en: string) => AgreementLink;

function opened(address: string, made: Made, analysis: Analysis, owner: string): AgreementLink {
  const plain = address.trim();
  if (plain === '' || plain === '#' || plain.startsWith('javascript:')) return made(null, 'no', '跳转地址为空', 'the address is empty');
  if (/^https?:/.test(plain)) return made(plain, 'yes', '打开网址', 'opens an address');
  const target = resolve(plain.replace(/\?.*$/, ''), owner);
  if (/[{$]/.test(plain)) return made(null, 'unknown', '跳转地址由程序决定', 'the program decides the address');
  if (analysis.pages.size === 0) return made(target, 'unknown', '没有读到页面配置', 'no page configuration was read');
  if (analysis.pages.has(target)) return made(target, 'yes', '打开程序里的页面', 'opens a page of the program');
  return plain.startsWith('plugin')
    ? made(plain, 'unknown', '打开插件页面', 'opens a page of a plugin')
    : made(target, 'no', `页面 ${target} 不在配置里`, `the page ${target} is not in the configuration`);
}

function resolve(path: string, owner: string): string {
  if (path.startsWith('/')) return path.slice(1);
  const parts = owner.split('/').slice(0, -1);
  for (const one of path.split('/')) {
    if (one === '..') parts.pop();
    else if (one !== '.' && one !== '') parts.push(one);
  }
  return parts.join('/');
}

function ofFunctions(fns: readonly Fn[], made: Made, analysis: Analysis, owner: string, given: readonly string[]): AgreementLink {
  const inner = fns.flatMap((fn) => functionsWithin(fn));
  const calls = inner.flatMap((one) => one.calls);
  for (const call of calls) {
    const callee = bare(call.callee);
    const name = callee?.type === 'MemberExpression' ? (memberName(callee) ?? '') : (nameOf(callee) ?? '');
    if (name === 'openPrivacyContract') return made('platform', 'yes', '打开平台的隐私保护指引', 'opens the privacy guide of the platform');
    if (!/^(navigateTo|redirectTo|reLaunch|switchTab|push|goPage|jump|navTo|toPage|to|go|navigate)$/.test(name)) continue;
    const options = bare(call.args[0]);
    const url = options?.type === 'ObjectExpression' ? valueIn(options, 'url') : options;
    const address = nameOf(url?.type === 'Identifier' ? undefined : url) ?? start(url);
    if (address !== undefined && /^[./\w]+/.test(address) && address.includes('/')) return opened(address, made, analysis, owner);
    if (given.length === 1 && /^\/?pages?\//.test(given[0]!)) return opened(given[0]!, made, analysis, owner);
  }
  const real = calls.filter((call) => !/^(console|e|event|evt)\./.test(`${nameOf(bare(call.callee)?.object) ?? ''}.`) || false);
  const silent = real.every((call) =>
    /(^|\.)(log|stopPropagation|preventDefault)$/.test(
      `.${bare(call.callee)?.type === 'MemberExpression' ? (memberName(bare(call.callee)!) ?? '') : (nameOf(bare(call.callee)) ?? '')}`,
    ),
  );
  if (silent && fns.every((fn) => settingsWithin(fn).length === 0)) return made(null, 'no', '处理方法是空的', 'the handler is empty');
  return made(
    null,
    calls.length > 0 || fns.some((fn) => settingsWithin(fn).length > 0) ? 'yes' : 'unknown',
    '点击后由程序打开',
    'opened by the program',
  );
}

/** Literal beginning of an address that ends in a variable: the page is decided by it. */
function start(node: ReturnType<typeof bare>): string | undefined {
  if (node?.type === 'BinaryExpression') {
    const left = start(bare(node.left)) ?? nameOf(bare(node.left)?.type === 'Identifier' ? undefined : bare(node.left));
    return left !== undefined && left.includes('?') ? left : undefined;
  }
  if (node?.type === 'TemplateLiteral') {
    const first = (node.quasis?.[0]?.value as { cooked?: string } | undefined)?.cooked;
    return first?.includes('?') ? first : undefined;
  }
  return undefined;
}

/** A page that is itself a legal text: long, and named or headed as one. */
function policyText(owner: string, top: readonly Element[], analysis: Analysis): AgreementText | null {
  const first = top[0];
  if (!first) return null;
  const title = analysis.pages.get(owner) ?? '';
  const named = POLICY_PAGE.test(owner) || /协议|隐私|政策|条款/.test(title);
  const text = top.map((one) => wordsOf(one, 40_000)).join(' ');
  if (text.length < (named ? 300 : 1500) || !/隐私|个人信息|协议/.test(text)) return null;
  if (!named && !/(?:我们|本协议|本政策|甲方|用户).{0,40}(?:收集|使用|存储|提供|承担|责任)/.test(text)) return null;
  return { place: placeIn(first.file, first.start), page: owner, title, text };
}
