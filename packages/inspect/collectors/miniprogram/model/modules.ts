import type { Program, ProgramFile } from '../program.ts';
import { keyOf } from './script.ts';

const READABLE = new Set(['script', 'typescript']);

export interface Modules {
  /** Script files of a key (`pages/index/index`): one, or the blocks of a single-file component. */
  readonly filesOf: (key: string) => readonly ProgramFile[];
  /** The key that an import means; null for something outside the program. */
  readonly resolve: (source: string, fromKey: string) => string | null;
  readonly keys: () => Iterable<string>;
}

/** Finds what `import` and `require` mean: relative, from the root, aliases, index files. */
export function modulesOf(program: Program): Modules {
  const files = new Map<string, ProgramFile[]>();
  for (const file of program.files) {
    if (!READABLE.has(file.role) || file.origin === 'documentation') continue;
    const key = keyOf(file.inProgram);
    const known = files.get(key);
    if (known) known.push(file);
    else files.set(key, [file]);
  }
  const found = new Map<string, string | null>();
  const has = (path: string): string | null => {
    if (files.has(path)) return path;
    if (files.has(`${path}/index`)) return `${path}/index`;
    return null;
  };
  const search = (source: string, fromKey: string): string | null => {
    const plain = source.replace(/[?#].*$/, '').replace(/\.(js|ts|mjs|cjs|jsx|tsx|vue|wpy|mpx)$/, '');
    const folder = fromKey.includes('/') ? fromKey.slice(0, fromKey.lastIndexOf('/')) : '';
    if (/^\.\.?(\/|$)/.test(plain)) return has(join(folder, plain));
    if (plain.startsWith('/')) return has(join('', plain.slice(1)));
    const alias = /^(?:~@|@|~)\/(.+)$/.exec(plain)?.[1];
    const rest = alias ?? plain.replace(/^[@~#]/, '');
    for (const root of ['', 'src', 'miniprogram', 'app']) {
      const hit = has(join(root, rest));
      if (hit) return hit;
    }
    return alias === undefined ? has(join(folder, plain)) : null;
  };
  return {
    filesOf: (key) => files.get(key) ?? [],
    keys: () => files.keys(),
    resolve: (source, fromKey) => {
      const id = `${source}\0${fromKey}`;
      const known = found.get(id);
      if (known !== undefined) return known;
      const result = search(source, fromKey);
      found.set(id, result);
      return result;
    },
  };
}

function join(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const one of path.split('/')) {
    if (one === '' || one === '.') continue;
    if (one === '..') parts.pop();
    else parts.push(one);
  }
  return parts.join('/');
}
