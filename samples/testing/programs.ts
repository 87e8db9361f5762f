import { join } from 'node:path';
import { inspectPrograms, type Report } from '@liangjian/inspect';
import type { ProgramSample } from '../truth/programs.ts';

const HOME = join(import.meta.dirname, '..', 'miniprogram');

export const folderOf = ({ id }: Pick<ProgramSample, 'id'>): string => join(HOME, id);

/** Reports on every program of a sample folder. */
export async function inspectSample(sample: ProgramSample): Promise<readonly Report[]> {
  const inspected = await inspectPrograms({
    targets: [folderOf(sample)],
    scene: sample.scene,
    channel: null,
    appId: null,
    policies: [],
    declared: null,
    baseline: [],
    folder: () => null,
  });
  return inspected.map(({ report }) => report);
}
