import type { Unread } from '../../program.ts';
import type { ReadLimits } from '../limits.ts';
import { type OpenedPackage, openPackage } from './open-package.ts';

export interface GivenPackage {
  readonly name: string;
  readonly bytes: Buffer;
  /** AppIDs that may open it, the likeliest first. */
  readonly appIds: readonly string[];
}

/**
 * Opens packages that were handed over together. A subpackage hardly ever holds its AppID; the one that its main package was opened with
 * is tried on those that stayed closed.
 */
export function openAll(given: readonly GivenPackage[], limits: ReadLimits, notRead: Unread[]): OpenedPackage[] {
  const first = given.map((one) => open(one, one.appIds, limits));
  const found = [...new Set(first.flatMap(({ opened }) => (opened?.whole && opened.appId ? [opened.appId] : [])))];
  return given.flatMap((one, i) => {
    let result = first[i] ?? open(one, one.appIds, limits);
    if (found.length > 0 && !result.opened?.whole) {
      const again = open(one, found, limits);
      if (again.opened?.whole) result = again;
    }
    notRead.push(...result.notRead);
    return result.opened ? [result.opened] : [];
  });
}

function open(one: GivenPackage, appIds: readonly string[], limits: ReadLimits): { opened: OpenedPackage | null; notRead: Unread[] } {
  const notRead: Unread[] = [];
  return { opened: openPackage(one.bytes, one.name, appIds, limits, notRead), notRead };
}
