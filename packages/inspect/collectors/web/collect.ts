import { arch, platform, release } from 'node:os';
import { errorCatalogue, type Text } from '@liangjian/law';
import type { Capture, Environment, NotRead } from '../../capture/capture.ts';
import { type CaptureWriter, type LedgerWriter, openCaptureWriter } from '../../capture/capture-writer.ts';
import type { ArmSummary, LedgerEvent } from '../../capture/ledger.ts';
import { readCapture } from '../../capture/read-capture.ts';
import type { ArmName } from '../../facts/fact.ts';
import type { ReadingMemo } from '../../facts/facts-of-capture.ts';
import { judgeCapture } from '../../judge.ts';
import type { Report } from '../../report/report.ts';
import { ruleSetDigest, TOOL } from '../../tool.ts';
import { canaryFor } from '../../trace/canary.ts';
import { type ArmOptions, type ArmResult, READING_ARM, readTexts, runArm } from './arm.ts';
import { blankControl } from './blank-control.ts';
import type { Browser } from './browser/launch.ts';
import type { BrowserPool } from './browser/pool.ts';
import { parseAllowance } from './guard/address.ts';
import { openSession } from './session/open-session.ts';
import { visitorProfile } from './session/profile.ts';
import type { Session } from './session/session.ts';
import type { WebVisit } from './visit-options.ts';
import type { SeenLink } from './walk/read-documents.ts';

/** Nothing could be seen of the target. `code` is a key of the error catalogue. */
export class NotInspected extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface ArmRun {
  readonly summary: ArmSummary;
  readonly result: ArmResult;
  readonly session: Session;
  readonly certificates: Environment['certificates'];
}

/**
 * Visits a web touchpoint in all arms at once, each on a clean identity, stores the capture in `visit.folder` and judges it.
 * Throws `NotInspected` when no arm saw the page, `BrowserMissing` or `BrowserCrashed` when there is no instrument.
 */
export async function inspectWeb(pool: BrowserPool, visit: WebVisit): Promise<{ readonly folder: string; readonly report: Report }> {
  const arms: readonly ArmName[] = visit.control ? ['untouched', 'refuse', 'accept', 'control'] : ['untouched', 'refuse', 'accept'];
  const loan = await pool.borrow(arms.length);
  const startedAt = new Date();
  try {
    const { browser } = loan;
    const writer = openCaptureWriter(visit.folder);
    const memo: ReadingMemo = new Map();
    const blank = await blankControl(browser);
    const shared = { seen: [] as SeenLink[], met: { account: false, links: new Map<string, string>(), told: new Set<string>() } };
    const open = await allOrNone(
      arms.map((arm) => openArmVisit(browser, writer, memo, visit, arm, shared)),
      ({ options }) => options.session.close(),
    );
    const results = await Promise.all(open.map((armVisit) => bounded(browser, visit, armVisit)));
    // An arm that ended early may have missed the way to the account page: then it is looked for.
    if (results.some((result) => !result.complete)) shared.met.account = true;
    const runs = await Promise.all(
      open.map(async (armVisit, index) => {
        const result = results[index] as ArmResult;
        // The others close meanwhile: their pages must not hold memory while texts are read.
        if (armVisit.options.arm === READING_ARM && result.complete) await readTexts(armVisit.options).catch(() => {});
        const run = await closeArmVisit(armVisit, result);
        // One place is kept until the visit has been judged.
        if (armVisit.options.arm !== READING_ARM) loan.contextClosed();
        return run;
      }),
    );
    const first = runs[0] as ArmRun;
    const seen = runs.find((run) => run.result.complete);
    const { scene } = (seen ?? first).result;
    await writer.finish({
      format: 'liangjian-capture/1',
      tool: TOOL,
      touchpoint: {
        kind: 'web',
        locator: visit.url,
        scene: scene.scene,
        sceneBasis: scene.basis,
        sceneWhy: scene.why,
        channel: scene.channel,
      },
      startedAt: startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
      environment: environmentOf(browser, visit, runs, blank),
      coverage: coverageOf(runs),
      arms: runs.map((run) => run.summary),
      canaries: Object.fromEntries(arms.map((arm) => [arm, canaryFor(arm)])),
    } satisfies Omit<Capture, 'artefacts'>);
    // The folder is whole all the same: what was met before the end can be judged and sealed.
    if (!seen) {
      const code = first.result.stoppedBy ?? 'connection-failed';
      throw new NotInspected(code, `${visit.url}: ${code}`);
    }
    return { folder: visit.folder, report: judgeCapture(readCapture(visit.folder), memo) };
  } finally {
    await loan.release();
  }
}

/** Results of all, or, when one fails, the failure after what did open has been closed again. */
async function allOrNone<T>(opening: readonly Promise<T>[], close: (one: T) => Promise<void>): Promise<T[]> {
  const settled = await Promise.allSettled(opening);
  const failed = settled.find((one) => one.status === 'rejected');
  const opened = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (!failed) return opened;
  await Promise.allSettled(opened.map(close));
  throw failed.reason;
}

interface ArmVisit {
  readonly options: ArmOptions;
  readonly ledger: LedgerWriter;
}

async function openArmVisit(
  browser: Browser,
  writer: CaptureWriter,
  memo: ReadingMemo,
  visit: WebVisit,
  arm: ArmName,
  shared: Pick<ArmOptions, 'seen' | 'met'>,
): Promise<ArmVisit> {
  const ledger = writer.openLedger(arm);
  const [latitude, longitude] = (canaryFor(arm)['location-precise'] ?? '0,0').split(',').map(Number) as [number, number];
  const session = await openSession(browser, {
    ledger,
    artefacts: writer,
    profile: visitorProfile(visit.profile, browser.identity.product),
    // Only the arm that agrees to everything grants what a page may ask of the device.
    dialogs: arm === 'accept' ? 'accepted' : 'dismissed',
    position: arm === 'accept' ? { latitude, longitude } : null,
    allow: parseAllowance(visit.allowPrivate),
    hostMap: visit.hostMap,
  });
  const { url, scene, channel, armMs } = visit;
  const report = (what: string) => visit.onProgress?.({ url, arm, what });
  return { ledger, options: { arm, url, scene, channel, armMs, session, writer, memo, ...shared, report } };
}

