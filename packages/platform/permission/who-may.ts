import type { Text } from '@liangjian/law';
import type { Reach, Role } from './rule.ts';
import { rules } from './rules.data.ts';

export const roleTexts: Readonly<Record<Role, Text>> = {
  clerk: { zh: '受理员', en: 'clerk' },
  inspector: { zh: '执法人员', en: 'inspector' },
  reviewer: { zh: '法制审核人员', en: 'legal reviewer' },
  'unit-head': { zh: '科室负责人', en: 'unit head' },
  'department-head': { zh: '部门负责人', en: 'department head' },
  command: { zh: '专项行动指挥', en: 'command' },
  custodian: { zh: '身份保管员', en: 'identity custodian' },
  auditor: { zh: '审计员', en: 'auditor' },
  administrator: { zh: '管理员', en: 'administrator' },
  portal: { zh: '公众门户', en: 'public portal' },
  worker: { zh: '后台任务', en: 'background work' },
  'log-in': { zh: '登录环节', en: 'log-in' },
};

export const reachTexts: Readonly<Record<Reach, Text>> = {
  office: { zh: '本单位', en: 'own office' },
  districts: { zh: '所辖区', en: 'own districts' },
  all: { zh: '全部', en: 'all' },
  own: { zh: '仅限本人', en: 'own only' },
  receipt: { zh: '仅限所持查询码', en: 'only with its receipt' },
};

const stepUpText: Text = { zh: '需要再次验证身份', en: 'after confirming who you are' };

/** One line of the page "who may do what". */
export interface PermissionLine {
  readonly id: string;
  readonly title: Text;
  readonly who: readonly { readonly role: Role; readonly name: Text; readonly reach: Reach; readonly text: Text }[];
  readonly stepUp: Text | null;
}

/** The page "who may do what": the same rules that the database and the commands follow, in the order of the table. */
export const whoMayDoWhat = (): PermissionLine[] =>
  rules.map(({ id, title, who, stepUp }) => ({
    id,
    title,
    who: (Object.entries(who) as [Role, Reach][]).map(([role, reach]) => ({ role, name: roleTexts[role], reach, text: reachTexts[reach] })),
    stepUp: stepUp ? stepUpText : null,
  }));
