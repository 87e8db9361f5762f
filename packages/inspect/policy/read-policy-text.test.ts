import { policyElements } from '@liangjian/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PolicyReading, readPolicyText } from './read-policy-text.ts';
import { ENGLISH, policy, SECTIONS } from './testing/policies.ts';

const clause = (reading: PolicyReading, element: string) => {
  const found = reading.clauses.find((one) => one.element === element);
  if (!found) throw new Error(`no clause ${element}`);
  return found;
};
const verdict = (text: string, element: string) => clause(readPolicyText(text), element).verdict;

describe('a complete policy', () => {
  const reading = readPolicyText(policy());

  it('gives one clause for every element of the law package', () => {
    expect(reading.clauses.map(({ element }) => element).sort()).toEqual(policyElements.map(({ id }) => id).sort());
  });

  it.each(policyElements.filter(({ requirement, when }) => requirement === 'G05' && when === 'always').map(({ id }) => id))(
    'finds %s',
    (id) => {
      expect(clause(reading, id).verdict).toBe('present');
    },
  );

  it('takes out who, when and how long', () => {
    expect(reading.controllers).toEqual(['苏州云雀茶饮有限公司']);
    expect(reading.effectiveDate).toBe('2026-03-08');
    expect(reading.simplified).toBe('yes');
    expect(clause(reading, 'controller-contact').slots['e-mail']).toEqual(['hi@yunque.example']);
    expect(clause(reading, 'retention').slots['term']).toContain('三年');
    expect(clause(reading, 'response-time').slots['response-time']).toContain('十五个工作日');
    expect(clause(reading, 'children-rule').slots['under-14']).toEqual(['yes']);
    expect(clause(reading, 'cross-border').slots['abroad']).toEqual(['no']);
  });

  it('names what is collected and not what is denied', () => {
    const { pi } = clause(reading, 'categories');
    expect(pi).toEqual(expect.arrayContaining(['phone', 'device-id', 'ip-address']));
    expect(pi).not.toContain('id-number');
    expect(pi).not.toContain('biometric');
  });

  it.each([
    ['孩子姓名、出生年月', ['name', 'minor', 'birth-date']],
    ['收货人姓名、地址、电话', ['name', 'address', 'phone']],
    ['称呼和联系电话', ['name', 'phone']],
  ] as const)('reads %s as what it asks', (words, kinds) => {
    const read = readPolicyText(policy([], { collect: `二、我们拿到哪些信息\n下单时，您填写${words}，用于为您服务。` }));
    expect(clause(read, 'categories').pi).toEqual(expect.arrayContaining([...kinds]));
  });
  it('takes the address of the company for nobody’s', () => {
    expect(clause(reading, 'categories').pi).not.toContain('minor');
    const read = readPolicyText(
      policy(['sharing'], { collect: '二、我们拿到哪些信息\n您填写手机号，我们收集用于取餐。\nIP地址：用于排查故障。' }),
    );
    expect(clause(read, 'categories').pi).not.toContain('address');
  });

  it('names recipients and code kits, and keeps them apart from the processor', () => {
    expect(clause(reading, 'recipients-list').slots['recipients']).toContain('杭州信鸽配送有限公司');
    expect(clause(reading, 'sdk-list').slots['sdk']).toEqual(expect.arrayContaining(['灰喜鹊统计', '北京灰喜鹊数据有限公司']));
    expect(clause(reading, 'sdk-list').slots['links']).toEqual(['https://magpie.example/p']);
  });

  it('tells the ways to use rights with their conditions', () => {
    const roles = new Map(reading.controls.map((control) => [control.role, control.conditions]));
    expect([...roles.keys()]).toEqual(
      expect.arrayContaining([
        'account-closing',
        'deletion',
        'correction',
        'access',
        'consent-withdrawal',
        'complaint',
        'personalisation-switch',
        'marketing-switch',
      ]),
    );
    expect(roles.get('account-closing')?.join()).toContain('手持身份证照片');
  });
});

