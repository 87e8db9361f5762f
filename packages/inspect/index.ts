export type * from './facts/fact.ts';
export type { Capture, NotRead } from './capture/capture.ts';
export { CaptureDamaged, readCapture, type StoredCapture } from './capture/read-capture.ts';
export {
  inspectPrograms,
  type InspectedProgram,
  NoProgram,
  type ProgramVisit,
} from './collectors/miniprogram/collect.ts';
export { looksLikePackage } from './collectors/miniprogram/read/read-programs.ts';
export { NotInspected, inspectWeb } from './collectors/web/collect.ts';
export { openBrowserPool, type BrowserPool } from './collectors/web/browser/pool.ts';
export { isPublicAddress, parseAllowance } from './collectors/web/guard/address.ts';
export { DEFAULT_ARM_MS, type VisitProgress, type WebVisit } from './collectors/web/visit-options.ts';
export type { Excuse } from './excuse.ts';
export { judgeCapture } from './judge.ts';
export { judgeStored } from './judge-stored.ts';
export { codesInPicture, type FoundCode, PictureFault, readCodes } from './qr/read-codes.ts';
export { httpExchanges, visitedPages } from './report/exchanges.ts';
export { escapeHtml, html, Markup } from './report/html/escape.ts';
export { reportHtml } from './report/html/page.ts';
export { type Language, say } from './report/language.ts';
export { reportJson } from './report/json.ts';
export { reportPdf } from './report/pdf.ts';
export { oneLine, showHidden } from './report/plain.ts';
export type { Report, ReportedOutcome } from './report/report.ts';
export { reportsSarif } from './report/sarif.ts';
export { reportLine, reportText, type TextOptions } from './report/text.ts';
export { OUTCOMES } from './report/words.ts';
export { RULES } from './rules/registry.ts';
export { TOOL } from './tool.ts';
