import type { ProgramFile } from '../program.ts';
import type { Node } from './ast.ts';

/** A condition on the way: code behind it runs only when `test` comes out as `holds`. */
export interface Guard {
  readonly test: Node;
  readonly holds: boolean;
  readonly fn: Fn;
}

/** What a name stands for inside a function. Blocks are not told apart: code that people write rarely reuses a name in one function. */
export interface Binding {
  readonly name: string;
  readonly kind: 'variable' | 'param' | 'function' | 'class' | 'import';
  readonly init: Node | null;
  /** Keys taken from `init` (or the parameter) by destructuring, outermost first. */
  readonly path: readonly string[];
  readonly param: number;
  readonly from: string | null;
  /** Imported name; `*` for the whole module. */
  readonly imported: string | null;
  readonly fn: Fn;
  readonly assigned: Node[];
}

export interface Call {
  readonly node: Node;
  readonly callee: Node;
  readonly args: readonly Node[];
  readonly fn: Fn;
  readonly guards: readonly Guard[];
  readonly isNew: boolean;
}

/** A value put into a name: `this.x = v`, `x.value = v`, `x = v`. */
export interface Write {
  readonly path: string;
  readonly value: Node;
  readonly node: Node;
  readonly fn: Fn;
  readonly guards: readonly Guard[];
}

/** A watched name met elsewhere than as the callee: handed on, wrapped, or only tested. */
export interface Mention {
  readonly node: Node;
  readonly name: string;
  readonly fn: Fn;
  readonly guards: readonly Guard[];
  /** Tested for presence only (`if (wx.x)`, `typeof wx.x`). */
  readonly tested: boolean;
  /** Call it is an argument of. */
  readonly call: Call | null;
}

export interface JsxElement {
  readonly node: Node;
  readonly fn: Fn;
  readonly guards: readonly Guard[];
  readonly parent: JsxElement | null;
}

/** A function of a script; `node` is null for the script's own top level. */
export interface Fn {
  readonly id: number;
  readonly script: Script;
  readonly node: Node | null;
  readonly name: string;
  readonly parent: Fn | null;
  readonly bindings: Map<string, Binding>;
  readonly calls: Call[];
  readonly writes: Write[];
  /** Object or class it is a member of, and by which name. */
  readonly home: Node | null;
  readonly key: string | null;
  /** Call it is handed to: as which argument, under which property. */
  readonly handedTo: { readonly call: Call; readonly index: number; readonly property: string | null } | null;
  readonly guards: readonly Guard[];
}

export interface Export {
  readonly node: Node;
  readonly fn: Fn;
}

export interface Script {
  readonly file: ProgramFile;
  /** `inProgram` without extension. */
  readonly key: string;
  readonly top: Fn;
  readonly fns: Fn[];
  readonly calls: Call[];
  readonly mentions: Mention[];
  readonly jsx: JsxElement[];
  readonly exports: Map<string, Export>;
  readonly reExports: string[];
  /** Objects and classes that can describe a page, component, application, store or mixin, with the call they are handed to. */
  readonly objects: { readonly node: Node; readonly fn: Fn; readonly via: string | null }[];
  readonly classes: { readonly node: Node; readonly fn: Fn }[];
  /** Functions that are members of an object or class, by name. */
  readonly members: Map<string, Fn[]>;
  /** Object properties that set the open type of an element in compiled or hand-written render functions. */
  readonly openTypes: { readonly property: Node; readonly object: Node; readonly fn: Fn; readonly guards: readonly Guard[] }[];
  readonly byNode: Map<Node, Fn>;
}

/** The script's key by which pages, imports and components refer to it. */
export const keyOf = (inProgram: string): string => inProgram.replace(/^\/+/, '').replace(/\.\w+$/, '');

/** Looks a name up from a function outwards. */
export function lookUp(name: string, from: Fn): Binding | undefined {
  for (let at: Fn | null = from; at; at = at.parent) {
    const found = at.bindings.get(name);
    if (found) return found;
  }
  return undefined;
}
