import { expect, test } from 'vitest';
import type { ConsentFaultKind, ProgramModel } from '../../../collectors/miniprogram/model/program-model.ts';
import { judgeFacts } from '../../../judge.ts';
import { deriveProgramFacts } from './derive.ts';
import type { ProgramInput } from './program-input.ts';
import { at, fault, file, modelOf, point, programOf, SHA } from './testing/made-up.ts';

const input = (model: Partial<ProgramModel>, more: Partial<ProgramInput> = {}): ProgramInput => ({
  program: programOf(),
  model: modelOf(model),
  texts: [],
  declared: null,
  ...more,
});

function outcomes(given: ProgramInput, scene: string | null = 'S1') {
  const notRead = [...given.program.unread, ...given.model.unread];
  const judged = judgeFacts(
    deriveProgramFacts(given),
    { kind: 'miniprogram', scene, channel: null, coverage: { read: [], notRead }, arms: [] },
    '2026-11-24',
  );
  return new Map(judged.map((one) => [one.requirement, one]));
}
const failing = (given: ProgramInput): string[] =>
  [...outcomes(given).values()].filter(({ outcome }) => outcome === 'fail').map((one) => one.requirement);

test('a place becomes evidence with the source quoted and its offsets', () => {
  const js = file('pages/index/index.js', 'Page({\n  onLoad() {\n    wx.getLocation({ type: "gcj02" })\n  }\n})\n');
  const [fact] = deriveProgramFacts(
    input({ points: [point({ place: at(js.path, 3, 'wx.getLocation({ type: "gcj02" })', 5) })] }, { program: programOf([js]) }),
  ).filter(({ type }) => type === 'collects');
  const start = js.text.indexOf('wx.');
  expect(fact?.evidence[0]).toEqual({
    artefact: SHA,
    file: js.path,
    line: 3,
    column: 5,
    span: { start, end: start + 33, quote: 'wx.getLocation({ type: "gcj02" })' },
  });
});

test('facts keep their ids when lines are added above, and equal lines of one file stay apart', () => {
  const ids = (shift: number) =>
    deriveProgramFacts(
      input({
        points: [point({ place: at('a.js', 3 + shift, 'wx.getLocation()') }), point({ place: at('a.js', 9 + shift, 'wx.getLocation()') })],
      }),
    ).map(({ id }) => id);
  expect(ids(0)).toEqual(ids(40));
  expect(new Set(ids(0)).size).toBe(5);
});

const ROW_OF: Readonly<Record<ConsentFaultKind, string>> = {
  'pre-ticked': 'G13',
  'implied-consent': 'G13',
  'decorative-tick-box': 'G10',
  'checked-after-collection': 'G10',
  'location-at-load': 'G10',
  'collected-unasked': 'G10',
  'dead-agreement-link': 'G03',
  'refuse-without-effect': 'G14',
  'forced-loop': 'G11',
  'label-against-effect': 'G17',
  'forced-follow': 'G27',
  'bundled-permissions': 'G25',
};

test.each(Object.entries(ROW_OF))('%s that code shows fails %s; a mere sign of it fails nothing', (kind, row) => {
  const of = (answer: 'yes' | 'unknown') => input({ faults: [fault(kind as ConsentFaultKind, { answer })] });
  expect(failing(of('yes'))).toContain(row);
  expect(outcomes(of('yes')).get(row)?.message.zh).toContain('pages/index/index.wxml:2');
  expect(failing(of('unknown'))).toEqual([]);
  expect(outcomes(of('unknown')).get(row)?.outcome).toBe('cannot-tell');
});

test('a program that asks before it collects, and on a tap, fails nothing; no privacy code of the platform is no fault', () => {
  expect(failing(input({ points: [point({ reason: '用于查找附近门店' })] }))).toEqual([]);
  const phone = point({
    name: 'open-type=getPhoneNumber',
    by: 'component',
    pi: ['phone'],
    scope: null,
    privacyKey: 'PhoneNumber',
    requiredPrivateInfo: null,
    consent: { gate: 'yes', gateKind: 'control-type', initial: 'clear' },
  });
  expect(failing(input({ points: [phone] }))).toEqual([]);
});

