import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { basename, resolve } from 'node:path';
import type { Artefact, Capture, NotRead } from '../../capture/capture.ts';
import { openCaptureWriter } from '../../capture/capture-writer.ts';
import { CaptureDamaged, readCapture, type StoredCapture } from '../../capture/read-capture.ts';
import type { Excuse } from '../../excuse.ts';
import { reportFrom } from '../../judge.ts';
import type { Report } from '../../report/report.ts';
import { ruleSetDigest, TOOL } from '../../tool.ts';
import { type GivenFile, readGiven } from './given-texts.ts';
import type { Program, Unread } from './program.ts';
import { eachProgram, readPrograms } from './read/read-programs.ts';
import { type ProgramReading, readOne } from './read-one.ts';
import { sceneOfProgram } from './scene-words.ts';
import { givenFrom, INPUTS_ROLE, type InputIndex, indexOf, inputsOf, withInputs } from './stored-inputs.ts';

/** Nothing of a program could be read. `code` is a key of the error catalogue. */
export class NoProgram extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface ProgramVisit {
  /** A folder, an archive or a package; several are the packages of one program. */
  readonly targets: readonly string[];
  readonly scene: string | null;
  readonly channel: string | null;
  /** AppID of an encrypted package, when it is known. */
  readonly appId: string | null;
  /** Files with legal texts of the operator. */
  readonly policies: readonly string[];
  /** The list the operator gave to the platform (`privacy_list`, `setting_list`). */
  readonly declared: string | null;
  /** Known findings to be set aside. */
  readonly baseline: readonly Excuse[];
  /** Empty folder for the capture of a program; null when nothing is kept. `several`: the target holds more than one. */
  readonly folder: (index: number, name: string, several: boolean) => string | null;
}

export interface InspectedProgram {
  /** Root below the target, or the name of the target. */
  readonly name: string;
  readonly report: Report;
  readonly stored: StoredCapture;
}

/**
 * Reads every program of a target and judges each: one report a program, in the order of their roots. Nothing of a program is run.
 * @throws NoProgram when nothing was found; what the readers of given files throw.
 */
export async function inspectPrograms(visit: ProgramVisit): Promise<readonly InspectedProgram[]> {
  const startedAt = new Date();
  const targets = visit.targets.map((path) => resolve(path));
  const absent = targets.find((path) => !existsSync(path));
  if (absent !== undefined) throw new NoProgram('target-not-found', absent);
  const policies = visit.policies.map(readGiven);
  const declared = visit.declared === null ? null : readGiven(visit.declared);
  const unread: Unread[] = [];
  const programs = eachProgram(targets.length === 1 ? (targets[0] as string) : targets, visit.appId ? { appId: visit.appId } : {}, unread);
  let next = programs.next();
  if (next.done)
    throw new NoProgram(
      'no-program-found',
      [visit.targets.join(', '), ...unread.slice(0, 3).map((gap) => `${gap.what}: ${gap.why}`)].join('; '),
    );
  const inspected: InspectedProgram[] = [];
  // One program is held in memory at a time, and the one after it as far as it is known to be there.
  for (let index = 0; !next.done; index += 1) {
    const program = next.value;
    next = programs.next();
    const name = program.root || basename(targets[0] ?? '');
    const folder = visit.folder(index, name, index > 0 || !next.done);
    inspected.push(await inspectOne({ program, name, folder, visit, targets, policies, declared, unread, startedAt }));
  }
  return inspected;
}

interface One {
  readonly program: Program;
  readonly name: string;
  readonly folder: string | null;
  readonly visit: ProgramVisit;
  readonly targets: readonly string[];
  readonly policies: readonly GivenFile[];
  readonly declared: GivenFile | null;
  readonly unread: readonly Unread[];
  readonly startedAt: Date;
}

async function inspectOne(one: One): Promise<InspectedProgram> {
  const { program, name, folder, visit } = one;
  const reading = readOne(program, one.policies, one.declared);
  const capture = captureOf(one, reading);
  const stored = folder === null ? unstored(capture, one, reading) : await store(capture, one, folder);
  return { name, stored, report: reportFrom(stored.capture, reading.facts, [...reading.excuses, ...visit.baseline]) };
}

function captureOf({ program, visit, targets, unread, startedAt }: One, { model }: ProgramReading): Omit<Capture, 'artefacts'> {
  const guess = sceneOfProgram(program, model);
  const scene = visit.scene ?? guess.scene;
  return {
    format: 'liangjian-capture/1',
    tool: TOOL,
    touchpoint: {
      kind: 'miniprogram',
      locator: locatorOf(visit.targets, targets, program),
      scene,
      sceneBasis: visit.scene ? 'given' : guess.scene ? 'guessed' : 'none',
      sceneWhy: visit.scene ? '' : guess.why,
      channel: visit.channel ?? (visit.scene && visit.scene !== guess.scene ? null : guess.channel),
    },
    startedAt: startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    environment: {
      browser: null,
      profile: null,
      host: { os: `${platform()} ${release()} ${arch()}`, node: process.version, timeZone: 'Asia/Shanghai' },
      clock: { offsetMs: null, source: 'system clock; compare with the time-stamp of the seal' },
      dns: [],
      peers: [],
      certificates: [],
      blankControl: null,
      rules: { sha256: ruleSetDigest() },
    },
    coverage: { read: program.read, notRead: distinct([...unread, ...program.unread, ...model.unread]) },
    arms: [],
    canaries: {},
  };
}