describe('one element left out', () => {
  it.each([
    ['retention', 'retention'],
    ['closing', 'account-closing'],
    ['withdrawal', 'consent-withdrawal'],
    ['complaint', 'complaint-channel'],
    ['minors', 'children-rule'],
    ['abroad', 'cross-border'],
    ['change', 'change-notice'],
    ['date', 'effective-date'],
    ['sdk', 'sdk-list'],
    ['safety', 'breach-notice'],
  ])('without the section %s, %s is absent and nothing else changes to absent', (section, element) => {
    const full = readPolicyText(policy())
      .clauses.filter((one) => one.verdict === 'absent')
      .map((one) => one.element);
    const reading = readPolicyText(policy([section]));
    expect(clause(reading, element).verdict).toBe('absent');
    const related = new Set([element, 'guardian-consent', 'security-measures', ...full]);
    expect(reading.clauses.filter((one) => one.verdict === 'absent' && !related.has(one.element)).map((one) => one.element)).toEqual([]);
  });

  it('without any name or address, both are missing', () => {
    const reading = readPolicyText(policy(['who', 'complaint']));
    expect(clause(reading, 'controller-name').verdict).toBe('absent');
    expect(clause(reading, 'controller-contact').verdict).toBe('absent');
  });
});

describe('what is not an element', () => {
  it('a heading over nothing is empty', () => {
    expect(verdict(policy([], { retention: '三、保存期限' }), 'retention')).toBe('empty');
  });
  const HOLLOW =
    '隐私政策\n云雀公司尊重用户的个人隐私权。\n一、收集信息的目的\n二、信息的保存期限\n（略）\n三、您的权利\n四、撤回同意\n五、联系我们\n我们会更新本政策。';
  it('three headings over nothing make a short text a whole one, for what they promise', () => {
    expect([verdict(HOLLOW, 'purposes'), verdict(HOLLOW, 'retention'), verdict(HOLLOW, 'rights-how')]).toEqual(['empty', 'empty', 'empty']);
    expect(verdict(HOLLOW, 'complaint-channel')).toBe('unreadable');
  });
  it('headings that a press may unfold promise nothing empty', () => {
    expect(verdict(HOLLOW.replace(/^([一二三四五]、.*)$/gm, '$1 ▼'), 'purposes')).toBe('unreadable');
  });
  it('a heading over other words is not certain', () => {
    expect(verdict(policy([], { retention: '三、保存期限\n我们重视每一位客人。' }), 'retention')).toBe('unreadable');
  });
  it.each(['上海市虚构区人民政府办公室', '虚构晚报社', '虚构古镇管理委员会', '虚构市图书馆'])(
    'knows %s, a public body, for a processor',
    (name) => {
      const who = clause(readPolicyText(policy([], { who: `一、我们是谁\n个人信息处理者：${name}（以下称“我们”）。` })), 'controller-name');
      expect(who.verdict).toBe('present');
      expect(who.slots['controller']).toEqual([name]);
    },
  );
  it.each(['XX公司', '【请填写公司名称】', '[公司名称]', '＿＿＿＿'])('the remnant %s of a template is no name', (remnant) => {
    const who = clause(readPolicyText(policy(['complaint'], { who: `一、我们是谁\n个人信息处理者：${remnant}。` })), 'controller-name');
    expect(who.verdict).toBe('empty');
    expect(who.slots['template']).toHaveLength(1);
  });
  it('takes no lead-in for a part of the name', () => {
    const who = clause(readPolicyText(policy([], { who: '本政策由苏州云雀茶饮有限公司（下称“我们”）制定。' })), 'controller-name');
    expect(who.slots['controller']).toEqual(['苏州云雀茶饮有限公司']);
  });
  it('a template mailbox is no contact', () => {
    const text = policy(['complaint'], { who: '一、我们是谁\n个人信息处理者：苏州云雀茶饮有限公司。\n联系邮箱：xxx@xxx.com' });
    expect(verdict(text, 'controller-contact')).toBe('empty');
  });
  it('two processors contradict', () => {
    const text = policy([], { who: `${SECTIONS['who']}\n个人信息处理者：青岛海星餐饮有限公司。` });
    expect(verdict(text, 'controller-name')).toBe('contradicts');
  });
  it('sharing with nobody named is empty', () => {
    expect(verdict(policy(['sdk'], { sharing: '七、给谁\n我们可能与合作伙伴等第三方共享。' }), 'recipients-list')).toBe('empty');
  });
  it('a list on another page is by link', () => {
    expect(verdict(policy(['sdk'], { sharing: '七、给谁\n详见《第三方信息共享清单》。' }), 'recipients-list')).toBe('by-link');
  });
  it.each(['我们不进行个性化推荐，也不发送营销短信。', '本店没有使用自动化决策，不会向您推送广告。'])('%s is a denial', (pushes) => {
    const read = readPolicyText(policy([], { pushes: `十、推荐\n${pushes}` }));
    expect([clause(read, 'automated-decision').verdict, clause(read, 'marketing-choice').verdict]).toEqual(['absent', 'absent']);
    expect(clause(read, 'marketing-choice').slots['denied']).toHaveLength(1);
  });
  it.each([
    ['我们会根据您的偏好做个性化推荐。关闭后，我们不再进行个性化推荐。', 'present'],
    ['我们会根据您的偏好向您做个性化推荐。我们不会向未成年人进行个性化推荐。', 'empty'],
    ['我们会根据您的偏好向您做个性化推荐。我们不向第三方发送个性化推荐结果。', 'empty'],
  ] as const)('%s: a denial in one case denies nothing', (pushes, expected) => {
    expect(verdict(policy([], { pushes: `十、推荐\n${pushes}` }), 'automated-decision')).toBe(expected);
  });
  it('pushes without a way out are empty', () => {
    expect(verdict(policy([], { pushes: '十、推荐\n我们会根据您的点单偏好向您做个性化推荐。' }), 'automated-decision')).toBe('empty');
  });
});

