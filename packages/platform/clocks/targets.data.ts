import type { Limit } from '@liangjian/law';

/** What an office sets itself for duties without a number in law, unless it sets another. It is no statutory limit, and is shown so. */
export const defaultTargets: Readonly<Record<string, Limit>> = {
  T07: { value: 10, unit: 'working-day' },
};
