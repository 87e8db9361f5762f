import type { ProgramFile, Template, Unread } from '../../program.ts';
import type { ConfigBuilder } from '../config/builder.ts';
import { componentPath } from '../config/read-components.ts';
import { withoutExtension } from '../files/file-kinds.data.ts';
import { type Keeper, partOf } from '../files/make-file.ts';
import { nameOf } from '../files/paths.ts';
import type { ReadLimits } from '../limits.ts';
import { addTemplate } from '../template/add-template.ts';
import { placeOf } from '../text/lines.ts';
import { type Block, cutBlocks, langOf } from '../text/single-file.ts';
import { unread } from '../unread.ts';

/** Adds the scripts of a single-file component as files and its template as a template, both with the positions of the file. */
export function cutComponent(
  file: ProgramFile,
  files: ProgramFile[],
  templates: Map<string, Template>,
  limits: ReadLimits,
  keeper: Keeper,
  own: boolean,
  notRead: Unread[],
): void {
  const { text } = file;
  let template: Block | null = null;
  for (const block of cutBlocks(text)) {
    if (text.slice(block.start, block.end).trim() === '') continue;
    if (block.tag === 'template' && !template) template = block;
    if (block.tag !== 'script' || /json/.test(block.attributes)) continue;
    const { line, column } = placeOf(text, block.start, file);
    const role = /^tsx?$|^uts$/.test(langOf(block)) ? 'typescript' : 'script';
    files.push(partOf(file, { role, start: block.start, end: block.end, line, column }));
  }
  if (!template) return;
  const lang = langOf(template);
  if (lang !== '' && lang !== 'html' && lang !== 'wxml') {
    if (own) notRead.push(unread(file.path, `模板用 ${lang} 书写，没有读`, `the template is written in ${lang}; not read`));
    return;
  }
  addTemplate(file, { from: template.start, to: template.end }, templates, limits, keeper, notRead);
}

const IMPORT = /import\s+([A-Za-z_$][\w$]*)\s+from\s*["']([^"'\n]+)["']/g;

/** Components that a Vue file imports are tags of its template, in both spellings. */
export function addVueComponents(config: ConfigBuilder, files: readonly ProgramFile[], there: (path: string) => boolean): void {
  for (const file of files) {
    if (file.role !== 'single-file-component' || file.origin !== 'own') continue;
    const owner = withoutExtension(file.inProgram);
    for (const [, name = '', reference = ''] of file.text.matchAll(IMPORT)) {
      const path = componentPath(owner, reference.replace(/^@\//, '/'), there);
      if (!/\.(?:vue|nvue|wpy|mpx)$/.test(reference) && !/components?\//i.test(reference)) continue;
      if (!there(path)) continue;
      const tags = config.components.get(owner === 'App' ? '' : owner) ?? new Map<string, string>();
      tags.set(kebab(name), path);
      tags.set(name, path);
      config.components.set(owner === 'App' ? '' : owner, tags);
    }
  }
}

const kebab = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** uni-app finds `components/name/name.vue` by itself, in the program and in each module of `uni_modules`. */
export function easyComponents(config: ConfigBuilder, files: readonly ProgramFile[]): void {
  const tags = config.components.get('') ?? new Map<string, string>();
  for (const file of files) {
    if (file.role !== 'single-file-component') continue;
    const found = /(?:^|\/)components\/([\w-]+)\/([\w-]+)\.\w+$/.exec(file.inProgram);
    if (found && found[1] === found[2] && !tags.has(nameOf(found[1] ?? ''))) tags.set(found[1] ?? '', withoutExtension(file.inProgram));
  }
  if (tags.size > 0) config.components.set('', tags);
}
