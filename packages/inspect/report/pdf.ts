import type { BrowserPool } from '../collectors/web/browser/pool.ts';
import type { Language } from './language.ts';

/** A port where nothing answers: whatever a report would try to load stays unloaded. */
const NOWHERE = 'socks5://127.0.0.1:9';

const FOOTER: Readonly<Record<Language, string>> = {
  zh: '线索材料，经执法人员确认后方可使用　第 <span class="pageNumber"></span> 页，共 <span class="totalPages"></span> 页',
  en: 'Leads until an officer confirms them &nbsp; page <span class="pageNumber"></span> of <span class="totalPages"></span>',
};

/**
 * Prints an HTML report as PDF (A4, Chinese font embedded) with the browser of the pool, in a context of its own without network
 * and without script. Throws `BrowserMissing`, `BrowserCrashed`, `DevToolsError`.
 */
export async function reportPdf(html: string, pool: BrowserPool, language: Language = 'zh'): Promise<Buffer> {
  const loan = await pool.borrow(1);
  const { client } = loan.browser;
  try {
    const { browserContextId } = await client.send('Target.createBrowserContext', {
      disposeOnDetach: true,
      proxyServer: NOWHERE,
      proxyBypassList: '<-loopback>',
    });
    try {
      const { targetId } = await client.send('Target.createTarget', { url: 'about:blank', browserContextId });
      const { sessionId } = await client.send('Target.attachToTarget', { targetId, flatten: true });
      await client.send('Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
      await client.send('Page.enable', undefined, sessionId);
      const { frameTree } = await client.send('Page.getFrameTree', undefined, sessionId);
      await client.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html }, sessionId);
      const { data } = await client.send(
        'Page.printToPDF',
        {
          preferCSSPageSize: true,
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: `<div style="width:100%;padding:0 14mm;font:8px 'Noto Sans SC',sans-serif;color:#566273;text-align:center">${FOOTER[language]}</div>`,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        },
        sessionId,
      );
      return Buffer.from(data, 'base64');
    } finally {
      await client.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {});
    }
  } finally {
    await loan.release();
  }
}
