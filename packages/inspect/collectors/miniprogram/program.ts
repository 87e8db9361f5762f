/** The platforms whose programs are read. */
export type MiniPlatform = 'wechat' | 'alipay' | 'douyin' | 'baidu';

/** What a file is to its program. Only `own` files can carry a finding; a `vendored` one counts when own code uses it. */
export type FileOrigin = 'own' | 'vendored' | 'test' | 'mock' | 'generated' | 'other-target' | 'documentation';

export type FileRole = 'script' | 'typescript' | 'template' | 'single-file-component' | 'config' | 'style' | 'text';

/**
 * One readable file of a program, whatever container it came from.
 *
 * `text` and `artefact` are read on demand (getters): ask for them only of files that matter, do not copy or spread a file.
 *
 * A single-file component (`.vue`, `.wpy`) is one `single-file-component` file with its whole text, to which its `Template` refers,
 * and beside it one `script` or `typescript` file for each of its script blocks, with the same `path` and `inProgram`:
 * its `text` is the block alone, `startLine`, `startOffset` and `startColumn` say where it begins.
 * A module of a compiled bundle has the bundle's `path` and the module's own name as `inProgram`.
 */
export interface ProgramFile {
  /** Path relative to the inspected root, `/` separated, without `..`: what a finding names. Inside a package: `<package>/<path in package>`. */
  readonly path: string;
  /** Path relative to the root of the program (`pages/index/index.js`), by which pages, imports and components refer to it. */
  readonly inProgram: string;
  readonly role: FileRole;
  readonly origin: FileOrigin;
  /** Why it is not `own`; null when it is. */
  readonly originWhy: string | null;
  /** Decoded text, platform conditions of other targets blanked out with spaces so that offsets, lines and columns stay those of the file. */
  readonly text: string;
  /** SHA-256 of the artefact (the file, or the package) that `text` was read from. */
  readonly artefact: string;
  /** Where `text` begins in the artefact: line (from 1) and UTF-16 offset; 1 and 0 for a file of its own. */
  readonly startLine: number;
  readonly startOffset: number;
  /** Column (from 1) of the first character of `text` on its first line; 1 when absent. */
  readonly startColumn?: number;
}

/** An element of a template, read from source or recovered from a compiled function. Positions are UTF-16 offsets in `file.text`. */
export interface TemplateNode {
  readonly tag: string;
  /** Attributes by name as written in the source language (`open-type`, `bindgetphonenumber`, `wx:if`, `@tap`); true for a bare one. */
  readonly attributes: ReadonlyMap<string, TemplateAttribute>;
  readonly children: readonly (TemplateNode | TemplateText)[];
  readonly start: number;
  readonly end: number;
}

export interface TemplateAttribute {
  readonly value: string | true;
  readonly start: number;
  readonly end: number;
}

export interface TemplateText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Template {
  readonly file: ProgramFile;
  readonly nodes: readonly (TemplateNode | TemplateText)[];
  /** True when it was recovered from compiled code: positions then name the compiled function. */
  readonly compiled: boolean;
}

/** What was not read of a program: Chinese first, English beside it. */
export interface Unread {
  readonly what: string;
  readonly why: string;
  readonly en: { readonly what: string; readonly why: string };
}

/** One program, ready to be modelled: every later stage sees only this. */
export interface Program {
  readonly platform: MiniPlatform;
  readonly framework: 'native' | 'uni-app' | 'taro' | 'mpvue' | 'wepy' | 'unknown';
  /** Path of the program's root relative to the inspected root; `` when it is the root. */
  readonly root: string;
  readonly appId: string | null;
  readonly files: readonly ProgramFile[];
  /** Templates by `inProgram` path without extension (`pages/index/index`). */
  readonly templates: ReadonlyMap<string, Template>;
  /** Merged configuration: pages in order, subpackage pages included, each without extension. */
  readonly config: ProgramConfig;
  readonly read: readonly string[];
  readonly unread: readonly Unread[];
}

export interface ProgramConfig {
  readonly pages: readonly { readonly path: string; readonly subpackage: string | null; readonly title: string | null }[];
  readonly entry: string | null;
  readonly tabBar: readonly string[];
  /** `usingComponents` per page or component path (`` for the application): tag → path without extension. */
  readonly components: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly plugins: readonly { readonly alias: string; readonly provider: string }[];
  readonly permission: ReadonlyMap<string, string>;
  readonly requiredPrivateInfos: readonly string[];
  readonly requiredBackgroundModes: readonly string[];
  /** `__usePrivacyCheck__`: null when the key is absent. */
  readonly usePrivacyCheck: boolean | null;
  readonly navigateTo: readonly string[];
  /** Where each declaration stands: key (`permission.scope.userLocation`, `requiredPrivateInfos`, …) → file and line. */
  readonly places: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
}
