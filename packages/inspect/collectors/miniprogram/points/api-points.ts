import type { Analysis } from '../model/analysis.ts';
import { isOwn } from '../model/analysis.ts';
import { bare, memberName, type Node, nameOf, pathOf, valueIn } from '../model/ast.ts';
import { placeIn } from '../model/place.ts';
import { type Call, type Fn, type Guard, lookUp, type Script } from '../model/script.ts';
import { ABOLISHED_SCOPES, API_CATALOGUE, type ApiEntry, SCOPES } from './api-catalogue.data.ts';
import type { FoundPoint } from './found.ts';

/** Names to watch while scripts are read. */
export const WATCHED: ReadonlySet<string> = new Set([...API_CATALOGUE.keys()].filter((name) => name !== 'login'));

/** Names whose callers are looked for in other files: those that hand something over. */
export const CHASED: ReadonlySet<string> = new Set([
  ...[...API_CATALOGUE].filter(([, entry]) => entry.status !== 'information').map(([name]) => name),
  'login',
  'authorize',
  'reverseGeocoder',
  'getRegeo',
  'regeocoding',
]);

const PLAIN = [...API_CATALOGUE.keys()].filter((name) => !/^(login|getAddress|RecorderManager\.start)$/.test(name));
/** One pass over a text tells whether a parse is worth it. */
export const API_HIT = new RegExp(
  `\\b(?:${PLAIN.join('|')}|getRecorderManager|reverseGeocoder|getRegeo|regeocoding|getPoiAround|open-?[tT]ype|requirePrivacyAuthorize|onNeedPrivacyAuthorization|openPrivacyContract)\\b|\\b(?:wx|uni|my|tt|swan|[Tt]aro(?:\\.default)?)\\.(?:login|authorize|getAddress)\\b|['"]scope\\.\\w+['"]`,
);

/** Calls that hand over personal information, wherever the platform object is hidden. */
export function apiPoints(analysis: Analysis): FoundPoint[] {
  const found: FoundPoint[] = [];
  const called = new Set<string>();
  for (const script of analysis.world.parsed.values()) {
    if (!script || !isOwn(script.file)) continue;
    for (const call of script.calls) {
      const names = apiNames(call, analysis);
      for (const name of names) {
        found.push(...pointsOf(name, call, script, analysis));
        called.add(`${script.key}:${name}`);
      }
      if (names.length === 0) found.push(...wrapped(call, script, analysis));
    }
  }
  for (const script of analysis.world.parsed.values()) {
    if (!script || !isOwn(script.file)) continue;
    for (const mention of script.mentions) {
      if (mention.tested || called.has(`${script.key}:${mention.name}`)) continue;
      const entry = API_CATALOGUE.get(mention.name);
      if (!entry || mention.node.type === 'Identifier') continue;
      const value = analysis.resolver.value(mention.node, mention.fn);
      // Handed on or kept under another name: it will be called from there.
      if (value.k === 'api') found.push(pointAt(mention.name, entry, mention.node, null, mention.fn, mention.guards, script, analysis));
    }
  }
  const seen = new Set<string>();
  return found.filter((one) => {
    const id = `${one.place.file}:${one.place.line}:${one.place.column}:${one.name}`;
    return seen.has(id) ? false : seen.add(id);
  });
}

/** Names on the platform object that a call can mean. */
function apiNames(call: Call, analysis: Analysis): string[] {
  const callee = bare(call.callee);
  if (!callee) return [];
  if (callee.type === 'MemberExpression') {
    const name = memberName(callee);
    if (name === undefined) {
      // `wx[name]`
      const of = analysis.resolver.value(callee.object, call.fn);
      if (of.k !== 'platform') return [];
      return choices(callee.property, call.fn, analysis).filter((one) => API_CATALOGUE.has(one));
    }
    if (name === 'start' || name === 'call' || name === 'apply') return special(callee, name, call, analysis);
    if (name === 'authorize') return analysis.resolver.value(callee, call.fn).k === 'api' ? ['authorize'] : [];
    if (!API_CATALOGUE.has(name)) {
      const target = bare(callee.object)?.type === 'ThisExpression' ? undefined : callee;
      const value = target && /^[a-z]/i.test(name) && mayHide(name, analysis) ? analysis.resolver.value(target, call.fn) : undefined;
      return value?.k === 'api' && API_CATALOGUE.has(value.name) ? [value.name] : [];
    }
    const value = analysis.resolver.value(callee, call.fn);
    if (value.k === 'api') return API_CATALOGUE.has(value.name) ? [value.name] : [];
    if (value.k !== 'none') return [];
    return unresolved(name, callee, call, analysis) ? [name] : [];
  }
  if (callee.type !== 'Identifier') return [];
  const name = callee.name as string;
  const binding = lookUp(name, call.fn);
  if (!binding) return [];
  if (
    !API_CATALOGUE.has(name) &&
    binding.kind === 'variable' &&
    !/\b(?:wx|uni|my|tt|swan|[Tt]aro|promisif|pify)/.test(textOf(binding.init, call.fn.script))
  )
    return [];
  const value = analysis.resolver.value(callee, call.fn);
  return value.k === 'api' && (API_CATALOGUE.has(value.name) || value.name === 'authorize') ? [value.name] : [];
}

