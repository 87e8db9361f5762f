import type { MiniPlatform } from '../program.ts';
import { bare, type Node, nameOf, pathOf } from './ast.ts';

/** How build tools name the platforms in the variables that they replace at build time. */
const TARGETS: Readonly<Record<MiniPlatform, readonly string[]>> = {
  wechat: ['weapp', 'mp-weixin', 'wx', 'WEAPP', 'wechat', 'mp'],
  alipay: ['alipay', 'mp-alipay', 'my', 'ali', 'ALIPAY'],
  douyin: ['tt', 'mp-toutiao', 'TT', 'toutiao'],
  baidu: ['swan', 'mp-baidu', 'SWAN', 'baidu'],
};
const KNOWN = new Set([
  ...Object.values(TARGETS).flat(),
  'h5',
  'rn',
  'web',
  'app',
  'app-plus',
  'mp-qq',
  'qq',
  'jd',
  'quickapp',
  'harmony',
  'H5',
  'WEB',
  'RN',
  'QQ',
  'JD',
]);
const PLATFORM_VARIABLE = /(^|\.)(TARO_ENV|UNI_PLATFORM|VUE_APP_PLATFORM|ENV_TYPE|__PLATFORM__|mpPlatform)$/;

/** The outcome of a test that is fixed when the program is built for `platform`; undefined when only the run decides. */
export function constantTest(test: Node | null | undefined, platform: MiniPlatform): boolean | undefined {
  const at = bare(test);
  if (!at) return undefined;
  if (at.type === 'Literal') return typeof at.value === 'object' ? undefined : Boolean(at.value);
  if (at.type === 'UnaryExpression' && at.operator === '!') {
    const inner = constantTest(at.argument, platform);
    return inner === undefined ? undefined : !inner;
  }
  if (at.type === 'UnaryExpression' && at.operator === 'void') return false;
  if (at.type === 'LogicalExpression') {
    const left = constantTest(at.left, platform);
    const right = constantTest(at.right, platform);
    if (at.operator === '&&') return left === false || right === false ? false : left === true && right === true ? true : undefined;
    if (at.operator === '||') return left === true || right === true ? true : left === false && right === false ? false : undefined;
    return undefined;
  }
  if (at.type !== 'BinaryExpression') return undefined;
  const equal = at.operator === '===' || at.operator === '==';
  if (!equal && at.operator !== '!==' && at.operator !== '!=') return undefined;
  const left = bare(at.left);
  const right = bare(at.right);
  if (left?.type === 'Literal' && right?.type === 'Literal') return equal === (left.value === right.value);
  const [variable, word] = platformSide(left) ? [left, right] : [right, left];
  if (!platformSide(variable)) return undefined;
  const target = nameOf(word) ?? (pathOf(word)?.includes('ENV_TYPE.') ? pathOf(word)?.split('.').at(-1) : undefined);
  if (target === undefined || !KNOWN.has(target)) return undefined;
  return equal === TARGETS[platform].includes(target);
}

function platformSide(node: Node | undefined): boolean {
  if (!node) return false;
  if (node.type === 'CallExpression') return /(^|\.)getEnv$/.test(pathOf(node.callee) ?? '');
  const path = pathOf(node);
  return path !== undefined && PLATFORM_VARIABLE.test(path) && !path.includes('ENV_TYPE.');
}
