import type { Program, ProgramFile } from '../../../collectors/miniprogram/program.ts';
import type { ProgramModel } from '../../../collectors/miniprogram/model/program-model.ts';
import type { PolicyDocument } from '../../fact.ts';

/** A legal text handed over beside the program. */
export interface GivenText {
  readonly name: string;
  readonly artefact: string;
  readonly text: string;
  readonly document: PolicyDocument;
}

/** The list an operator gave to the platform: key of the platform → what it says the data is for. */
export interface DeclaredList {
  readonly name: string;
  readonly artefact: string;
  readonly keys: ReadonlyMap<string, { readonly said: string | null; readonly line: number }>;
}

export interface ProgramInput {
  readonly program: Program;
  readonly model: ProgramModel;
  readonly texts: readonly GivenText[];
  readonly declared: DeclaredList | null;
}

/** Readable files by the path a finding names; modules of one bundle share theirs. */
export type FilesByPath = ReadonlyMap<string, readonly ProgramFile[]>;

export function filesByPath(program: Program): FilesByPath {
  const all = new Map<string, ProgramFile[]>();
  for (const file of program.files) {
    const known = all.get(file.path);
    if (known) known.push(file);
    else all.set(file.path, [file]);
  }
  return all;
}