/** Runs an arm under a watchdog: a page that hangs its renderer, or a browser that died, ends this arm only; what was recorded stays. */
async function bounded(browser: Browser, visit: WebVisit, { options }: ArmVisit): Promise<ArmResult> {
  const { session } = options;
  let watchdog: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    watchdog = setTimeout(() => reject(new Error('watchdog')), visit.armMs * 1.5 + 10_000);
  });
  try {
    return await Promise.race([runArm(options), late]);
  } catch (error) {
    const why = browser.alive() ? 'time-out' : 'browser-crashed';
    session.record('note', { code: 'arm-ended', detail: `${why}: ${error instanceof Error ? error.message.slice(0, 200) : ''}` });
    return {
      scene: { scene: visit.scene, basis: visit.scene ? 'given' : 'none', why: '', channel: visit.channel },
      complete: false,
      stoppedBy: why,
    };
  } finally {
    clearTimeout(watchdog);
  }
}

async function closeArmVisit({ options, ledger }: ArmVisit, result: ArmResult): Promise<ArmRun> {
  const { session, arm, report } = options;
  await session.close().catch(() => {});
  const events = ledger.events();
  const closed = ledger.close();
  report('done');
  const { complete, stoppedBy } = result;
  return {
    session,
    result,
    certificates: certificatesOf(events),
    summary: { arm, ...closed, complete, stoppedBy, completeness: session.completeness() ?? completenessOf(events) },
  };
}

/**
 * What could not be seen at all. How far each walk came is a fact of its own; a walk that a prompt stopped in the arm that must not
 * touch it is no gap when another arm went on.
 */
function coverageOf(runs: readonly ArmRun[]): Capture['coverage'] {
  const read = runs.filter((run) => run.result.complete).map((run) => ARM_WORDS[run.summary.arm].zh);
  const notRead: NotRead[] = runs.flatMap(({ summary: { arm, complete, stoppedBy, completeness } }) => {
    const name = ARM_WORDS[arm];
    const why = whyEnded(stoppedBy);
    const gaps: NotRead[] = complete
      ? []
      : [{ what: name.zh, why: `中断：${why.zh}`, en: { what: name.en, why: `ended early: ${why.en}` } }];
    if (completeness.netlog > 0 || completeness.devtools === 0) return gaps;
    return [
      ...gaps,
      {
        what: `${name.zh}的第二份流水`,
        why: '浏览器网络日志未能读取',
        en: { what: `second ledger of ${name.en}`, why: 'the browser network log could not be read' },
      },
    ];
  });
  return { read, notRead };
}

/** The catalogue's words for what ended an arm. */
function whyEnded(code: string | null): Text {
  const entry = errorCatalogue.find((candidate) => candidate.code === code);
  return entry ? { zh: entry.text.zh, en: entry.text.en } : { zh: '原因不明', en: 'reason not known' };
}

const ARM_WORDS: Readonly<Record<ArmName, { readonly zh: string; readonly en: string }>> = {
  untouched: { zh: '不作选择的访问', en: 'the visit that chose nothing' },
  refuse: { zh: '拒绝的访问', en: 'the visit that refused' },
  accept: { zh: '同意的访问', en: 'the visit that agreed' },
  control: { zh: '对照复测的访问', en: 'the control visit' },
};

function environmentOf(browser: Browser, visit: WebVisit, runs: readonly ArmRun[], blank: Environment['blankControl']): Environment {
  const profile = visitorProfile(visit.profile, browser.identity.product);
  const unique = <T>(items: readonly T[]): T[] => [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
  return {
    browser: browser.identity,
    profile: { name: profile.name, userAgent: profile.userAgent, viewport: profile.viewport, stubs: profile.stubs },
    host: { os: `${platform()} ${release()} ${arch()}`, node: process.version, timeZone: 'Asia/Shanghai' },
    clock: { offsetMs: null, source: 'system clock; compare with the time-stamp of the seal' },
    dns: unique(runs.flatMap((run) => [...run.session.tunnel.dns()])),
    peers: unique(runs.flatMap((run) => [...run.session.tunnel.peers()])),
    certificates: unique(runs.flatMap((run) => [...run.certificates])),
    blankControl: blank,
    rules: { sha256: ruleSetDigest() },
  };
}

/** When the browser died before its network log could be read: the gap is stated. */
function completenessOf(events: readonly LedgerEvent[]): ArmSummary['completeness'] {
  const requests = events.filter((event) => event.type === 'request');
  return { devtools: requests.length, netlog: 0, both: 0, missing: 0, stated: 'the second ledger could not be read' };
}

/** Certificates that servers showed during the arm, as the browser checked them. */
function certificatesOf(events: readonly LedgerEvent[]): Environment['certificates'] {
  const shown = new Map<string, Environment['certificates'][number]>();
  for (const event of events) {
    if (event.type !== 'response' || event.security === null) continue;
    const host = URL.parse(event.url)?.host ?? '';
    const { subject, issuer, validTo } = event.security;
    shown.set(host, { host, subject, issuer, validTo: new Date(validTo * 1000).toISOString() });
  }
  return [...shown.values()].sort((a, b) => (a.host < b.host ? -1 : 1));
}
