/**
 * A node of an ESTree. Which fields are there follows from `type`; reading one of another type gives undefined,
 * so every field that may be missing is typed as such where code asks for it.
 */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string | Node;
  readonly value?: unknown;
  readonly raw?: string;
  readonly kind?: string;
  readonly operator?: string;
  readonly prefix?: boolean;
  readonly computed?: boolean;
  readonly shorthand?: boolean;
  readonly static?: boolean;
  readonly async?: boolean;
  readonly body?: Node | Node[];
  readonly callee?: Node;
  readonly arguments?: Node[];
  readonly object?: Node;
  readonly property?: Node;
  readonly properties?: Node[];
  readonly elements?: (Node | null)[];
  readonly key?: Node;
  readonly left?: Node;
  readonly right?: Node;
  readonly argument?: Node | null;
  readonly test?: Node | null;
  readonly consequent?: Node | Node[];
  readonly alternate?: Node | null;
  readonly expression?: Node | boolean;
  readonly expressions?: Node[];
  readonly quasis?: Node[];
  readonly quasi?: Node;
  readonly params?: Node[];
  readonly id?: Node | null;
  readonly init?: Node | null;
  readonly declarations?: Node[];
  readonly declaration?: Node | null;
  readonly specifiers?: Node[];
  readonly source?: Node | null;
  readonly local?: Node;
  readonly imported?: Node;
  readonly exported?: Node | null;
  readonly superClass?: Node | null;
  readonly discriminant?: Node;
  readonly cases?: Node[];
  readonly block?: Node;
  readonly handler?: Node | null;
  readonly finalizer?: Node | null;
  readonly param?: Node | null;
  readonly openingElement?: Node;
  readonly attributes?: Node[];
  readonly children?: Node[];
  readonly update?: Node | null;
  readonly superTypeParameters?: Node;
  readonly decorators?: Node[];
}

/** The node below wrappers that change nothing: parentheses, `?.` chains, TypeScript casts, `(0, f)`, `await`. */
export function bare(node: Node | null | undefined): Node | undefined {
  let at = node ?? undefined;
  for (;;) {
    if (at === undefined) return undefined;
    switch (at.type) {
      case 'ChainExpression':
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TypeCastExpression':
      case 'JSXExpressionContainer':
        at = at.expression as Node;
        break;
      case 'AwaitExpression':
      case 'YieldExpression':
        if (!at.argument) return at;
        at = at.argument;
        break;
      case 'SequenceExpression':
        at = at.expressions?.at(-1);
        break;
      default:
        return at;
    }
  }
}

/** Name of an identifier, string literal or plain key; undefined for anything computed at run time. */
export function nameOf(node: Node | null | undefined): string | undefined {
  if (!node) return undefined;
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier' || node.type === 'PrivateName' || node.type === 'PrivateIdentifier')
    return typeof node.name === 'string' ? node.name : undefined;
  if (node.type === 'Literal' && (typeof node.value === 'string' || typeof node.value === 'number')) return String(node.value);
  if (node.type === 'TemplateLiteral' && node.expressions?.length === 0)
    return (node.quasis?.[0]?.value as { cooked?: string } | undefined)?.cooked;
  return undefined;
}

/** Name of the property of a member expression (`a.b`, `a['b']`); undefined when only the run decides it. */
export const memberName = (node: Node): string | undefined =>
  node.computed ? (node.property?.type === 'Identifier' ? undefined : nameOf(node.property)) : nameOf(node.property);

/** Name of the key of an object property or class member. */
export const keyName = (node: Node): string | undefined =>
  node.computed && node.key?.type === 'Identifier' ? undefined : nameOf(node.key);

export const isFunction = (node: Node | null | undefined): boolean =>
  node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionDeclaration';

/** `a.b.c` for a chain of plain names (`this` included); undefined when a part is not plain. */
export function pathOf(node: Node | null | undefined): string | undefined {
  const at = bare(node);
  if (!at) return undefined;
  if (at.type === 'ThisExpression') return 'this';
  if (at.type === 'Identifier') return nameOf(at);
  if (at.type === 'MemberExpression') {
    const head = pathOf(at.object);
    const tail = memberName(at);
    return head === undefined || tail === undefined ? undefined : `${head}.${tail}`;
  }
  return undefined;
}

/** Property of an object expression by name. */
export const propertyOf = (object: Node | null | undefined, name: string): Node | undefined =>
  object?.type === 'ObjectExpression' ? object.properties?.find((one) => one.type === 'Property' && keyName(one) === name) : undefined;

/** Value of a property of an object expression by name, wrappers taken off. */
export const valueIn = (object: Node | null | undefined, name: string): Node | undefined =>
  bare(propertyOf(object, name)?.value as Node | undefined);
