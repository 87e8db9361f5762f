import type { Fact, FactDetails, FactType, Party } from '../../facts/fact.ts';
import type { JudgeContext } from '../rule.ts';

const ALL = ['untouched', 'refuse', 'accept'] as const;

/** One plain, harmless example of every fact type, to be bent by tests. */
const PLAIN: { readonly [T in FactType]: FactDetails[T] } = {
  prompt: {
    role: 'consent',
    confidence: 0.9,
    why: ['words'],
    text: '我们需要您同意隐私政策',
    blocking: true,
    stage: 'arrive',
    trigger: 'load',
    count: 1,
    afterRefusal: 0,
    purposes: ['privacy-policy'],
    rendered: 'text',
    choices: [],
    ticks: [],
    arms: [...ALL],
  },
  choice: {
    prompt: '',
    role: 'refuse',
    shape: 'button',
    weight: 'equal',
    fontSize: 16,
    contrast: 7,
    area: 4000,
    effect: { tried: true, closed: 'yes', left: 'no', reprompted: 'no', proceeded: 'yes' },
    arms: [...ALL],
  },
  'tick-box': {
    prompt: null,
    consent: 'yes',
    initial: 'clear',
    means: 'native',
    purposes: ['privacy-policy'],
    inMarkup: 'unknown',
    stage: 'use',
    step: 1,
    arms: [...ALL],
  },
  field: {
    control: 'input',
    name: 'mobile',
    required: 'unknown',
    requiredBy: null,
    markedOptional: false,
    purposeText: null,
    subject: 'self',
    form: '结算',
    stage: 'use',
    step: 1,
    submitsTo: null,
    submitsInClear: 'no',
    arms: [...ALL],
  },
  permission: {
    permission: 'geolocation',
    trigger: 'input',
    purposeText: '用于查找附近门店',
    answered: 'denied',
    count: 1,
    afterRefusal: 0,
    stage: 'use',
    manualAlternative: 'unknown',
    arms: [...ALL],
  },
  transfer: {
    host: 't.example',
    scheme: 'https',
    method: 'GET',
    channel: 'fetch',
    found: [],
    identifiers: [],
    withheld: false,
    inClear: false,
    afterInput: false,
    typed: false,
    initiator: null,
    stage: 'arrive',
    arms: [...ALL],
    repeated: false,
  },
  contact: { host: 'cdn.example', scheme: 'https', stage: 'arrive', resourceTypes: ['script'], arms: [...ALL] },
  stored: {
    store: 'cookie',
    key: 'sid',
    setBy: 'http',
    outcome: 'kept',
    value: 'identifier',
    lifetimeDays: null,
    stage: 'arrive',
    arms: [...ALL],
  },
  'script-api': { api: 'navigator.userAgent', arguments: '', stage: 'arrive', initiator: null, arms: [...ALL] },
  collects: { by: 'api', name: 'getLocation', reachable: 'yes', consent: null, trigger: null, reason: null },
  'consent-flaw': {
    flaw: 'decorative-tick-box',
    answer: 'yes',
    page: 'pages/login/login',
    why: { zh: '勾选框没有作用', en: 'the box does nothing' },
    collects: [],
  },
  declaration: { source: 'platform-list', key: 'PhoneNumber', state: 'used', said: null },
  program: { platform: 'wechat', framework: 'native', appId: null, pages: 2, files: 8, whole: 'yes' },
  secret: {
    kind: 'app-secret',
    masked: '0a1b… (32)',
    severe: true,
    why: { zh: '应用密钥写在代码中', en: 'an app secret stands in the code' },
  },
  'policy-link': {
    document: 'privacy-policy',
    href: '/privacy',
    reached: 'yes',
    taps: 1,
    where: 'footer',
    fontSize: 14,
    contrast: 7,
    prompt: null,
    stage: 'arrive',
    arms: [...ALL],
  },
  'policy-text': {
    document: 'privacy-policy',
    title: '隐私政策',
    length: 3000,
    simplified: 'yes',
    controller: '示例餐饮有限公司',
    effectiveDate: '2026-01-01',
    fontSize: 14,
    contrast: 12,
    url: 'https://shop.example/privacy',
    foreign: 'no',
  },
  'policy-clause': { document: 'privacy-policy', element: 'purposes', topic: 'collect', verdict: 'present', slots: {} },
  gate: { needs: 'phone', function: 'order-and-pay', refusable: 'yes', how: '关闭', stage: 'use', step: 1, arms: [...ALL] },
  'function-reached': { function: 'order-and-pay', reached: 'yes', steps: 3, stoppedBy: null, exhausted: 'no', arms: [...ALL] },
  control: { role: 'guest-path', found: 'control', reached: 'yes', conditions: [], state: 'unknown', taps: 1, arms: [...ALL] },
  display: { masked: 'yes', count: 1, sample: '100****0000', stage: 'use', arms: [...ALL] },
  'response-data': { host: 'api.example', path: '/orders', masked: 'yes', count: 1, shown: 'yes', stage: 'use', arms: [...ALL] },
  operator: { basis: 'icp', number: null },
  landing: { page: 'menu', url: 'https://shop.example/', arms: [...ALL] },
  limit: { what: 'time-out', where: 'https://shop.example/', arms: [...ALL] },
  endpoint: { url: 'https://api.example/', method: 'GET', scheme: 'https' },
  sdk: { name: 'sdk', version: null },
  message: { sender: '10690000', commercial: 'yes', optOut: 'yes', text: '' },
  'record-count': { rows: 1, distinct: 1 },
};

let made = 0;

/** A fact for tests: the plain example with the given details over it. `rest` sets phase, pi, party, label or id. */
export function a<T extends FactType>(
  type: T,
  detail: Partial<FactDetails[T]> = {},
  rest: Partial<Pick<Fact, 'id' | 'phase' | 'pi' | 'party' | 'label'>> = {},
): Fact<T> {
  made += 1;
  return {
    id: `f-test-${made}`,
    type,
    phase: 'before-choice',
    pi: [],
    party: null,
    label: type,
    evidence: [],
    ...rest,
    detail: { ...PLAIN[type], ...detail },
  } as unknown as Fact<T>;
}

/** A consent prompt with its choices, wired to each other: `dialog({}, {role:'agree'}, {role:'refuse'})`. */
export function dialog(
  detail: Partial<FactDetails['prompt']>,
  ...choices: readonly (Partial<FactDetails['choice']> & { label?: string })[]
): readonly Fact[] {
  const prompt = a('prompt', detail);
  const controls = choices.map(({ label, ...choice }) =>
    a('choice', { ...choice, prompt: prompt.id }, { label: label ?? choice.role ?? 'choice' }),
  );
  return [{ ...prompt, detail: { ...prompt.detail, choices: controls.map((control) => control.id) } }, ...controls];
}

/** Another company for tests. */
export function other(more: Partial<Party> = {}): Party {
  return {
    role: 'third',
    domain: 'stat.example',
    company: '示例统计公司',
    service: 'example-stat',
    category: 'analytics',
    why: 'test',
    ...more,
  };
}

/** Judging context: three whole arms, restaurant, dine-in, nothing unread. */
export function contextOf(more: Partial<JudgeContext> = {}): JudgeContext {
  return { kind: 'web', scene: 'S1', channel: 'dine-in', coverage: { read: ['page'], notRead: [] }, arms: [...ALL], ...more };
}
