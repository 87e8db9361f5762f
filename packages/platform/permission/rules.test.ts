import { describe, expect, test } from 'vitest';
import { may, ruleOf } from './may.ts';
import { policySql } from './policies.ts';
import { OFFICER_ROLES, SYSTEM_ROLES } from './rule.ts';
import { rules } from './rules.data.ts';
import { scopes } from './scopes.data.ts';
import { roleTexts, whoMayDoWhat } from './who-may.ts';

const clerk = { actor: 'a', roles: ['clerk'], office: 'samr-huangpu', districts: ['310101'], clearance: 1 };

describe('the table of permissions', () => {
  test('every rule opens tables that exist, to roles that exist, with verbs that exist', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, on, who, title } of rules) {
      for (const [table, verbs] of Object.entries(on)) {
        expect(Object.keys(scopes), id).toContain(table);
        expect(verbs, id).toMatch(/^r?c?u?d?$/);
      }
      for (const role of Object.keys(who)) expect([...OFFICER_ROLES, ...SYSTEM_ROLES], id).toContain(role);
      expect(title.zh && title.en, id).toBeTruthy();
    }
  });

  test('every table is locked for everybody before it is opened for somebody', () => {
    const sql = policySql();
    for (const table of Object.keys(scopes)) {
      expect(sql).toContain(`alter table ${table} force row level security;`);
      expect(sql).toContain(`revoke all on ${table} from public`);
    }
  });

  test('identities have one door, and no officer but the custodian', () => {
    const readers = rules.filter(({ on }) => on['vault.identity']?.includes('r'));
    expect(readers.map(({ id, door, who, stepUp }) => ({ id, door, who: Object.keys(who), stepUp }))).toEqual([
      { id: 'identity.open', door: 'vault', who: ['custodian'], stepUp: true },
    ]);
  });

  test('the auditor reads acts and nothing of a tip or a vault', () => {
    const tables = rules.filter(({ who }) => 'auditor' in who).flatMap(({ on }) => Object.keys(on));
    const closed = ['app.tip', 'app.message', 'vault.tip_body', 'vault.tip_key', 'vault.identity', 'vault.receipt', 'vault.attachment'];
    expect(tables.filter((table) => closed.includes(table))).toEqual([]);
    expect(tables).toContain('audit.entry');
  });

  test('a check answers as the policies do', () => {
    const tip = { office: 'samr-huangpu', district: '310101', clearance: 1, ids: ['t1', 'o1'] };
    expect(may(clerk, 'tip.read')).toBe(true);
    expect(may(clerk, 'tip.read', tip)).toBe(true);
    expect(may(clerk, 'tip.read', { ...tip, office: 'cac-huangpu' })).toBe(false);
    expect(may(clerk, 'tip.read', { ...tip, clearance: 2 })).toBe(false);
    expect(may({ ...clerk, recused: ['o1'] }, 'tip.read', tip)).toBe(false);
    expect(may({ ...clerk, roles: ['command'] }, 'tip.read', { ...tip, office: 'cac-huangpu' })).toBe(true);
    expect(may({ ...clerk, roles: ['command'] }, 'tip.read', { ...tip, district: '310104' })).toBe(false);
    expect(may({ ...clerk, roles: ['auditor'] }, 'tip.read')).toBe(false);
    expect(may(clerk, 'filter.keep', { owner: 'a' })).toBe(true);
    expect(may(clerk, 'filter.keep', { owner: 'b' })).toBe(false);
    expect(() => may(clerk, 'tip.raed')).toThrow(RangeError);
    expect(() => ruleOf('')).toThrow(RangeError);
  });

  test('the page says of every role what it may', () => {
    const lines = whoMayDoWhat();
    for (const role of OFFICER_ROLES)
      expect(
        lines.some(({ who }) => who.some((one) => one.role === role)),
        role,
      ).toBe(true);
    expect(lines.find(({ id }) => id === 'identity.open')).toMatchObject({
      who: [{ name: roleTexts.custodian, text: { zh: '所辖区' } }],
      stepUp: { zh: '需要再次验证身份' },
    });
  });
});