test('identity of the platform and device marks at launch, and what the platform no longer hands over, accuse nobody', () => {
  const launch = { trigger: 'launch', gate: 'no' } as const;
  const login = point({ name: 'wx.login', pi: ['platform-id'], scope: null, requiredPrivateInfo: null, privacyKey: null, consent: launch });
  const old = point({
    name: 'wx.getUserInfo',
    pi: ['nickname-avatar'],
    scope: null,
    status: 'abolished',
    consent: launch,
    place: at('b.js', 1),
  });
  const dead = point({ reachable: 'no', consent: launch, place: at('c.js', 1) });
  expect(failing(input({ points: [login, old, dead] }))).toEqual([]);
});

test('nothing passes while a part was not read', () => {
  const gap = { what: '分包 order', why: '缺少', en: { what: 'subpackage order', why: 'missing' } };
  const of = (unread: (typeof gap)[]) => [...outcomes(input({ points: [point()], unread })).values()];
  expect(of([]).some(({ outcome }) => outcome === 'pass')).toBe(true);
  const parts = of([gap]);
  expect(parts.filter(({ outcome }) => outcome === 'pass')).toEqual([]);
  expect(parts.find(({ requirement }) => requirement === 'G13')?.message.zh).toContain('分包 order');
});

test('the documentation’s own sentence as a purpose is no purpose', () => {
  const config = (words: string) => ({ program: programOf([], { config: { permission: new Map([['scope.userLocation', words]]) } }) });
  expect(failing(input({ points: [point()] }, config('你的位置信息将用于小程序位置接口的效果展示')))).toEqual(['G08']);
  expect(failing(input({ points: [point()] }, config('用于推荐离您最近的门店')))).toEqual([]);
});

test('declarations in both directions', () => {
  const declared = {
    name: 'list.json',
    artefact: SHA,
    keys: new Map([
      ['PhoneNumber', { said: null, line: 2 }],
      ['EXUserOpLog', { said: null, line: 3 }],
    ]),
  };
  const given = input({ points: [point()] }, { declared, program: programOf([], { config: { requiredPrivateInfos: ['chooseAddress'] } }) });
  const states = deriveProgramFacts(given).flatMap((fact) =>
    fact.type === 'declaration' ? [`${fact.detail.source} ${fact.label} ${fact.detail.state}`] : [],
  );
  expect(states).toEqual([
    'configuration chooseAddress unused',
    'configuration getLocation missing',
    'platform-list PhoneNumber unused',
    'platform-list EXUserOpLog undecided',
    'platform-list Location missing',
  ]);
  expect(outcomes(given).get('G12')).toMatchObject({ outcome: 'fail' });
  expect(outcomes(given).get('G12')?.message.zh).toContain('Location');
  expect(outcomes({ ...given, declared: null }).get('G12')?.outcome).toBe('cannot-tell');
});

test('a kind that the policy names and no interface takes is declared and not used', () => {
  const text =
    '隐私政策\n一、我们收集的信息\n为展示附近门店，我们收集您的位置信息；为联系您，我们收集您的手机号；为邀请好友，我们读取您的通讯录。\n示例餐饮有限公司';
  const texts = [{ name: 'policy.txt', artefact: SHA, text, document: 'privacy-policy' as const }];
  const unused = (points: ProgramModel['points']) =>
    deriveProgramFacts(input({ points }, { texts })).flatMap((fact) =>
      fact.type === 'declaration' && fact.detail.source === 'policy' ? [fact.label] : [],
    );
  expect(unused([])).toEqual(['location-fuzzy', 'contacts']);
  expect(unused([point()])).toEqual(['contacts']);
});

test('a refusal that the code makes the same as agreeing is none; a dialog that lets one go is in order', () => {
  const dialog = (effect: 'same-as-agree' | 'closes') =>
    input({
      prompts: [
        {
          place: at('pages/index/index.wxml', 4, '<view class="privacy">'),
          page: 'pages/index/index',
          about: 'consent',
          shape: 'popup',
          text: '请阅读并同意《隐私政策》',
          trigger: 'load',
          oneButton: false,
          choices: [
            { role: 'agree', words: '同意', effect: 'agrees', place: at('pages/index/index.wxml', 6, 'agree') },
            { role: 'refuse', words: '不同意', effect, place: at('pages/index/index.wxml', 7, 'refuse') },
          ],
        },
      ],
    });
  expect(failing(dialog('same-as-agree'))).toEqual(['G14']);
  expect(outcomes(dialog('closes')).get('G14')?.outcome).toBe('pass');
});

