import type { Excuse } from '../../excuse.ts';
import { excusesOf } from '../../excuse.ts';
import { deriveProgramFacts } from '../../facts/derive/program/derive.ts';
import type { Fact } from '../../facts/fact.ts';
import { declaredList, type GivenFile, policyText } from './given-texts.ts';
import { modelProgram } from './model/model-program.ts';
import type { ProgramModel } from './model/program-model.ts';
import type { Program, Unread } from './program.ts';

export interface ProgramReading {
  readonly model: ProgramModel;
  readonly facts: readonly Fact[];
  readonly excuses: readonly Excuse[];
}

/** Code made to be hostile may exhaust the stack of whatever reads it: then nothing is known of it, and that is said. */
function modelled(program: Program): ProgramModel {
  try {
    return modelProgram(program);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : '';
    const gap: Unread = {
      what: '程序代码',
      why: `分析中断（${why}）`,
      en: { what: 'code of the program', why: `its analysis broke off (${why})` },
    };
    return { ...NOTHING, unread: [...program.unread, gap] };
  }
}

const NOTHING: ProgramModel = {
  points: [],
  faults: [],
  consentControls: [],
  prompts: [],
  agreements: [],
  agreementTexts: [],
  thirdParties: [],
  endpoints: [],
  secrets: [],
  privacyFramework: [],
  unread: [],
  work: { files: 0, hitFiles: 0, parsedFiles: 0, parsedBytes: 0 },
};

/** What one program says, with what was handed over beside it. The same for a first inspection and for a later one of what was stored. */
export function readOne(program: Program, policies: readonly GivenFile[], declared: GivenFile | null): ProgramReading {
  const model = modelled(program);
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
