import type { Excuse } from '../../excuse.ts';
import { excusesOf } from '../../excuse.ts';
import { deriveProgramFacts } from '../../facts/derive/program/derive.ts';
import type { Fact } from '../../facts/fact.ts';
import { declaredList, type GivenFile, policyText } from './given-texts.ts';
import { modelProgram } from './model/model-program.ts';
import type { ProgramModel } from './model/program-model.ts';
import type { Program } from './program.ts';

export interface ProgramReading {
  readonly model: ProgramModel;
  readonly facts: readonly Fact[];
  readonly excuses: readonly Excuse[];
}

/** What one program says, with what was handed over beside it. The same for a first inspection and for a later one of what was stored. */
export function readOne(program: Program, policies: readonly GivenFile[], declared: GivenFile | null): ProgramReading {
  const model = modelProgram(program);
  const facts = deriveProgramFacts({
    program,
    model,
    texts: policies.map(policyText),
    declared: declared && declaredList(declared),
  });
  const carried = new Set(facts.flatMap(({ evidence }) => evidence.flatMap(({ file }) => file ?? [])));
  const commented = program.files.filter(({ origin, path }) => origin === 'own' && carried.has(path));
  return {
    model,
    facts,
    excuses: excusesOf(
      facts,
      commented.map(({ path, startLine, text }) => ({ file: path, startLine, text })),
    ),
  };
}
