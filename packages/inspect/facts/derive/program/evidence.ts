import type { Place } from '../../../collectors/miniprogram/model/program-model.ts';
import type { ProgramFile } from '../../../collectors/miniprogram/program.ts';
import type { Evidence } from '../../fact.ts';
import type { FilesByPath } from './program-input.ts';

/** Turns places of the model into evidence: file, line, column, and the quoted source with its offsets in the artefact. */
export function evidenceFinder(files: FilesByPath): (place: Place) => Evidence {
  const starts = new Map<ProgramFile, readonly number[]>();
  const linesOf = (file: ProgramFile): readonly number[] => {
    const known = starts.get(file) ?? lineStarts(file.text);
    starts.set(file, known);
    return known;
  };

  const spanOf = (place: Place): Evidence['span'] => {
    if (place.quote === '') return undefined;
    for (const file of files.get(place.file) ?? []) {
      const from = linesOf(file)[place.line - file.startLine];
      if (from === undefined) continue;
      const at = file.text.indexOf(place.quote, from);
      if (at < 0 || at > from + LONGEST) continue;
      const start = at + file.startOffset;
      return { start, end: start + place.quote.length, quote: place.quote };
    }
    return undefined;
  };

  return (place) => {
    const span = spanOf(place);
    return { artefact: place.artefact, file: place.file, line: place.line, column: place.column, ...(span ? { span } : {}) };
  };
}

/** A bundle may be one line: what is looked for behind this many characters of a line's start is not looked for at all. */
const LONGEST = 200_000;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
