import type { Environment } from '../../capture/capture.ts';
import type { Browser } from './browser/launch.ts';

const QUIET_MS = 200;
const done = new WeakMap<Browser, Promise<Environment['blankControl']>>();

/**
 * Cleanliness record: a fresh identity on a blank page of the same browser, shortly before the visit. Whatever is seen there
 * comes from the instrument, not from the page; nothing must be. Taken once per browser.
 */
export function blankControl(browser: Browser): Promise<Environment['blankControl']> {
  const known = done.get(browser);
  if (known) return known;
  const taken = take(browser);
  done.set(browser, taken);
  return taken;
}

async function take({ client }: Browser): Promise<Environment['blankControl']> {
  const { browserContextId } = await client.send('Target.createBrowserContext', { disposeOnDetach: true });
  let requests = 0;
  try {
    const { targetId } = await client.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await client.send('Target.attachToTarget', { targetId, flatten: true });
    const stop = client.listen(sessionId, (event) => {
      if (event.method === 'Network.requestWillBeSent') requests += 1;
    });
    await client.send('Network.enable', {}, sessionId);
    await client.send('Page.navigate', { url: 'about:blank' }, sessionId);
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const { cookies } = await client.send('Storage.getCookies', { browserContextId });
    const { usage } = await client.send('Storage.getUsageAndQuota', { origin: 'https://liangjian.invalid' }, sessionId);
    stop();
    const storage = usage;
    return { requests, cookies: cookies.length, storage, clean: requests === 0 && cookies.length === 0 && storage === 0 };
  } finally {
    await client.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {});
  }
}
