import type { ProgramFile, Template, Unread } from '../../program.ts';
import { withoutExtension } from '../files/file-kinds.data.ts';
import type { Keeper } from '../files/make-file.ts';
import type { ReadLimits } from '../limits.ts';
import { unread } from '../unread.ts';
import { lazyTemplate } from './lazy-template.ts';
import { DEEPEST, parseTemplate } from './parse.ts';

/** Adds the template of a file. Own ones are parsed at once, because what they hold too much of must be said. */
export function addTemplate(
  file: ProgramFile,
  range: { from: number; to: number | null },
  templates: Map<string, Template>,
  limits: ReadLimits,
  keeper: Keeper,
  notRead: Unread[],
): void {
  const key = withoutExtension(file.inProgram);
  if (file.origin !== 'own') {
    // A library's copy never takes the place of an own template of the same name.
    if (!templates.has(key)) templates.set(key, lazyTemplate(file, range.from, range.to, limits));
    return;
  }
  const { text } = file;
  if (keeper.nodes < 0 && !mayBeCut(text)) {
    templates.set(key, lazyTemplate(file, range.from, range.to, limits));
    return;
  }
  const { nodes, count, cut } = parseTemplate(text, range.from, range.to ?? text.length, limits.nodes);
  if (cut)
    notRead.push(unread(file.path, '模板过大或嵌套过深，只读了一部分', 'this template is too large or nested too deeply; read in part'));
  // A very large program keeps no more trees than it may: the rest is parsed again when somebody looks at it.
  keeper.nodes -= count;
  if (keeper.nodes < 0) templates.set(key, lazyTemplate(file, range.from, range.to, limits));
  else templates.set(key, { file, nodes, compiled: false });
}

/** Whether a template has elements enough to be too many or too deep: one that has not needs no parsing to know. */
function mayBeCut(text: string): boolean {
  let left = DEEPEST;
  for (let at = text.indexOf('<'); at !== -1 && left > 0; at = text.indexOf('<', at + 1)) left -= 1;
  return left <= 0;
}
