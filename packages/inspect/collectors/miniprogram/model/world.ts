import type { Program, ProgramFile, Unread } from '../program.ts';
import { type Modules, modulesOf } from './modules.ts';
import { parseScript } from './parse-script.ts';
import { readScript } from './read-script.ts';
import type { Script } from './script.ts';

/** The scripts of one program, each parsed at most once and only when asked for. */
export interface World {
  readonly program: Program;
  readonly modules: Modules;
  readonly watched: ReadonlySet<string>;
  /** Every script of a key, parsed. Tests, mocks and other targets give none. */
  readonly load: (key: string) => readonly Script[];
  /** The same, only of files that are parsed already or whose text promises to matter: what a name stands for is no reason to parse a library. */
  readonly loadIfTelling: (key: string) => readonly Script[];
  readonly parse: (file: ProgramFile) => Script | null;
  readonly parsed: ReadonlyMap<ProgramFile, Script | null>;
  readonly unread: Unread[];
  readonly bytes: () => number;
}

/** Wrappers of the platform object, checks of agreement, parts of pages. */
const TELLING =
  /promisif|pify|agree|privacy|protocol|consent|mixin|Behavior\(|(?:=|\(|return|default)\s*(?:wx|uni|my|tt|swan|Taro)\s*[;,)\n}]|(?:wx|uni|my|tt|swan|Taro)\[|methods\s*:/i;
const LONGEST_TELLING = 80_000;
const NOT_RUN = new Set(['test', 'mock', 'other-target', 'documentation']);

export function openWorld(program: Program, watched: ReadonlySet<string>): World {
  const modules = modulesOf(program);
  const parsed = new Map<ProgramFile, Script | null>();
  const unread: Unread[] = [];
  let bytes = 0;
  // Asked anew for every name that an import brings in: the text is searched once.
  const telling = new Map<ProgramFile, boolean>();
  const tells = (file: ProgramFile): boolean => {
    const known = telling.get(file);
    if (known !== undefined) return known;
    const { text } = file;
    const found = text.length < LONGEST_TELLING && TELLING.test(text);
    telling.set(file, found);
    return found;
  };
  const parse = (file: ProgramFile): Script | null => {
    const known = parsed.get(file);
    if (known !== undefined) return known;
    const text = file.text;
    bytes += text.length;
    const { tree, how, error } = parseScript(text, file.role === 'typescript' || file.path.endsWith('.tsx'));
    let script: Script | null = null;
    if (tree) {
      try {
        script = readScript(file, tree, program.platform, watched);
      } catch (failure) {
        if (!(failure instanceof RangeError)) throw failure;
      }
    }
    parsed.set(file, script);
    if (!script || how === 'recovered') unread.push(unreadScript(file.path, script !== null, error ?? 'nested too deeply'));
    return script;
  };
  return {
    program,
    modules,
    watched,
    parse,
    parsed,
    unread,
    bytes: () => bytes,
    loadIfTelling: (key) =>
      modules
        .filesOf(key)
        .filter((file) => !NOT_RUN.has(file.origin) && (parsed.has(file) || tells(file)))
        .map(parse)
        .filter((one) => one !== null),
    load: (key) =>
      modules
        .filesOf(key)
        .filter((file) => !NOT_RUN.has(file.origin))
        .map(parse)
        .filter((one) => one !== null),
  };
}

const unreadScript = (path: string, partly: boolean, error: string): Unread => ({
  what: path,
  why: partly ? `脚本有语法错误（${error}），只读出一部分` : `脚本无法解析（${error}），仅按文字检索，未作判断`,
  en: {
    what: path,
    why: partly
      ? `the script has a syntax error (${error}) and was read in part`
      : `the script cannot be parsed (${error}); it was only searched as text and not judged`,
  },
});
