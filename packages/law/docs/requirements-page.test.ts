import { describe, expect, test } from 'vitest';
import { requirements } from '../requirements/index.ts';
import { renderRequirementsPage } from './requirements-page.ts';

describe('renderRequirementsPage', () => {
  const page = renderRequirementsPage(new Map([['G13', 'packages/inspect/rules/g13-no-pre-ticked-consent.ts']]));
  const row = (id: string) => page.split('\n').find((line) => line.startsWith(`| ${id} |`)) ?? '';

  test('every row stands in the page once', () => {
    for (const { id } of requirements)
      expect(
        page.split('\n').filter((line) => line.startsWith(`| ${id} |`)),
        id,
      ).toHaveLength(1);
  });

  test('a row with a rule links to it, others go to the officer', () => {
    expect(row('G13')).toContain('[g13-no-pre-ticked-consent.ts](../packages/inspect/rules/g13-no-pre-ticked-consent.ts)');
    expect(row('G14')).toContain('officer checklist');
    expect(page).toContain(`${requirements.length} rows: 1 with a rule, ${requirements.length - 1} as an officer checklist`);
  });

  test('law is cited as in a decision and doubt is shown', () => {
    expect(row('G13')).toContain('《中华人民共和国个人信息保护法》第十四条；');
    expect(row('G51')).toContain('unverified');
    expect(row('G13')).toContain(' verified ');
  });

  test('every table row has nine cells', () => {
    for (const line of page.split('\n').filter((one) => /^\| [A-Z]\d/.test(one))) expect(line.split(' | ')).toHaveLength(9);
  });

  test('a rule for a row that does not exist is an error', () => {
    expect(() => renderRequirementsPage(new Map([['G99', 'x.ts']]))).toThrow(RangeError);
  });
});
