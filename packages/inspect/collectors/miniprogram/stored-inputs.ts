import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CaptureDamaged, type StoredCapture } from '../../capture/read-capture.ts';
import type { GivenFile } from './given-texts.ts';
import type { Program } from './program.ts';
import { safePath } from './read/container/safe-path.ts';

/** What a program was read from, so that it can be read again without the place where it lay. */
export interface InputIndex {
  readonly format: 'liangjian-program-inputs/1';
  /** `folder`: files at their paths below one root; `files`: packages or archives of one program. */
  readonly target: 'folder' | 'files';
  readonly root: string;
  readonly platform: string;
  readonly appId: string | null;
  readonly files: readonly InputFile[];
  readonly policies: readonly InputFile[];
  readonly declared: InputFile | null;
}

interface InputFile {
  readonly path: string;
  readonly sha256: string;
}

export const INPUTS_ROLE = 'program-inputs';

/** Bytes of the files that a program was read from, by path below the target; packages inside a folder count once. `wanted` leaves files of a folder out. */
export function inputsOf(
  program: Program,
  targets: readonly string[],
  wanted: (path: string) => boolean = () => true,
): Map<string, Buffer> {
  const [first = ''] = targets;
  const inputs = new Map<string, Buffer>();
  if (targets.length > 1 || !statSync(first).isDirectory()) {
    for (const path of targets) inputs.set(basename(path), readFileSync(path));
    return inputs;
  }
  for (const { path } of program.files) {
    if (!wanted(path)) continue;
    const file = onDisk(first, path);
    if (file !== null && !inputs.has(file)) inputs.set(file, readFileSync(join(first, file)));
  }
  return inputs;
}

/** The file itself, or the package it lies in. */
function onDisk(root: string, path: string): string | null {
  for (let part = path; part !== '' && part !== '.'; part = dirname(part)) {
    const full = join(root, part);
    if (existsSync(full)) return statSync(full).isFile() ? part : null;
  }
  return null;
}

/** The index as stored; null for a capture that holds no program. @throws CaptureDamaged */
export function indexOf({ capture, read }: StoredCapture): InputIndex | null {
  const listed = capture.artefacts.find(({ role }) => role === INPUTS_ROLE);
  const bytes = listed ? read(listed.sha256) : null;
  if (bytes === null) return null;
  try {
    return JSON.parse(bytes.toString('utf8')) as InputIndex;
  } catch {
    throw new CaptureDamaged(`${INPUTS_ROLE}: not JSON`);
  }
}

/** Lays the stored inputs out in a temporary folder for `use`, and takes it away again. @throws CaptureDamaged */
export async function withInputs<T>(stored: StoredCapture, index: InputIndex, use: (targets: readonly string[]) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'liangjian-'));
  try {
    const targets = index.files.map(({ path, sha256: name }) => {
      if (safePath(path) !== path) throw new CaptureDamaged(`${path}: not a path inside the capture`);
      const full = join(folder, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, bytesOf(stored, name), { mode: 0o600 });
      return full;
    });
    return await use(index.target === 'folder' ? [folder] : targets);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A stored file that had been handed over beside the program. @throws CaptureDamaged */
export const givenFrom = (stored: StoredCapture, { path, sha256: name }: InputFile): GivenFile => ({
  name: path,
  bytes: bytesOf(stored, name),
  sha256: name,
});

function bytesOf(stored: StoredCapture, name: string): Buffer {
  const bytes = stored.read(name);
  if (bytes === null) throw new CaptureDamaged(`${name}: missing`);
  return bytes;
}