/** What was asked for, and the program below it where there are several. */
function locatorOf(asked: readonly string[], [first = '']: readonly string[], { root }: Program): string {
  const named = asked.map((path) => path.replace(/\/+$/, '') || path).join(' + ');
  return root === '' || root === basename(first) ? named : `${named} › ${root}`;
}

const distinct = (gaps: readonly Unread[]): NotRead[] => [...new Map(gaps.map((gap) => [`${gap.what}\n${gap.why}`, gap])).values()];

/** Artefacts are named though nothing is kept: whoever holds the files can check them. */
function unstored(capture: Omit<Capture, 'artefacts'>, one: One, { facts }: ProgramReading): StoredCapture {
  const carried = new Set(facts.flatMap(({ evidence }) => evidence.flatMap(({ file }) => file ?? [])));
  const listed = new Map<string, Artefact>();
  const given = new Map([...one.policies, ...(one.declared ? [one.declared] : [])].map((file) => [file.sha256, file]));
  for (const { sha256, bytes, name } of given.values()) listed.set(sha256, artefact(sha256, name, bytes.length, 'given'));
  const inputs = inputsOf(one.program, one.targets, (path) => carried.has(path));
  const bytesOf = new Map<string, Buffer>();
  for (const [path, bytes] of inputs) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    listed.set(sha256, artefact(sha256, path, bytes.length, 'source'));
    bytesOf.set(sha256, bytes);
  }
  const artefacts = [...listed.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  return {
    folder: '',
    capture: { ...capture, artefacts },
    arms: [],
    read: (sha256) => bytesOf.get(sha256) ?? given.get(sha256)?.bytes ?? null,
    surface: (sha256) => {
      throw new CaptureDamaged(`surface ${sha256}: missing`);
    },
  };
}

const artefact = (sha256: string, path: string, bytes: number, role: string): Artefact => ({
  sha256,
  path,
  mediaType: mediaTypeOf(path),
  bytes,
  role,
});

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  js: 'text/javascript',
  ts: 'text/plain',
  html: 'text/html',
  wxapkg: 'application/octet-stream',
  zip: 'application/zip',
};
const mediaTypeOf = (path: string): string => TYPES[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'text/plain';

async function store(capture: Omit<Capture, 'artefacts'>, one: One, folder: string): Promise<StoredCapture> {
  const writer = openCaptureWriter(folder);
  const keep = async (path: string, bytes: Uint8Array, role: string) => ({
    path,
    sha256: (await writer.put(bytes, mediaTypeOf(path), role)).sha256,
  });
  const files: InputIndex['files'][number][] = [];
  for (const [path, bytes] of inputsOf(one.program, one.targets)) files.push(await keep(path, bytes, 'source'));
  const policies: InputIndex['policies'][number][] = [];
  for (const { name, bytes } of one.policies) policies.push(await keep(name, bytes, 'given'));
  const [first = ''] = one.targets;
  const index: InputIndex = {
    format: 'liangjian-program-inputs/1',
    target: one.targets.length === 1 && statSync(first).isDirectory() ? 'folder' : 'files',
    root: one.program.root,
    platform: one.program.platform,
    appId: one.visit.appId,
    files,
    policies,
    declared: one.declared ? await keep(one.declared.name, one.declared.bytes, 'given') : null,
  };
  await writer.put(Buffer.from(JSON.stringify(index)), 'application/json', INPUTS_ROLE);
  await writer.finish(capture);
  return readCapture(folder);
}

/** Reads a stored program again and judges it by the rules of today; null for a capture of something else. @throws CaptureDamaged */
export async function judgeStoredProgram(stored: StoredCapture): Promise<Report | null> {
  const index = indexOf(stored);
  if (index === null) return null;
  return withInputs(stored, index, async (targets) => {
    const { programs } = await readPrograms(
      targets.length === 1 ? (targets[0] as string) : targets,
      index.appId ? { appId: index.appId } : {},
    );
    const program = programs.find(({ root, platform: of }) => root === index.root && of === index.platform);
    if (!program) throw new CaptureDamaged(`${INPUTS_ROLE}: ${index.root}`);
    const policies = index.policies.map((file) => givenFrom(stored, file));
    const { facts, excuses } = readOne(program, policies, index.declared && givenFrom(stored, index.declared));
    return reportFrom(stored.capture, facts, excuses);
  });
}
