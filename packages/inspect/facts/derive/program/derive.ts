import type { Fact } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import { askingFacts } from './asking.ts';
import { controlFacts } from './controls.ts';
import { declarationFacts } from './declarations.ts';
import { evidenceFinder } from './evidence.ts';
import { flawFacts } from './flaws.ts';
import { partyFacts } from './parties.ts';
import { pointFacts } from './points.ts';
import { filesByPath, type ProgramInput } from './program-input.ts';
import { spotKeeper } from './stable.ts';
import { textFacts } from './texts.ts';

/** Every fact of one program, in the shared vocabulary. Pure: the same program gives the same facts in the same order. */
export function deriveProgramFacts(input: ProgramInput): Fact[] {
  const files = filesByPath(input.program);
  const evidenceOf = evidenceFinder(files);
  const spot = spotKeeper();
  const points = pointFacts(input, evidenceOf, spot);
  const byPlace = new Map<string, string>(
    points.flatMap((fact) => {
      const [first] = fact.evidence;
      return fact.type === 'collects' && first
        ? [[`${first.file}:${first.line}:${first.column}:${fact.detail.name}`, fact.id] as const]
        : [];
    }),
  );
  const texts = textFacts(input, files, evidenceOf, spot);
  return unique([
    programFact(input),
    ...points,
    ...askingFacts(input, evidenceOf, spot),
    ...flawFacts(input, evidenceOf, spot, (point) => byPlace.get(point) ?? null),
    ...texts,
    ...declarationFacts(input, texts),
    ...partyFacts(input, evidenceOf, spot),
    ...controlFacts(input.program),
  ]);
}

/** Equal facts from two places (one text shipped twice) stand once. */
function unique(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.toReversed().map((fact) => [fact.id, fact])).values()].toReversed();
}

function programFact({ program, model }: ProgramInput): Fact<'program'> {
  const { platform, framework, appId, config, files, unread } = program;
  const whole = unread.length + model.unread.length === 0 ? ('yes' as const) : ('no' as const);
  const app = files.find(
    ({ role, inProgram }) => role === 'config' && /^(app|app-config|pages|manifest|project\.config)\.json$/.test(inProgram),
  );
  return makeFact('program', {
    phase: 'static',
    pi: [],
    party: null,
    label: program.root || (appId ?? platform),
    detail: { platform, framework, appId, pages: config.pages.length, files: files.length, whole },
    evidence: app ? [{ artefact: app.artefact, file: app.path, line: 1 }] : [],
    stable: [platform, program.root],
  });
}
