import { districts } from '@liangjian/law';
import type { Context } from '../store/index.ts';

const CITY_AND_DISTRICTS: readonly string[] = districts.filter(({ kind }) => kind !== 'old').map(({ code }) => code);

/** What is known of an officer at this moment. */
export interface OfficerAttributes {
  readonly id: string;
  readonly office: string;
  readonly level: 'city' | 'district';
  readonly district: string;
  readonly clearance: number;
  readonly roles: readonly string[];
  readonly recused: readonly string[];
}

/** With whose eyes an officer's requests see: a city office looks over all districts, a district office over its own. */
export const contextOf = ({ id, office, level, district, clearance, roles, recused }: OfficerAttributes): Context => ({
  actor: id,
  roles,
  office,
  districts: level === 'city' ? CITY_AND_DISTRICTS : [district],
  clearance,
  recused,
});
