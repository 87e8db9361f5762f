import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DevToolsClient, DevToolsEvent } from '../devtools/client.ts';
import type { Target } from '../devtools/targets.ts';
import type { Arm } from './arm.ts';

/** What a hook in the page says. */
export interface HookMessage {
  readonly kind: string;
  readonly href: string;
  readonly stack: string;
  readonly [key: string]: unknown;
}

/** Text of a script for the page, without the remarks before it: it is called as an expression. */
const scriptOf = (name: string): string =>
  readFileSync(new URL(`./in-page/${name}.js`, import.meta.url), 'utf8')
    .replace(/^(?:\/\/.*\n)+/, '')
    .trim();

const PAGE_HOOKS = scriptOf('hooks');
const GROWTH = scriptOf('growth');

/** Script of the stand-in for WeChat's bridge, for `HookOptions.extra`. */
export const WECHAT_STUB = scriptOf('wechat');

export interface HookOptions {
  /** Timers further ahead than this do not hold a look back. */
  readonly lateMs: number;
  /** Repeated timers hold a look back for this long after they were set. */
  readonly intervalMs: number;
  /** Further scripts for the page's own world, e.g. a bridge stub; called with the same binding name. */
  readonly extra: readonly string[];
}

export type HookListener = (target: Target, message: HookMessage) => void;

/** Lines of a stack as the page's engine writes them, without those of our own wrappers. */
export function pageStack(stack: string): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at ') && /(?:https?|blob|data|file):/.test(line))
    .map((line) => line.slice(3))
    .slice(0, 10);
}

/** Puts the hooks into every target before its first script; one random name per arm, gone when the page looks. */
export function installHooks(client: DevToolsClient, arm: Arm, options: HookOptions, heard: HookListener) {
  const name = `_${randomBytes(9).toString('hex')}`;
  const growthName = `_${randomBytes(9).toString('hex')}`;
  const settings = JSON.stringify({ lateMs: options.lateMs, intervalMs: options.intervalMs });
  // Extra scripts run first: the binding is gone once the hooks have taken it.
  const source = `${options.extra.map((script) => `(${script})(${JSON.stringify(name)});`).join('\n')}\n(${PAGE_HOOKS})(${JSON.stringify(name)}, ${settings});`;
  const growth = `(${GROWTH})(${JSON.stringify(growthName)});`;
  let broken = 0;

  return {
    install(target: Target): Promise<unknown>[] {
      const send: DevToolsClient['send'] = (method, params) => client.send(method, params, target.sessionId);
      // Bindings reach new documents only while the runtime domain is on.
      const bound = Promise.all([send('Runtime.enable'), send('Runtime.addBinding', { name })]);
      if (target.kind === 'page' || target.kind === 'popup' || target.kind === 'frame') {
        return [
          bound,
          send('Runtime.addBinding', { name: growthName, executionContextName: growthName }),
          send('Page.addScriptToEvaluateOnNewDocument', { source, runImmediately: true }),
          send('Page.addScriptToEvaluateOnNewDocument', { source: growth, worldName: growthName, runImmediately: true }),
        ];
      }
      return [bound, send('Runtime.evaluate', { expression: source, silent: true })];
    },
    take(target: Target, event: DevToolsEvent): void {
      if (event.method !== 'Runtime.bindingCalled') return;
      if (event.params.name === growthName) return heard(target, { kind: 'grown', href: '', stack: '' });
      if (event.params.name !== name) return;
      try {
        heard(target, JSON.parse(event.params.payload) as HookMessage);
      } catch {
        broken += 1;
        if (broken === 1) arm.record(target.label, 'note', { code: 'hook-message-broken', detail: event.params.payload.slice(0, 200) });
      }
    },
  };
}
