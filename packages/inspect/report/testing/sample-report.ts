import { createHash } from 'node:crypto';
import { hookLabel, requirementById } from '@liangjian/law';
import type { Fact } from '../../facts/fact.ts';
import { makeFact } from '../../facts/make-fact.ts';
import type { ReportSource } from '../html/source.ts';
import type { Report, ReportedOutcome } from '../report.ts';

/** A valid 1×1 GIF: all that matters is that it is a picture. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
const SHOT = createHash('sha256').update(GIF).digest('hex');

/** Words of a hostile page: markup, an escape sequence, and a mark that turns the direction of writing. */
export const HOSTILE = '\u001b[31m\u202E<script>alert(1)</script>"\'';

const ARMS = ['untouched', 'refuse', 'accept'] as const;

const prompt = makeFact('prompt', {
  phase: 'before-choice',
  pi: [],
  party: null,
  label: HOSTILE,
  detail: {
    role: 'consent',
    confidence: 0.9,
    why: [],
    text: HOSTILE,
    blocking: true,
    stage: 'arrive',
    trigger: 'load',
    count: 1,
    afterRefusal: 0,
    purposes: [],
    rendered: 'text',
    choices: [],
    ticks: [],
    arms: [...ARMS],
  },
  evidence: [{ artefact: SHOT, selector: '#ask', box: { x: 10, y: 20, width: 100, height: 60 }, request: 3, arm: 'untouched' }],
  stable: ['consent'],
});

const transfer = makeFact('transfer', {
  phase: 'before-choice',
  pi: ['device-id'],
  party: { role: 'third', domain: 'tongji-demo.test', company: '某统计公司', service: null, category: 'analytics', why: 'another domain' },
  label: 'identifiers → collect.tongji-demo.test',
  detail: {
    host: 'collect.tongji-demo.test',
    scheme: 'http',
    method: 'GET',
    channel: 'image',
    found: [],
    identifiers: [{ key: 'vid', where: 'query' }],
    withheld: false,
    inClear: true,
    afterInput: false,
    typed: false,
    initiator: null,
    stage: 'arrive',
    arms: [...ARMS],
    repeated: true,
  },
  evidence: [{ artefact: SHOT, request: 2, arm: 'untouched' }],
  stable: ['vid'],
});

const limit = makeFact('limit', {
  phase: 'static',
  pi: [],
  party: null,
  label: 'robot-check',
  detail: { what: 'robot-check', where: '滑块', arms: ['accept'] },
  evidence: [],
  stable: ['robot'],
});

const outcome = (
  id: string,
  answer: ReportedOutcome['outcome'],
  facts: readonly Fact[],
  status: ReportedOutcome['status'] = 'verified',
): ReportedOutcome => {
  const row = requirementById(id);
  return {
    requirement: id,
    outcome: answer,
    kind: row.kinds[0] ?? 'none',
    level: row.level,
    title: row.title,
    message: { zh: `${id} 看到的情形。`, en: `What was seen for ${id}.` },
    facts: facts.map((fact) => fact.id),
    officer: { zh: '请复核。', en: 'Check again.' },
    law: row.law.slice(0, 2).map((hook, index) => ({ hook, label: hookLabel(hook), status: index === 0 ? 'verified' : 'unverified' })),
    status,
  };
};

/** A small report with each outcome, hostile words, a limit and a visit that was cut short. */
export const SAMPLE: Report = {
  format: 'liangjian-inspection/1',
  tool: { name: 'liangjian', version: '0.0.0' },
  touchpoint: {
    kind: 'web',
    locator: 'https://shop.test/menu?t=8',
    scene: 'S1',
    sceneBasis: 'guessed',
    sceneWhy: '点餐',
    channel: 'dine-in',
    operator: { name: '某餐厅', basis: ['host: shop.test'] },
  },
  startedAt: '2026-11-24T08:00:00.000Z',
  finishedAt: '2026-11-24T08:00:30.000Z',
  environment: {
    browser: { product: 'HeadlessChrome/153', executable: 'shell', sha256: '0'.repeat(64), flags: ['--headless'], sandbox: true },
    profile: { name: 'mobile', userAgent: 'test', viewport: { width: 390, height: 844, scale: 2 }, stubs: [] },
    host: { os: 'linux', node: 'v24', timeZone: 'Asia/Shanghai' },
    clock: { offsetMs: null, source: 'system clock' },
    dns: [{ host: 'shop.test', addresses: ['192.0.2.1'], cname: [] }],
    peers: [],
    certificates: [],
    blankControl: { requests: 0, cookies: 0, storage: 0, clean: true },
    rules: { sha256: '1'.repeat(64) },
  },
  repeatability: { both: 2, once: [] },
  coverage: {
    read: ['不作选择的访问'],
    notRead: [{ what: '同意的访问', why: '中断', en: { what: 'the visit that agreed', why: 'ended early' } }],
  },
  arms: ARMS.map((arm) => ({
    arm,
    ledger: `arms/${arm}.ndjson`,
    events: 3,
    head: '2'.repeat(64),
    complete: arm !== 'accept',
    stoppedBy: arm === 'accept' ? 'time-out' : null,
    completeness: { devtools: 9, netlog: 9, both: 9, missing: 0, stated: '9 of 9' },
  })),
  artefacts: [
    { sha256: SHOT, path: `artefacts/${SHOT.slice(0, 2)}/${SHOT}`, mediaType: 'image/gif', bytes: GIF.length, role: 'screenshot' },
  ],
  facts: [prompt, transfer, limit],
  outcomes: [
    outcome('G01', 'pass', []),
    outcome('G10', 'fail', [transfer]),
    outcome('G14', 'fail', [prompt], 'unverified'),
    outcome('G23', 'cannot-tell', []),
  ],
};

const base = { stage: 'arrive', step: 0, target: 'page' } as const;

/** The capture behind the sample report. */
export const SAMPLE_SOURCE: ReportSource = {
  read: (sha256) => (sha256 === SHOT ? GIF : null),
  arms: ARMS.map((arm) => ({
    arm,
    events: [
      { ...base, seq: 1, t: 1, type: 'note', code: 'start', detail: arm },
      { ...base, seq: 2, t: 20, type: 'download', url: `http://collect.tongji-demo.test/p?vid=1&${HOSTILE}`, suggestedName: 'p' },
      {
        ...base,
        seq: 3,
        t: 300,
        type: 'surface',
        surface: '3'.repeat(64),
        screenshot: SHOT,
        reason: 'arrive',
        url: 'https://shop.test/',
        title: HOSTILE,
      },
    ],
  })),
};
