import type { BrowserPool } from '../collectors/web/browser/pool.ts';
import type { PictureSize } from './picture-size.ts';

/** Longest side after conversion: enough for a code in a photograph. */
const LONGEST = 3000;

/** WebP → PNG by the browser of the pool, in a context without network and script; the code reader itself does not know WebP. */
export async function webpToPng(bytes: Buffer, size: PictureSize, pool: BrowserPool): Promise<Buffer> {
  const scale = Math.min(1, LONGEST / Math.max(size.width, size.height));
  const [width, height] = [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))];
  const loan = await pool.borrow(1);
  const { client } = loan.browser;
  const { browserContextId } = await client.send('Target.createBrowserContext', {
    disposeOnDetach: true,
    proxyServer: 'socks5://127.0.0.1:9',
    proxyBypassList: '<-loopback>',
  });
  try {
    const { targetId } = await client.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await client.send('Target.attachToTarget', { targetId, flatten: true });
    await client.send('Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
    await client.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }, sessionId);
    await client.send('Page.enable', undefined, sessionId);
    const { frameTree } = await client.send('Page.getFrameTree', undefined, sessionId);
    const html = `<body style="margin:0;background:#fff"><img style="display:block;width:${width}px;height:${height}px" decoding="sync" src="data:image/webp;base64,${bytes.toString('base64')}">`;
    const loaded = new Promise<void>((resolve) => {
      const stop = client.listen(sessionId, (event) => {
        if (event.method !== 'Page.loadEventFired') return;
        stop();
        resolve();
      });
    });
    await client.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html }, sessionId);
    // A picture that cannot be decoded fires load all the same; one that hangs must not hang us.
    await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
    const { data } = await client.send(
      'Page.captureScreenshot',
      { format: 'png', clip: { x: 0, y: 0, width, height, scale: 1 } },
      sessionId,
    );
    return Buffer.from(data, 'base64');
  } finally {
    await client.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {});
    await loan.release();
  }
}