/** Whether a method of another name could be an API kept under that name (`this.$getLoc = promisify(wx.getLocation)`). */
const mayHide = (name: string, analysis: Analysis): boolean => {
  void analysis;
  return /location|locate|phone|user|avatar|image|photo|address|clip|run|contact|record|wifi/i.test(name);
};

function special(callee: Node, name: string, call: Call, analysis: Analysis): string[] {
  const object = bare(callee.object);
  if (name === 'start') return isRecorder(object, call, analysis) ? ['RecorderManager.start'] : [];
  const value = analysis.resolver.value(object, call.fn);
  return value.k === 'api' && API_CATALOGUE.has(value.name) ? [value.name] : [];
}

function isRecorder(object: Node | undefined, call: Call, analysis: Analysis): boolean {
  if (!object) return false;
  const made = (node: Node | null | undefined): boolean => /(^|\.)getRecorderManager$/.test(pathOf(bare(node)?.callee) ?? '');
  if (made(object)) return true;
  const path = pathOf(object);
  if (path === undefined) return false;
  if (object.type === 'Identifier') {
    const binding = lookUp(path, call.fn);
    if (binding && [binding.init, ...binding.assigned].some(made)) return true;
  }
  const last = path.split('.').at(-1)!;
  const script = call.fn.script;
  void analysis;
  return script.fns.some((fn) => fn.writes.some((one) => one.path.split('.').at(-1) === last && made(one.value)));
}

/** A receiver that cannot be told: counts for a name that nothing else has, or when the call looks like the platform's own. */
function unresolved(name: string, callee: Node, call: Call, analysis: Analysis): boolean {
  const object = bare(callee.object);
  if (object?.type === 'ThisExpression' || /^(this|that|self|_this\d*|vm)(\.|$)/.test(pathOf(object) ?? '')) return false;
  for (const script of analysis.world.parsed.values()) if (script && isOwn(script.file) && script.members.has(name)) return false;
  const entry = API_CATALOGUE.get(name)!;
  if (/(^|\.)(app|api|service|http|request|util|utils|\$api|store|map\w*|amap|qqmap\w*)$/i.test(pathOf(object) ?? '')) return false;
  const options = bare(call.args[0]);
  const looks =
    options?.type === 'ObjectExpression' &&
    ['success', 'fail', 'complete', 'count', 'sourceType', 'altitude'].some((key) =>
      options.properties?.some((one) => nameOf(one.key) === key),
    );
  return looks || (entry.unique && (call.args.length === 0 || options?.type === 'ObjectExpression' || options?.type === 'Identifier'));
}

/** Constant values that an expression can have: a literal, a constant, both branches, what callers hand in. */
function choices(node: Node | null | undefined, fn: Fn, analysis: Analysis): string[] {
  const at = bare(node);
  if (!at) return [];
  const direct = at.type === 'Identifier' ? undefined : nameOf(at);
  if (direct !== undefined) return [direct];
  if (at.type === 'ConditionalExpression') return [...choices(at.consequent as Node, fn, analysis), ...choices(at.alternate, fn, analysis)];
  if (at.type === 'LogicalExpression') return [...choices(at.left, fn, analysis), ...choices(at.right, fn, analysis)];
  if (at.type === 'Identifier') {
    const binding = lookUp(at.name as string, fn);
    if (binding && binding.kind === 'variable' && binding.path.length === 0)
      return [binding.init, ...binding.assigned].flatMap((one) => (one && one !== at ? choices(one, binding.fn, analysis) : []));
  }
  const value = analysis.resolver.value(at, fn);
  return value.k === 'literal' && typeof value.value === 'string' ? [value.value] : [];
}

