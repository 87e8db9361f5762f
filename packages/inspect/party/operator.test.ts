import { expect, test } from 'vitest';
import { isCreditCode, operatorFacts, operatorRecords } from './operator.ts';

// Invented company; the code is computed over an invented registration number.
const CODE = '91310000MA0TEST00';
const withCheck = (() => {
  for (const digit of '0123456789ABCDEFGHJKLMNPQRTUWXY')
    if (isCreditCode(`91310000MA0TE5T00${digit}`.slice(0, 18))) return `91310000MA0TE5T00${digit}`;
  throw new Error('no check digit');
})();

test('a footer gives filing, police record, licence and copyright holder', () => {
  const text = `© 2020-2026 上海试墨餐饮管理有限公司 版权所有 沪ICP备12345678号-1  沪公网安备 31010002000000号 统一社会信用代码 ${withCheck}`;
  expect(operatorRecords(text, 'page').map(({ basis, company, number }) => [basis, company ?? number])).toEqual([
    ['copyright', '上海试墨餐饮管理有限公司'],
    ['icp', '沪ICP备12345678号-1'],
    ['police-record', '沪公网安备31010002000000号'],
    ['licence', withCheck],
  ]);
});

test.each([
  ['上海众驰汽车贸易有限公司　沪ICP备2026000000号', ['上海众驰汽车贸易有限公司', '沪ICP备2026000000号']],
  ['隐私政策 · 用户协议 · 我的上海众驰汽车贸易有限公司 沪ICP备2026000000号', ['上海众驰汽车贸易有限公司', '沪ICP备2026000000号']],
  ['技术支持：上海某网络科技有限公司 沪ICP备2026000000号', ['沪ICP备2026000000号']],
])('the name before a filing is the operator’s, unless it only built the page: %s', (text, expected) => {
  expect(operatorRecords(text, 'page').map(({ company, number }) => company ?? number)).toEqual(expected);
});

test.each([
  ['本政策由上海试墨餐饮管理有限公司制定', '上海试墨餐饮管理有限公司'],
  ['个人信息处理者：上海试墨餐饮管理有限公司，地址', '上海试墨餐饮管理有限公司'],
  ['欢迎使用。上海试墨餐饮管理有限公司（以下简称“我们”）重视', '上海试墨餐饮管理有限公司'],
  ['“我们”指试墨（上海）网络科技股份有限公司', '试墨（上海）网络科技股份有限公司'],
])('a policy names its controller: %s', (text, company) => {
  expect(operatorRecords(text, 'policy')).toMatchObject([{ basis: 'policy-controller', company }]);
  expect(operatorRecords(text, 'page')).toEqual([]);
});

test.each(['沪ICP备123号', 'ICP备12345678号', `统一社会信用代码 ${CODE}X`, '本公司有限', '版权声明', '与第三方公司合作', ''])(
  'nothing is read into %s',
  (text) => {
    expect(operatorRecords(text, 'policy')).toEqual([]);
  },
);

test('every single changed character of a licence code is noticed', () => {
  const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  for (let at = 0; at < 18; at += 1) {
    for (const digit of digits) {
      if (digit !== withCheck[at]) expect(isCreditCode(withCheck.slice(0, at) + digit + withCheck.slice(at + 1))).toBe(false);
    }
  }
});

test('repeated records are one fact with the place of the first', () => {
  const facts = operatorFacts('沪ICP备12345678号 … 沪ICP备12345678号', 'page', (span) => [{ artefact: 'a', span }]);
  expect(facts).toHaveLength(1);
  expect(facts[0]).toMatchObject({ label: '沪ICP备12345678号', phase: 'static', evidence: [{ span: { start: 0 } }] });
});
