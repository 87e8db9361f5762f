import type { Protocol } from 'devtools-protocol';
import type { DevToolsClient, DevToolsEvent } from '../devtools/client.ts';
import type { Target } from '../devtools/targets.ts';
import type { Activity } from '../session/activity.ts';
import type { Arm } from './arm.ts';

const MOST_DIALOGS = 30;
/** A pop-up that comes so soon after our tap is where the consumer now is. */
const TAP_OPENS_MS = 3000;

/** A request to go elsewhere that ends in a new document here: not a jump within the page, not a call or another program. */
function opensDocument({ url, disposition, reason }: Protocol.Page.FrameRequestedNavigationEvent, here: string | undefined): boolean {
  const [path, hash] = url.split('#');
  return (
    disposition === 'currentTab' && /^https?:/i.test(url) && (reason === 'reload' || hash === undefined || path !== here?.split('#')[0])
  );
}

/** Navigations, native dialogs, downloads and pop-ups of the pages and frames of an arm. `answer` is what a question of the browser's own dialog gets. */
export function recordPages(client: DevToolsClient, arm: Arm, activity: Activity, answer: 'accepted' | 'dismissed' = 'dismissed') {
  const urls = new Map<string, string>();
  const documents = new Map<string, number>();
  const reasons = new Map<string, string>();
  const frames = new Map<string, Set<string>>();
  const waitingForDocument = new Map<string, (status: number) => void>();
  const opened: { target: Target; at: number }[] = [];
  let touchedAt = Number.NEGATIVE_INFINITY;
  let dialogs = 0;
  let inFront: Target | null = null;

  const isPage = (target: Target): boolean => target.kind === 'page' || target.kind === 'popup';

  function dialog(target: Target, kind: string, message: string): void {
    dialogs += 1;
    // Leaving must always be possible, and an alert offers one answer only.
    const accept = kind === 'beforeunload' || kind === 'alert' || answer === 'accepted';
    void client.send('Page.handleJavaScriptDialog', { accept }, target.sessionId).catch(() => {});
    if (dialogs <= MOST_DIALOGS) arm.record(target.label, 'native-dialog', { kind, message, answer: accept ? 'accepted' : 'dismissed' });
    if (dialogs < MOST_DIALOGS) return;
    if (dialogs === MOST_DIALOGS)
      arm.record(target.label, 'note', {
        code: 'dialog-cap',
        detail: `more than ${MOST_DIALOGS} native dialogs; the running script was ended`,
      });
    void client.send('Runtime.terminateExecution', undefined, target.sessionId).catch(() => {});
  }

  return {
    async enable(target: Target): Promise<void> {
      if (!isPage(target) && target.kind !== 'frame') return;
      if (target.kind === 'popup') opened.push({ target, at: arm.now() });
      await client.send('Page.enable', undefined, target.sessionId);
    },
    take(target: Target, event: DevToolsEvent): void {
      switch (event.method) {
        case 'Page.frameRequestedNavigation':
          reasons.set(event.params.frameId, event.params.reason);
          if (isPage(target) && event.params.frameId === target.targetId && opensDocument(event.params, urls.get(target.sessionId)))
            activity.underWay(true);
          return;
        case 'Page.frameNavigated': {
          const { frame } = event.params;
          const url = frame.url + (frame.urlFragment ?? '');
          const own = frames.get(target.sessionId) ?? new Set();
          frames.set(target.sessionId, own.add(frame.id));
          if (frame.id === target.targetId) {
            urls.set(target.sessionId, url);
            if (isPage(target)) {
              activity.renewed();
              documents.set(target.sessionId, (documents.get(target.sessionId) ?? 0) + 1);
              activity.underWay(url !== 'about:blank');
            }
          }
          if (url === 'about:blank' && reasons.get(frame.id) === undefined && isPage(target)) return;
          arm.record(target.label, 'navigation', { url, frame: frame.id, reason: reasons.get(frame.id) ?? 'browser' });
          reasons.delete(frame.id);
          return;
        }
        case 'Page.navigatedWithinDocument':
          if (event.params.frameId === target.targetId) {
            urls.set(target.sessionId, event.params.url);
            if (isPage(target)) activity.underWay(false);
          }
          arm.record(target.label, 'navigation', {
            url: event.params.url,
            frame: event.params.frameId,
            reason: `within document: ${event.params.navigationType}`,
          });
          return;
        case 'Page.frameStartedLoading':
          if (isPage(target) && event.params.frameId === target.targetId) activity.loading(true);
          return;
        case 'Page.frameStoppedLoading':
          if (!isPage(target) || event.params.frameId !== target.targetId) return;
          activity.loading(false);
          // Also the end of a navigation that came to nothing: a download, an answer without content.
          activity.underWay(false);
          return;
        case 'Page.domContentEventFired':
          if (isPage(target)) activity.underWay(false);
          return;
        case 'Page.loadEventFired':
          if (isPage(target)) activity.loading(false);
          return;
        case 'Page.javascriptDialogOpening':
          return dialog(target, event.params.type, event.params.message);
        case 'Network.responseReceived':
          if (event.params.type === 'Document' && event.params.frameId === target.targetId)
            waitingForDocument.get(target.sessionId)?.(event.params.response.status);
          return;
        case 'Inspector.targetCrashed':
          // Workers that end are told of in the same way.
          if (!isPage(target) && target.kind !== 'frame') return;
          arm.record(target.label, 'note', { code: 'target-crashed', detail: urls.get(target.sessionId) ?? '' });
          activity.loading(false);
          activity.underWay(false);
          return;
        default:
      }
    },
    download(event: DevToolsEvent, ownerOf: (frameId: string) => Target | undefined): void {
      if (event.method !== 'Browser.downloadWillBegin') return;
      const owner = ownerOf(event.params.frameId);
      if (owner) arm.record(owner.label, 'download', { url: event.params.url, suggestedName: event.params.suggestedFilename });
    },
    owns: (target: Target, frameId: string): boolean => frames.get(target.sessionId)?.has(frameId) ?? false,
    urlOf: (target: Target): string => urls.get(target.sessionId) ?? target.url,
    documentsOf: (target: Target): number => documents.get(target.sessionId) ?? 0,
    touched: (): void => {
      touchedAt = arm.now();
    },
    /** The pop-up that our tap opened, while it lives. */
    front(live: readonly Target[]): Target | null {
      for (const { target, at } of opened.splice(0)) if (at - touchedAt < TAP_OPENS_MS) inFront = target;
      if (inFront && !live.includes(inFront)) inFront = null;
      return inFront;
    },
    /** What opens from now on is not owed to the last tap: the page was left for another. */
    notTouched: (): void => {
      touchedAt = Number.NEGATIVE_INFINITY;
    },
    /** The page itself is in front again. */
    backToPage(): void {
      opened.length = 0;
      touchedAt = Number.NEGATIVE_INFINITY;
      inFront = null;
    },
    expectDocument(target: Target, done: (status: number) => void): () => void {
      waitingForDocument.set(target.sessionId, done);
      return () => waitingForDocument.delete(target.sessionId);
    },
  };
}