test('texts: one in the package, one handed over; a link to a page that is not there', () => {
  const words = '隐私政策\n我们收集您的手机号，用于送餐时与您联系。\n示例餐饮有限公司';
  const given = input(
    {
      agreementTexts: [{ place: at('pages/privacy/privacy.wxml', 1), page: 'pages/privacy/privacy', title: '隐私政策', text: words }],
      agreements: [
        {
          place: at('pages/login/login.wxml', 9),
          page: 'pages/login/login',
          title: '《隐私政策》',
          target: 'pages/privacy/privacy',
          opens: 'yes',
          why: { zh: '', en: '' },
          where: 'tick-box',
        },
        {
          place: at('pages/login/login.wxml', 8),
          page: 'pages/login/login',
          title: '《用户协议》',
          target: null,
          opens: 'no',
          why: { zh: '', en: '' },
          where: 'tick-box',
        },
      ],
    },
    { texts: [{ name: 'policy.txt', artefact: SHA, text: words, document: 'privacy-policy' }] },
  );
  const facts = deriveProgramFacts(given);
  expect(facts.filter(({ type }) => type === 'policy-text').map(({ label }) => label)).toEqual(['隐私政策', '隐私政策']);
  expect(
    facts.find((fact) => fact.type === 'policy-clause' && fact.evidence[0]?.file === 'policy.txt' && fact.evidence[0].line === 2),
  ).toBeDefined();
  expect(facts.flatMap((fact) => (fact.type === 'policy-link' ? [[fact.detail.document, fact.detail.reached]] : []))).toEqual([
    ['privacy-policy', 'yes'],
    ['user-agreement', 'no'],
  ]);
});

test('a policy page is read by its lines, each clause with its own line of the file', () => {
  const page = file(
    'pages/privacy/privacy.wxml',
    '<view>\n  <text>隐私政策</text>\n  <text>一、我们收集的信息</text>\n  <text>为送餐时联系您，我们收集您的手机号和收货地址。</text>\n  <text>二、联系我们</text>\n  <text>示例餐饮有限公司，电话 10000000000。</text>\n</view>',
  );
  const text =
    '隐私政策 一、我们收集的信息 为送餐时联系您，我们收集您的手机号和收货地址。 二、联系我们 示例餐饮有限公司，电话 10000000000。';
  const facts = deriveProgramFacts(
    input(
      { agreementTexts: [{ place: at(page.path, 1), page: 'pages/privacy/privacy', title: '隐私政策', text }] },
      { program: programOf([page]) },
    ),
  );
  const clause = facts.find((fact) => fact.type === 'policy-clause' && fact.pi.includes('phone'));
  expect(clause?.evidence[0]).toMatchObject({ file: page.path, line: 4 });
  const { span } = clause?.evidence[0] ?? {};
  expect(page.text.slice(span?.start, span?.end)).toBe(span?.quote);
});

test('hosts, components, unencrypted sending, and kept or hidden things', () => {
  const model = {
    endpoints: [
      {
        url: 'http://api.shop.test/u',
        scheme: 'http',
        host: 'api.shop.test',
        insecure: 'yes',
        use: 'request',
        pi: ['phone'],
        place: at('a.js', 1),
      },
    ],
    thirdParties: [{ kind: 'sdk', name: 'sensorsdata', company: '示例数据', purpose: null, place: at('a.js', 2), used: 'yes' }],
    secrets: [{ kind: 'token-stored', masked: 'token', severe: false, why: { zh: '', en: '' }, place: at('a.js', 3) }],
  } as const;
  const types = deriveProgramFacts(input(model)).map(({ type }) => type);
  expect(types).toEqual(['program', 'sdk', 'endpoint', 'transfer', 'stored']);
  expect(failing(input(model))).toContain('G40');
});

test('controls of rights by the words of pages', () => {
  const page = file('pages/mine/mine.wxml', '<view>\n  <button bindtap="close">注销账号</button>\n  <text>{{删除}}</text>\n</view>');
  const facts = deriveProgramFacts(input({}, { program: programOf([page]) }));
  expect(facts.filter(({ type }) => type === 'control').map(({ label, evidence }) => [label, evidence[0]?.line])).toEqual([
    ['注销账号', 2],
  ]);
});
