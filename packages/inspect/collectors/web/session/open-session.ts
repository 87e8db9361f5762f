import type { ArmSummary } from '../../../capture/ledger.ts';
import type { Browser } from '../browser/launch.ts';
import type { DevToolsEvent } from '../devtools/client.ts';
import { followTargets, type Target } from '../devtools/targets.ts';
import { inTime } from '../devtools/in-time.ts';
import { takeSnapshot } from '../devtools/snapshot.ts';
import { openArm } from '../record/arm.ts';
import { takeBodies } from '../record/bodies.ts';
import { recordCookies } from '../record/cookies.ts';
import { installHooks, WECHAT_STUB } from '../record/hooks.ts';
import { recordNetwork } from '../record/network.ts';
import { recordScript } from '../record/script.ts';
import { recordPages } from '../record/pages.ts';
import { QUIET, untilQuiet, watchActivity } from './activity.ts';
import { dress } from './dress.ts';
import { pressKey, scrollBy, tapAt, typeText } from './input.ts';
import { goTo } from './go-to.ts';
import { holdBack } from '../guard/intercept.ts';
import { mergeNetLog } from '../netlog/merge.ts';
import { openTunnel } from '../guard/tunnel.ts';
import type { Session, SessionOptions } from './session.ts';

/** Time a left page gets to send its last beacons. */
const LEAVE_MS = 500;
/** A pop-up that does not end in this time is left behind. */
const CLOSE_MS = 1500;

/** After a press: what it does, it does soon. */
const SHORT = { quietMs: 350, capMs: 4000, lateCapMs: 5000 };

