import type { Text } from '@liangjian/law';
import type { Answer } from '../../../facts/fact.ts';
import { type Analysis, isOwn } from '../model/analysis.ts';
import { keyOf } from '../model/script.ts';
import type { Way } from '../model/ways.ts';
import { isLiveRoot } from '../consent/evidence.ts';
import type { FoundPoint } from './found.ts';

export interface Reach {
  readonly reachable: Answer;
  readonly why: Text;
}

/** Whether a consumer can get to a point: its page is in the configuration and something runs the code. */
export function reachOf(point: FoundPoint, ways: readonly Way[], analysis: Analysis): Reach {
  if (analysis.live === null)
    return { reachable: 'unknown', why: { zh: '没有读到页面配置，无法判断能否到达', en: 'no page configuration was read' } };
  if (point.fn === null && point.element === null && point.by === 'api')
    return {
      reachable: 'unknown',
      why: { zh: '脚本无法解析，只按文字找到，无法判断能否执行到', en: 'the script cannot be parsed; the call was found as text only' },
    };
  if (point.fn === null) return ofKey(point.owner, analysis);
  if (ways.some((way) => isLiveRoot(way, analysis)))
    return { reachable: 'yes', why: { zh: '从已配置的页面可以执行到', en: 'runs from a configured page' } };
  const first = ways[0];
  if (first) return ofKey(first.root.component.key, analysis);
  const name = nearestName(point);
  if (name === null) return { reachable: 'unknown', why: { zh: '没有找到执行它的地方', en: 'nothing was found that runs it' } };
  const elsewhere = mentions(name, analysis);
  return elsewhere > 1
    ? {
        reachable: 'unknown',
        why: {
          zh: `没有找到调用 ${name} 的地方，但别处出现过这个名字`,
          en: `no call of ${name} was found, though the name occurs elsewhere`,
        },
      }
    : { reachable: 'no', why: { zh: `没有代码或者控件调用 ${name}`, en: `no code and no control calls ${name}` } };
}

function ofKey(key: string, analysis: Analysis): Reach {
  if (analysis.live?.has(key)) return { reachable: 'yes', why: { zh: '在已配置的页面上', en: 'on a configured page' } };
  if (analysis.usages.has(key))
    return { reachable: 'no', why: { zh: '只被未配置的页面使用', en: 'only used by pages that are not configured' } };
  return imported(key, analysis)
    ? {
        reachable: 'unknown',
        why: { zh: '没有找到使用它的页面，但有代码引用', en: 'no page that shows it was found, though code refers to it' },
      }
    : {
        reachable: 'no',
        why: {
          zh: '页面配置中没有这个页面，也没有页面使用这个组件',
          en: 'the configuration does not have the page and no page uses the component',
        },
      };
}

function nearestName(point: FoundPoint): string | null {
  for (let at = point.fn; at; at = at.parent) if (at.name.length >= 3) return at.name;
  return null;
}

function mentions(name: string, analysis: Analysis): number {
  const pattern = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
  let count = 0;
  for (const file of analysis.program.files) {
    if (!isOwn(file) || file.role === 'style' || file.role === 'text') continue;
    if (!file.text.includes(name)) continue;
    count += file.text.match(pattern)?.length ?? 0;
    if (count > 2) break;
  }
  return count;
}

function imported(key: string, analysis: Analysis): boolean {
  const base = key.split('/').at(-1) === 'index' ? key.split('/').slice(-2).join('/') : (key.split('/').at(-1) ?? key);
  for (const file of analysis.program.files) {
    if (!isOwn(file) || (file.role !== 'script' && file.role !== 'typescript') || keyOf(file.inProgram) === key) continue;
    const text = file.text;
    for (let at = text.indexOf(base); at !== -1; at = text.indexOf(base, at + 1)) {
      const around = text.slice(Math.max(0, at - 120), at);
      if (/(from|require\(|import\(|import)\s*['"][^'"\n]*$/.test(around)) return true;
    }
  }
  return false;
}