describe('texts that cannot be read accuse nobody', () => {
  const missing = (text: string) =>
    readPolicyText(text)
      .clauses.filter(({ verdict: one }) => one === 'absent' || one === 'empty')
      .map(({ element }) => element);
  it.each([
    ['empty', ''],
    ['short', '隐私政策\n我们保护您的信息。'],
    ['English', ENGLISH],
    ['log-in wall', `隐私政策\n请先登录后查看\n${policy(['retention']).slice(0, 500)}`],
    ['cut off', `${policy(['retention']).slice(0, 450)}\n展开全文`],
    ['not a policy', '春眠不觉晓，处处闻啼鸟。'.repeat(60)],
  ])('%s', (_, text) => expect(missing(text)).toEqual([]));

  it('says that English is not simplified Chinese', () => expect(readPolicyText(ENGLISH).simplified).toBe('no'));
});

describe('other writing', () => {
  it('reads Traditional characters and says so', () => {
    const text = policy()
      .replace(/们/g, '們')
      .replace(/个/g, '個')
      .replace(/电话/g, '電話')
      .replace(/号/g, '號')
      .replace(/隐私/g, '隱私')
      .replace(/时/g, '時')
      .replace(/条/g, '條')
      .replace(/处/g, '處')
      .replace(/为/g, '為')
      .replace(/账/g, '賬')
      .replace(/设/g, '設')
      .replace(/备/g, '備')
      .replace(/单/g, '單')
      .replace(/续/g, '續');
    const reading = readPolicyText(text);
    expect(reading.simplified).toBe('no');
    expect(clause(reading, 'retention').verdict).toBe('present');
  });
  it('reads radicals in the place of characters, and letters set apart', () => {
    expect(verdict(policy(['retention']).concat('\n订单保存至⽤⼾注 销 后六 个 ⽉。'), 'retention')).toBe('present');
    expect(verdict('⻚面隐私政策\n'.concat(policy(['closing'])).concat('\n您可以注\u200b销账号。'), 'account-closing')).toBe('present');
  });
  it('reads a table of code kits', () => {
    const row = (cells: string) => ({ text: cells, hint: 'row' as const });
    const parts = [
      ...policy(['sdk'])
        .split('\n')
        .map((text) => ({ text, hint: null })),
      row('SDK名称\t公司名称\t使用目的\t收集信息'),
      row('灰喜鹊推送\t北京灰喜鹊数据有限公司\t推送取餐通知\t设备标识'),
    ];
    let at = 0;
    const lines = parts.map(({ text, hint }) => {
      const line = { start: at, end: at + text.length, hint, level: 0, node: null };
      at += text.length + 1;
      return line;
    });
    const sdk = clause(readPolicyText({ text: parts.map(({ text }) => text).join('\n'), lines }), 'sdk-list');
    expect(sdk.verdict).toBe('present');
    expect(sdk.slots['rows']).toEqual(['灰喜鹊推送 | 北京灰喜鹊数据有限公司 | 推送取餐通知 | 设备标识 | ']);
  });
});

