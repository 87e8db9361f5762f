import type { FileOrigin, MiniPlatform, Program, ProgramFile, Template } from '../../program.ts';
import { parseTemplate } from '../../read/template/parse.ts';
import { cutBlocks, langOf } from '../../read/text/single-file.ts';
import { placeOf } from '../../read/text/lines.ts';

export interface ProgramParts {
  readonly platform?: MiniPlatform;
  readonly framework?: Program['framework'];
  /** Pages in order; when absent every template under `pages/`. */
  readonly pages?: readonly string[];
  readonly titles?: Readonly<Record<string, string>>;
  /** Owner → tag → key. */
  readonly components?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly origins?: Readonly<Record<string, FileOrigin>>;
  readonly permission?: Readonly<Record<string, string>>;
}

/** A program from texts by path, for tests of the model: what the reader would give for a small source tree. */
export function programOf(texts: Readonly<Record<string, string>>, parts: ProgramParts = {}): Program {
  const files: ProgramFile[] = [];
  const templates = new Map<string, Template>();
  for (const [path, text] of Object.entries(texts)) {
    const origin = parts.origins?.[path] ?? 'own';
    const role = /\.(wxml|axml|ttml|swan)$/.test(path)
      ? 'template'
      : /\.(vue|wpy)$/.test(path)
        ? 'single-file-component'
        : /\.tsx?$/.test(path)
          ? 'typescript'
          : /\.json$/.test(path)
            ? 'config'
            : 'script';
    const file: ProgramFile = {
      path,
      inProgram: path,
      role,
      origin,
      originWhy: origin === 'own' ? null : origin,
      text,
      artefact: 'a'.repeat(64),
      startLine: 1,
      startOffset: 0,
    };
    files.push(file);
    const key = path.replace(/\.\w+$/, '');
    if (role === 'template') templates.set(key, { file, nodes: parseTemplate(text, 0, text.length, 10_000).nodes, compiled: false });
    if (role !== 'single-file-component') continue;
    for (const block of cutBlocks(text)) {
      if (block.tag === 'template')
        templates.set(key, { file, nodes: parseTemplate(text, block.start, block.end, 10_000).nodes, compiled: false });
      if (block.tag !== 'script') continue;
      const at = placeOf(text, block.start, file);
      files.push({
        ...file,
        role: langOf(block) === 'ts' ? 'typescript' : 'script',
        text: text.slice(block.start, block.end),
        startLine: at.line,
        startOffset: block.start,
        startColumn: at.column,
      });
    }
  }
  const pages = parts.pages ?? [...templates.keys()].filter((key) => key.startsWith('pages/'));
  return {
    platform: parts.platform ?? 'wechat',
    framework: parts.framework ?? 'native',
    root: '',
    appId: null,
    files,
    templates,
    config: {
      pages: pages.map((path) => ({ path, subpackage: null, title: parts.titles?.[path] ?? null })),
      entry: pages[0] ?? null,
      tabBar: [],
      components: new Map(Object.entries(parts.components ?? {}).map(([owner, tags]) => [owner, new Map(Object.entries(tags))])),
      plugins: [],
      permission: new Map(Object.entries(parts.permission ?? {})),
      requiredPrivateInfos: [],
      requiredBackgroundModes: [],
      usePrivacyCheck: null,
      navigateTo: [],
      places: new Map(),
    },
    read: [],
    unread: [],
  };
}
