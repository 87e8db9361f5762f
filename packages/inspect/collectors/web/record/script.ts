import type { LedgerEvents } from '../../../capture/ledger.ts';
import type { DevToolsClient, DevToolsEvent } from '../devtools/client.ts';
import type { Target } from '../devtools/targets.ts';
import type { Activity } from '../session/activity.ts';
import type { Arm } from './arm.ts';
import type { recordCookies } from './cookies.ts';
import { type HookMessage, pageStack } from './hooks.ts';

/** More events of one kind than this say nothing new. */
const MOST_PER_KIND = 400;

const MOST_SENT = 300;

/** A body as a script handed it over. */
export interface SentBody {
  readonly url: string;
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Turns what hooks and the storage domain say into ledger events. */
export function recordScript(arm: Arm, cookies: ReturnType<typeof recordCookies>, activity: Activity, granted: readonly string[]) {
  const counts = new Map<string, number>();
  const sent: SentBody[] = [];
  /** Writes a hook has told of, so that the browser's own word for the same write is not a second event. */
  const told = new Map<string, number>();

  function within(kind: string): boolean {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count === MOST_PER_KIND + 1) arm.record('browser', 'note', { code: 'event-cap', detail: `${kind}: more than ${MOST_PER_KIND}` });
    return count <= MOST_PER_KIND;
  }

  const keyOf = (store: string, key: string, value: string | null): string => `${store}|${key}|${value ?? ''}`.slice(0, 500);

  function heard(target: Target, message: HookMessage): void {
    const { kind } = message;
    if (kind === 'grown') return activity.grown();
    if (kind === 'due') return activity.due(target.label, Number(message['inMs']));
    if (kind === 'sent') {
      const { url, text, latin, mediaType } = message as HookMessage & { url: string; text?: string; latin?: string; mediaType?: string };
      if (sent.length < MOST_SENT)
        sent.push({
          url,
          bytes: text === undefined ? Buffer.from(latin ?? '', 'latin1') : Buffer.from(text, 'utf8'),
          mediaType: mediaType ?? '',
        });
      return;
    }
    if (!within(kind)) return;
    const stack = pageStack(message.stack);
    if (kind === 'storage') {
      const event = message as HookMessage & LedgerEvents['storage'];
      const { store, origin, key, value, operation } = event;
      if (store.endsWith('Storage') && store !== 'cacheStorage')
        told.set(keyOf(store, key, value), (told.get(keyOf(store, key, value)) ?? 0) + 1);
      if (operation !== 'remove') activity.stored();
      arm.record(target.label, 'storage', { store, origin, key, value, operation, stack });
    } else if (kind === 'cookie') {
      activity.stored();
      cookies.fromScript(target.label, String(message['line']), message.href, stack);
    } else if (kind === 'api') {
      arm.record(target.label, 'script-api', { api: String(message['api']), arguments: String(message['arguments']), stack });
    } else if (kind === 'permission') {
      const permission = String(message['permission']);
      arm.record(target.label, 'permission', {
        permission,
        api: String(message['api']),
        answered: granted.includes(permission) ? 'granted' : 'denied',
        hasUserGesture: message['gesture'] === true,
        stack,
      });
    } else if (kind === 'error') arm.record(target.label, 'script-error', { message: String(message['message']) });
  }

  function fromBrowser(
    target: Target,
    storage: { isLocalStorage: boolean; securityOrigin?: string; storageKey?: string },
    key: string,
    value: string | null,
    operation: 'set' | 'remove' | 'clear',
  ): void {
    const store = storage.isLocalStorage ? 'localStorage' : 'sessionStorage';
    const known = keyOf(store, key.slice(0, 300), value === null ? null : value.length > 2000 ? `${value.slice(0, 2000)}…` : value);
    const count = told.get(known) ?? 0;
    if (count > 0) {
      told.set(known, count - 1);
      return;
    }
    if (!within('storage')) return;
    activity.stored();
    const origin = storage.securityOrigin ?? (storage.storageKey ?? '').replace(/\/.*$/, '');
    arm.record(target.label, 'storage', { store, origin, key, value: value?.slice(0, 2000) ?? null, operation, stack: [] });
  }

  return {
    heard,
    /** Bodies that scripts handed over to be sent even while the page goes, in order. */
    sent: (): readonly SentBody[] => sent,
    async enable(client: DevToolsClient, target: Target): Promise<void> {
      if (target.kind === 'page' || target.kind === 'popup' || target.kind === 'frame')
        await client.send('DOMStorage.enable', undefined, target.sessionId);
    },
    /** Writes that no hook sees (`localStorage.key = …`) are told by the browser itself. */
    take(target: Target, event: DevToolsEvent): void {
      if (event.method === 'DOMStorage.domStorageItemAdded' || event.method === 'DOMStorage.domStorageItemUpdated')
        fromBrowser(target, event.params.storageId, event.params.key, event.params.newValue, 'set');
      else if (event.method === 'DOMStorage.domStorageItemRemoved')
        fromBrowser(target, event.params.storageId, event.params.key, null, 'remove');
      else if (event.method === 'DOMStorage.domStorageItemsCleared') fromBrowser(target, event.params.storageId, '*', null, 'clear');
    },
  };
}