describe('texts beside the policy', () => {
  it('a list owes only its own subject', () => {
    const reading = readPolicyText(
      '个人信息收集清单\n1. 手机号：用于通知取餐。\n2. 收货地址：用于配送。\n3. 订单记录：用于售后。',
      'collection-list',
    );
    expect(reading.clauses.map(({ verdict: one }) => one)).not.toContain('absent');
    expect(clause(reading, 'collection-list').verdict).toBe('present');
    expect(clause(reading, 'categories').pi).toContain('phone');
  });
  it('a sharing list names recipients', () => {
    const reading = readPolicyText('第三方信息共享清单\n接收方：杭州信鸽配送有限公司；目的：送货；信息种类：收货地址。', 'sharing-list');
    expect(clause(reading, 'recipients-list').slots['recipients']).toContain('杭州信鸽配送有限公司');
  });
  it('a children rule gives the rule for children', () => {
    expect(
      clause(readPolicyText('儿童个人信息保护规则\n不满十四周岁的儿童使用前，须取得监护人同意。', 'children-rule'), 'guardian-consent')
        .verdict,
    ).toBe('present');
  });
});

describe('spans', () => {
  const holds = (text: string) => {
    const { outline, clauses } = readPolicyText(text);
    expect(outline.source).toBe(text);
    for (const { start, end } of [...outline.sentences, ...clauses.flatMap(({ sentences }) => sentences)]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(end).toBeGreaterThan(start);
    }
  };
  it('quote the source word for word', () => {
    const text = policy();
    const { outline, clauses } = readPolicyText(text);
    const [first] = clause({ ...readPolicyText(text), clauses }, 'retention').sentences;
    expect(outline.source.slice(first?.start, first?.end)).toBe('订单相关的内容保存三年，期满删除。');
  });
  it('stay inside any text, in order and without overlap', () => {
    const bits = fc.constantFrom(
      ...Object.values(SECTIONS),
      '\u200b',
      ' ',
      '\t',
      '\n',
      '⽤⼾',
      '㈱',
      'ﬁ',
      '𠮷',
      '①',
      '【',
      '删 除',
      '一、',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        holds(text);
        const { sentences } = readPolicyText(text).outline;
        for (const [at, one] of sentences.entries()) expect(one.start).toBeGreaterThanOrEqual(sentences[at - 1]?.end ?? 0);
      }),
      { numRuns: 60 },
    );
  });
});

it('reads a long text in linear time', () => {
  const text = policy().repeat(Math.ceil(100_000 / policy().length));
  readPolicyText(text);
  const from = performance.now();
  readPolicyText(text);
  const once = performance.now() - from;
  // Generous for a busy machine; a quadratic step would take many seconds.
  expect(once).toBeLessThan(1500);
});

describe('sentences about the shop itself', () => {
  const own = policy(['rights', 'closing', 'withdrawal'], {
    safety: '十二、安全\n存放位置只有值班人员可以凭账号进入，所有查看、导出都会留下记录。',
    minors: '九、孩子\n如果监护人发现孩子误填，请联系我们，我们核对后马上删除。',
    change: '十三、改动\n处理目的变化的，我们会修改本文本并弹窗提示。',
    pushes: '',
  });

  it.each(['rights-how', 'correction-deletion'])('are no way to use a right: %s', (element) => {
    expect(verdict(own, element)).not.toBe('present');
  });
});
