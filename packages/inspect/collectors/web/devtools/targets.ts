import type { Protocol } from 'devtools-protocol';
import type { DevToolsClient } from './client.ts';

export type TargetKind = 'page' | 'frame' | 'worker' | 'shared-worker' | 'service-worker' | 'popup' | 'other';

/** One attached target: a page, a frame in another process, a worker. */
export interface Target {
  readonly sessionId: string;
  readonly targetId: string;
  readonly kind: TargetKind;
  /** Label in the ledger. */
  readonly label: string;
  readonly parent: Target | null;
  readonly url: string;
}

export interface TargetEvents {
  /** Called while the target is still paused; it stays paused until what is returned is done, so that all of it is in force before the first script. */
  readonly attached: (target: Target) => readonly Promise<unknown>[];
  readonly gone: (target: Target) => void;
}

const KINDS: Readonly<Record<string, TargetKind>> = {
  iframe: 'frame',
  worker: 'worker',
  shared_worker: 'shared-worker',
  service_worker: 'service-worker',
  shared_storage_worklet: 'worker',
  worklet: 'worker',
};

/** Every frame and worker below a target announces itself paused, however deep. */
const AUTO_ATTACH: Protocol.Target.SetAutoAttachRequest = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };

/** A target that does not confirm in time runs on: waiting for ever would change the page. */
const SETUP_PATIENCE_MS = 1500;

interface Router {
  readonly contexts: Map<string, (event: Protocol.Target.AttachedToTargetEvent) => void>;
  readonly ready: Promise<unknown>;
}

const routers = new WeakMap<DevToolsClient, Router>();

/** One router per browser: pages, pop-ups, shared and service workers come here, whichever context they belong to. */
function routerOf(client: DevToolsClient): Router {
  const known = routers.get(client);
  if (known) return known;
  const contexts: Router['contexts'] = new Map();
  client.listen(null, (event) => {
    if (event.method !== 'Target.attachedToTarget') return;
    const owner = contexts.get(event.params.targetInfo.browserContextId ?? '');
    if (owner) return owner(event.params);
    // Nobody's (the start page, or a context that is closing): let it go on without us.
    void client.send('Runtime.runIfWaitingForDebugger', undefined, event.params.sessionId).catch(() => {});
  });
  const ready = client.send('Target.setAutoAttach', AUTO_ATTACH);
  const router = { contexts, ready };
  routers.set(client, router);
  return router;
}

export interface ContextTargets {
  /** Done when the first page is under watch and runs. */
  readonly firstPage: Promise<void>;
  /** The page has been closed: the next one that opens is `page` again. Done when it runs. */
  nextPage(): Promise<void>;
  stop(): void;
}

/** Follows all targets of one browser context. The first page is `page`, later ones are pop-ups. */
export async function followTargets(client: DevToolsClient, browserContextId: string, events: TargetEvents): Promise<ContextTargets> {
  const router = routerOf(client);
  await router.ready;
  const targets = new Map<string, Target>();
  const counts = new Map<string, number>();
  const stops: (() => void)[] = [];
  const { promise: firstPage, resolve } = Promise.withResolvers<void>();
  let started = resolve;

  function labelOf(kind: TargetKind, parent: Target | null): string {
    if (kind === 'page') return 'page';
    const stem = parent && (kind === 'frame' || kind === 'worker' || kind === 'other') ? `${parent.label}/${kind}` : kind;
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return `${stem}-${count}`;
  }

  function attach({ sessionId, targetInfo }: Protocol.Target.AttachedToTargetEvent, parent: Target | null): void {
    if (targets.has(sessionId)) return;
    const first = ![...targets.values()].some((target) => target.kind === 'page') && !counts.has('page');
    const kind = targetInfo.type === 'page' ? (first ? 'page' : 'popup') : (KINDS[targetInfo.type] ?? 'other');
    const target: Target = { sessionId, targetId: targetInfo.targetId, kind, label: labelOf(kind, parent), parent, url: targetInfo.url };
    if (kind === 'page') counts.set('page', 1);
    targets.set(sessionId, target);
    const stop = client.listen(sessionId, (event) => {
      if (event.method === 'Target.attachedToTarget') attach(event.params, target);
      else if (event.method === 'Target.detachedFromTarget') detach(event.params.sessionId);
    });
    stops.push(stop);
    // Requests of the first document go unseen when the page starts before the browser has confirmed the recorders.
    const set = [...events.attached(target), client.send('Target.setAutoAttach', AUTO_ATTACH, sessionId)].map((one) => one.catch(() => {}));
    const patience = new Promise((resolve) => setTimeout(resolve, SETUP_PATIENCE_MS).unref());
    const start = async (): Promise<void> => {
      await Promise.race([Promise.all(set), patience]);
      await client.send('Runtime.runIfWaitingForDebugger', undefined, sessionId).catch(() => {});
      if (kind === 'page') started();
    };
    void start();
  }

  function detach(sessionId: string): void {
    const target = targets.get(sessionId);
    if (!target) return;
    for (const child of targets.values()) if (child.parent === target) detach(child.sessionId);
    targets.delete(sessionId);
    events.gone(target);
  }

  router.contexts.set(browserContextId, (event) => attach(event, null));
  stops.push(
    client.listen(null, (event) => {
      if (event.method === 'Target.detachedFromTarget') detach(event.params.sessionId);
    }),
  );
  return {
    firstPage,
    nextPage() {
      const next = Promise.withResolvers<void>();
      counts.delete('page');
      started = next.resolve;
      return next.promise;
    },
    stop() {
      router.contexts.delete(browserContextId);
      for (const stop of stops) stop();
      targets.clear();
    },
  };
}