/** Opens one arm on a clean identity. Throws `DevToolsError` when the browser is gone. */
export async function openSession(browser: Browser, options: SessionOptions): Promise<Session> {
  const { client } = browser;
  const soon = <T>(work: Promise<T>): Promise<T> => inTime(work, options.patienceMs);
  const { profile } = options;
  const arm = openArm(options.ledger, options.artefacts);
  const activity = watchActivity(arm.now);
  const cookies = recordCookies(arm);
  const bodies = takeBodies(client, arm, options.caps);
  const network = recordNetwork(client, arm, bodies, {
    request: (event) => activity.request(event.url),
    handedOver: (url) => script.sent().findLast((one) => one.url === url)?.bytes,
    responseExtra: (target, url, extra) => cookies.fromResponse(target, url, extra),
  });
  const granted = options.position ? ['geolocation'] : [];
  const script = recordScript(arm, cookies, activity, granted);
  const refusedHosts = new Set<string>();
  const hooks = installHooks(
    client,
    arm,
    { lateMs: QUIET.lateCapMs, intervalMs: 3200, extra: profile.name === 'wechat' ? [WECHAT_STUB] : [] },
    script.heard,
  );
  const pages = recordPages(client, arm, activity, options.dialogs ?? 'dismissed');
  const guard = holdBack(client, arm, network);

  const tunnel = await openTunnel({
    allow: options.allow ?? (() => false),
    ...(options.hostMap ? { hostMap: options.hostMap } : {}),
    ...(options.maxBytes ? { maxBytes: options.maxBytes } : {}),
    onRefused({ host, port, reason, detail }) {
      arm.record('browser', 'withheld', { request: null, url: `${host}:${port}`, reason, detail });
      if (reason === 'private-address') refusedHosts.add(`${host}:${port}`);
    },
  });
  const { browserContextId } = await client
    .send('Target.createBrowserContext', {
      disposeOnDetach: true,
      proxyServer: `socks5://127.0.0.1:${tunnel.port}`,
      // Loopback too: else it would escape the guard.
      proxyBypassList: '<-loopback>',
    })
    .catch(async (error: unknown) => {
      await tunnel.close();
      throw error;
    });
  let live: readonly Target[] = [];
  let closed = false;
  let left = true;
  let completeness: ArmSummary['completeness'] | null = null;
  const stops = new Map<string, () => void>();
  const targets = await followTargets(client, browserContextId, {
    attached(target) {
      arm.record(target.label, 'target', { kind: target.kind, url: target.url, state: 'attached' });
      stops.set(
        target.sessionId,
        client.listen(target.sessionId, (event: DevToolsEvent) => {
          network.take(target, event);
          hooks.take(target, event);
          script.take(target, event);
          pages.take(target, event);
          guard.take(target, event);
        }),
      );
      live = [...live, target];
      return [
        network.enable(target),
        pages.enable(target),
        guard.enable(target),
        script.enable(client, target),
        ...dress(client, target, profile, options.position ?? null),
        ...hooks.install(target),
      ];
    },
    gone(target) {
      arm.record(target.label, 'target', { kind: target.kind, url: pages.urlOf(target), state: 'gone' });
      stops.get(target.sessionId)?.();
      stops.delete(target.sessionId);
      guard.gone(target);
      live = live.filter((one) => one !== target);
      activity.due(target.label, 0);
    },
  });
  await Promise.all([
    client.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId, eventsEnabled: true }),
    options.position ? client.send('Browser.grantPermissions', { permissions: ['geolocation'], browserContextId }) : null,
  ]);
  await client.send('Target.createTarget', { url: 'about:blank', browserContextId });
  await targets.firstPage;
  const stopDownloads = client.listen(null, (event) =>
    pages.download(event, (frameId) => live.find((target) => target.targetId === frameId || pages.owns(target, frameId))),
  );

  function mainPage(): Target {
    const page = live.find((target) => target.kind === 'page');
    if (!page) throw new Error('the page is gone');
    return page;
  }

  /** What the consumer looks at: the last pop-up that our own tap opened, else the page. */
  const front = (): Target => pages.front(live) ?? mainPage();

  /** Ends pages and waits until they are gone: what comes next must not meet one that is dying. */
  async function endTargets(ended: readonly Target[]): Promise<void> {
    pages.backToPage();
    await Promise.all(ended.map(({ targetId }) => inTime(client.send('Target.closeTarget', { targetId }), CLOSE_MS).catch(() => {})));
    await untilGone(ended);
    pages.backToPage();
  }

  async function untilGone(ended: readonly Target[]): Promise<void> {
    for (const end = performance.now() + CLOSE_MS; ended.some((target) => live.includes(target)) && performance.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async function evaluate(expression: string): Promise<unknown> {
    const page = front();
    const { executionContextId } = await soon(
      client.send('Page.createIsolatedWorld', { frameId: page.targetId, worldName: 'visit' }, page.sessionId),
    );
    const answer = await soon(
      client.send(
        'Runtime.evaluate',
        { expression, contextId: executionContextId, returnByValue: true, awaitPromise: true, timeout: 3000 },
        page.sessionId,
      ),
    );
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  }

  async function settleCookies(final: boolean): Promise<void> {
    const jar = await client.send('Storage.getCookies', { browserContextId }).catch(() => null);
    if (jar) cookies.settle(jar.cookies, final);
  }

  const quiet: Session['quiet'] = (wanted) => untilQuiet(activity, { ...QUIET, ...wanted }, () => closed || !browser.alive());

  async function leave(): Promise<void> {
    const pagesNow = live.filter((target) => target.kind === 'page' || target.kind === 'popup');
    // Closed, not sent elsewhere: what a document sends while it is replaced is told to nobody, what it sends while it is closed is seen.
    for (const { sessionId } of pagesNow) void client.send('Page.close', undefined, sessionId).catch(() => {});
    await Promise.all([untilGone(pagesNow), new Promise((resolve) => setTimeout(resolve, LEAVE_MS))]);
    await bodies.idle();
    await settleCookies(true);
    left = true;
    await endTargets(pagesNow.filter((target) => live.includes(target)));
  }

  /** The page, opened anew when it was left. */
  async function freshPage(): Promise<Target> {
    pages.backToPage();
    const page = live.find((target) => target.kind === 'page');
    if (page) return page;
    const opened = targets.nextPage();
    await client.send('Target.createTarget', { url: 'about:blank', browserContextId });
    await inTime(opened);
    return mainPage();
  }

  return {
    async goto(url, timeOutMs = 20_000) {
      left = false;
      refusedHosts.clear();
      const page = await freshPage();
      const result = await goTo(client, page, url, timeOutMs, (status) => pages.expectDocument(page, status));
      return result.ok || refusedHosts.size === 0
        ? result
        : { ...result, code: 'target-refused-private-address', why: [...refusedHosts].join(', ') };
    },
    async tap(x, y) {
      pages.touched();
      await guard.touch();
      await soon(tapAt(client, front().sessionId, x, y, profile.touch));
    },
    async type(text) {
      pages.touched();
      await guard.touch(text);
      await soon(typeText(client, front().sessionId, text));
    },
    async key(name) {
      pages.touched();
      await guard.touch();
      await soon(pressKey(client, front().sessionId, name));
    },
    scroll: (deltaY) => soon(scrollBy(client, front().sessionId, profile.viewport.width / 2, profile.viewport.height / 2, deltaY)),
    async back() {
      const page = front();
      const { currentIndex, entries } = await client.send('Page.getNavigationHistory', undefined, page.sessionId);
      const entry = entries[currentIndex - 1];
      pages.notTouched();
      if (entry && entry.url !== 'about:blank') await client.send('Page.navigateToHistoryEntry', { entryId: entry.id }, page.sessionId);
      else if (page.kind === 'popup') await client.send('Target.closeTarget', { targetId: page.targetId });
    },
    snapshot: () =>
      soon(
        takeSnapshot(
          client,
          front(),
          live.filter((target) => target.kind === 'frame'),
        ),
      ),
    async screenshot(detail) {
      const { sessionId } = front();
      const take = (from: { readonly fromSurface?: boolean }) =>
        soon(client.send('Page.captureScreenshot', { format: 'jpeg', quality: 80, optimizeForSpeed: true, ...from }, sessionId)).catch(
          () => null,
        );
      // A headless shell has a view of the size of each page; the window of a whole browser may be smaller than the page it shows.
      const overview = detail === 'overview' && browser.identity.product.startsWith('HeadlessChrome/');
      const picture = (overview ? await take({ fromSurface: false }) : null) ?? (await take({}));
      return picture ? arm.put(Buffer.from(picture.data, 'base64'), 'image/jpeg', 'screenshot').sha256 : null;
    },
    quiet,
    settle: async (how) => void (await quiet(how === 'short' ? SHORT : {})),
    evaluate,
    url: () => pages.urlOf(front()),
    documents: () => pages.documentsOf(front()),
    inPopup: () => front().kind === 'popup',
    async closePopup() {
      const page = front();
      if (page.kind !== 'popup') return false;
      await endTargets([page]);
      return true;
    },
    async denyPosition() {
      granted.length = 0;
      const permission = { name: 'geolocation' };
      await soon(client.send('Browser.setPermission', { permission, setting: 'denied', browserContextId }));
    },
    now: arm.now,
    setStage(stage, step, why) {
      arm.setStage(stage, step, why);
      void settleCookies(false);
    },
    record: (type, data) => arm.record(type === 'surface' ? (pages.front(live)?.label ?? 'page') : 'page', type, data),
    tunnel,
    completeness: () => completeness,
    alive: () => !closed && browser.alive() && (left || live.some((target) => target.kind === 'page')),
    leave,
    async close() {
      if (closed) return;
      // A page that cannot be left any more must not keep the rest from being put away.
      if (browser.alive() && !left) await leave().catch(() => {});
      closed = true;
      network.end();
      completeness = await mergeNetLog(browser, arm, tunnel.port, network.seen(), script.sent()).catch(() => null);
      targets.stop();
      stopDownloads();
      for (const stop of stops.values()) stop();
      await client.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {});
      await tunnel.close();
      arm.end();
      await arm.flush();
    },
  };
}
