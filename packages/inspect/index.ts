export type { Capture, Environment } from './capture/capture.ts';
export { CaptureDamaged, readCapture, type StoredCapture } from './capture/read-capture.ts';
export { inspectWeb, NotInspected } from './collectors/web/collect.ts';
export { openBrowserPool } from './collectors/web/browser/pool.ts';
export { DEFAULT_ARM_MS, type VisitProgress, type WebVisit } from './collectors/web/visit-options.ts';
export type { Fact } from './facts/fact.ts';
export { judgeCapture, judgeFacts } from './judge.ts';
export type { Report, ReportedOutcome } from './report/report.ts';
export { TOOL } from './tool.ts';
