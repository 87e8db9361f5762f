import type { FileOrigin, MiniPlatform } from '../../program.ts';
import { extensionOf, TARGET_OF_SUFFIX, TEMPLATE_OF } from '../files/file-kinds.data.ts';
import { nameOf } from '../files/paths.ts';
import { partKind } from '../package/package-parts.ts';
import { LIBRARY_FILES, LIBRARY_FOLDERS } from './libraries.data.ts';

export interface Origin {
  readonly origin: FileOrigin;
  readonly why: string | null;
}

const OWN: Origin = { origin: 'own', why: null };
const TEST = new Set(['test', 'tests', '__tests__', 'spec', 'specs', 'e2e', 'cypress', 'minitest', 'unittest', 'unit-test']);
const MOCK = new Set(['mock', 'mocks', '__mocks__', 'fixture', 'fixtures', '__fixtures__', 'mockdata', 'mock-data']);
const DOCS = new Set(['docs', 'doc', 'document', 'documents', '.github', 'wiki', 'screenshots']);
const BUILT = new Set(['dist', 'unpackage', '.temp', '.output', 'typings', 'types', '@types']);
const OTHER_TARGET = new Map([
  ['hybrid', 'App 或网页内嵌页'],
  ['nativeplugins', 'App 原生插件'],
  ['androidprivacy.json', 'App 端'],
  ['cloudfunctions', '云函数（服务器端）'],
  ['cloudfunction', '云函数（服务器端）'],
  ['cloud-functions', '云函数（服务器端）'],
  ['unicloud', '云函数（服务器端）'],
  ['unicloud-aliyun', '云函数（服务器端）'],
  ['unicloud-tcb', '云函数（服务器端）'],
  ['platforms', ''],
]);

/**
 * What a file is to its program, by its path alone. `declared` tells whether the configuration reaches the path (a page called `pages/test/test`
 * is a page); `inProgram` is relative to the root of the program.
 */
export function originOf(
  inProgram: string,
  platform: MiniPlatform,
  declared: (withoutExtension: string) => boolean,
  framework: string,
): Origin {
  const name = nameOf(inProgram);
  const extension = extensionOf(name);
  const stem = extension === '' ? inProgram : inProgram.slice(0, -extension.length);
  const folders = inProgram
    .split('/')
    .slice(0, -1)
    .map((folder) => folder.toLowerCase());
  const library = folders.find((folder) => LIBRARY_FOLDERS.has(folder));
  if (library) return { origin: 'vendored', why: `位于第三方库目录 ${library}` };
  const other = otherTarget(name, extension, folders, platform);
  if (other) return { origin: 'other-target', why: other };
  if (extension === '.md' || extension === '.txt') return { origin: 'documentation', why: '说明文档' };
  if (declared(stem)) return OWN;
  // People unpack a package and work on in the same folder: the compiled form beside the sources is no source.
  if (folders.length === 0 && partKind(name) !== null && extension !== '.json') {
    return { origin: 'generated', why: '编译产物' };
  }
  const component = folders[folders.indexOf('components') + 1];
  if (folders.includes('components') && component?.startsWith('uni-')) {
    return { origin: 'vendored', why: `uni-app 官方组件 ${component}` };
  }
  if (name.endsWith('.d.ts')) return { origin: 'documentation', why: '类型声明文件' };
  if (/[.-]min\.[a-z]+$/.test(name)) return { origin: 'vendored', why: '压缩过的库文件' };
  if (extension === '.nvue' && framework === 'uni-app') return { origin: 'other-target', why: '.nvue 只用于 App' };
  const base = name
    .slice(0, name.length - extension.length)
    .replace(/[.-](?:min|dev|prod|es|esm|umd|cjs|common|global)$/i, '')
    .replace(/[-.]?v?\d+(?:\.\d+)+$/, '');
  if (/^\.(?:m|c)?js$/.test(extension) && LIBRARY_FILES.test(base)) return { origin: 'vendored', why: `常见第三方库文件 ${base}` };
  if (/\.(?:test|spec)\.[a-z]+$/.test(name) || folders.some((folder) => TEST.has(folder))) return { origin: 'test', why: '测试代码' };
  if (/^mock(?:data)?\.[a-z]+$/i.test(name) || /\.mock\.[a-z]+$/.test(name) || folders.some((folder) => MOCK.has(folder))) {
    return { origin: 'mock', why: '模拟数据' };
  }
  if (folders.some((folder) => DOCS.has(folder))) return { origin: 'documentation', why: '位于文档目录' };
  if (framework !== 'native' && folders.some((folder) => BUILT.has(folder))) return { origin: 'generated', why: '构建产物' };
  if (
    /(?:^|\/)(?:gulpfile|webpack[\w.-]*|vite\.config|babel\.config|vue\.config|rollup\.config|postcss\.config|project\.config|project\.private\.config|package(?:-lock)?|tsconfig[\w.-]*|jsconfig|jest\.config|commitlint\.config|\.eslintrc|tailwind\.config)$/.test(
      stem,
    )
  ) {
    return { origin: 'documentation', why: '构建配置，不随程序发布' };
  }
  return OWN;
}

function otherTarget(name: string, extension: string, folders: readonly string[], platform: MiniPlatform): string | null {
  for (const folder of folders) {
    const why = OTHER_TARGET.get(folder);
    if (why) return why;
  }
  const platforms = folders.indexOf('platforms');
  const chosen = platforms === -1 ? undefined : TARGET_OF_SUFFIX.get(folders[platforms + 1] ?? '');
  if (chosen && chosen !== platform) return '其他平台的文件';
  const template = (Object.entries(TEMPLATE_OF) as [MiniPlatform, string][]).find(([, one]) => one === extension);
  if (template && template[0] !== platform) return '其他平台的模板';
  const suffix = /\.([\w-]+)\.[a-z]+$/.exec(name)?.[1];
  const target = suffix ? TARGET_OF_SUFFIX.get(suffix) : undefined;
  return target && target !== platform ? `只用于 ${suffix} 端` : null;
}

/** True for text that a machine has written: hardly any line ends in a long text. Such files in a source tree are libraries. */
export function looksMinified(text: string): boolean {
  if (text.length < 4000) return false;
  let lines = 1;
  const head = text.slice(0, 200_000);
  for (let i = head.indexOf('\n'); i !== -1; i = head.indexOf('\n', i + 1)) lines += 1;
  return head.length / lines > 220;
}
