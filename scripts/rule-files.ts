import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Rule file of each requirement row that has one, by row id, read off the file names in `packages/inspect/rules`. */
export function ruleFiles(root = join(import.meta.dirname, '..')): Map<string, string> {
  const folder = 'packages/inspect/rules';
  const names = readdirSync(join(root, folder)).filter((name) => /^[a-z]\d{2}-.*(?<!\.test)\.ts$/.test(name));
  return new Map(names.sort().map((name) => [name.slice(0, 3).toUpperCase(), `${folder}/${name}`]));
}
