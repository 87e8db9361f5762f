import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Excuse, type InspectedProgram, inspectPrograms } from '@liangjian/inspect';
import { claim } from './inspect-one.ts';

export interface ProgramPlan {
  readonly scene: string | null;
  readonly channel: string | null;
  readonly appId: string | null;
  readonly policies: readonly string[];
  readonly declared: string | null;
  readonly baseline: readonly Excuse[];
}

export interface KeptProgram extends InspectedProgram {
  /** Folder of the results; null when nothing is kept. */
  readonly folder: string | null;
}

/**
 * Reads the programs of one target. Results go to `folder` itself for one program, else each into a folder below it that begins
 * with its number, so that a listing reads as the report does.
 */
export async function inspectProgramTarget(
  paths: readonly string[],
  plan: ProgramPlan,
  folder: string | null,
): Promise<readonly KeptProgram[]> {
  const folders: (string | null)[] = [];
  const inspected = await inspectPrograms({
    ...plan,
    targets: paths,
    folder(index, name, several) {
      const own = folder === null || !several ? folder : join(folder, `${String(index + 1).padStart(3, '0')}-${safeName(name)}`);
      folders.push(own);
      if (own === null) return null;
      const capture = join(own, 'capture');
      mkdirSync(own, { recursive: true });
      claim(own, capture);
      return capture;
    },
  });
  return inspected.map((one, index) => ({ ...one, folder: folders[index] ?? null }));
}

const safeName = (name: string): string => name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 80);