/** `callWx('getLocation', …)` where `callWx` runs `wx[name]`: the call with the name is the one that collects. */
function wrapped(call: Call, script: Script, analysis: Analysis): FoundPoint[] {
  const index = call.args.findIndex((arg) => API_CATALOGUE.has(nameOf(bare(arg)) ?? '') && bare(arg)?.type !== 'Identifier');
  if (index === -1) return [];
  const target = analysis.resolver.value(call.callee, call.fn);
  if (target.k !== 'fn') return [];
  const param = [...target.fn.bindings.values()].find((one) => one.kind === 'param' && one.param === index);
  if (!param) return [];
  const runs = target.fn.script.fns.some(
    (fn) =>
      within(fn, target.fn) &&
      fn.calls.some(
        (one) =>
          mentionsDynamic(one.callee, param.name, fn, analysis) || one.args.some((arg) => mentionsDynamic(arg, param.name, fn, analysis)),
      ),
  );
  return runs ? pointsOf(nameOf(bare(call.args[index]))!, call, script, analysis) : [];
}

function mentionsDynamic(node: Node, name: string, fn: Fn, analysis: Analysis): boolean {
  const at = bare(node);
  if (at?.type !== 'MemberExpression') return false;
  if (at.computed && bare(at.property)?.name === name) return analysis.resolver.value(at.object, fn).k === 'platform';
  return mentionsDynamic(at.object!, name, fn, analysis);
}

const within = (fn: Fn, outer: Fn): boolean => {
  for (let at: Fn | null = fn; at; at = at.parent) if (at === outer) return true;
  return false;
};

function pointsOf(name: string, call: Call, script: Script, analysis: Analysis): FoundPoint[] {
  if (name === 'authorize') {
    const scope = valueIn(bare(call.args[0]), 'scope');
    return choices(scope, call.fn, analysis)
      .filter((one) => SCOPES.has(one))
      .map((one) => {
        const entry: ApiEntry = {
          pi: SCOPES.get(one)!,
          key: null,
          required: false,
          scope: one,
          status: ABOLISHED_SCOPES.has(one) ? 'abolished' : 'live',
          unique: true,
        };
        return pointAt(`authorize ${one}`, entry, call.node, call, call.fn, call.guards, script, analysis);
      });
  }
  const entry = API_CATALOGUE.get(name);
  if (!entry) return [];
  if (name === 'getAuthCode') {
    const scopes = valueIn(bare(call.args[0]), 'scopes');
    const text = textOf(scopes, script);
    if (!/auth_user|phone|user_?info/i.test(text)) return [];
  }
  return [pointAt(name, entry, call.node, call, call.fn, call.guards, script, analysis)];
}

function pointAt(
  name: string,
  entry: ApiEntry,
  node: Node,
  call: Call | null,
  fn: Fn,
  guards: readonly Guard[],
  script: Script,
  analysis: Analysis,
): FoundPoint {
  const platform = { wechat: 'wx', alipay: 'my', douyin: 'tt', baidu: 'swan' }[analysis.program.platform];
  const options = bare(call?.args[0]);
  const desc = valueIn(options, 'desc');
  const words = nameOf(desc) ?? (entry.scope === null ? null : (analysis.program.config.permission.get(entry.scope) ?? null));
  return {
    by: 'api',
    name: `${platform}.${name}`,
    pi: entry.pi,
    place: placeIn(script.file, anchor(node, script.file.text)),
    owner: script.key,
    element: null,
    fn,
    call: node,
    guards,
    label: '',
    reason: words === null || words === undefined || words === '' ? null : words,
    subject: 'self',
    required: 'unknown',
    status: entry.status,
    privacyKey: entry.key,
    requiredPrivateInfo: entry.required ? name : null,
    scope: entry.scope,
  };
}

/** Where the name of the call stands: in a chain over several lines that is the line a reader looks for. */
function anchor(node: Node, text: string): number {
  const callee = node.type === 'CallExpression' || node.type === 'NewExpression' ? bare(node.callee) : node;
  if (callee?.type === 'MemberExpression' && callee.property && text.slice(node.start, callee.property.start).includes('\n'))
    return callee.property.start;
  return node.start;
}

function textOf(node: Node | null | undefined, script: Script): string {
  return node ? script.file.text.slice(node.start, Math.min(node.end, node.start + 400)) : '';
}
