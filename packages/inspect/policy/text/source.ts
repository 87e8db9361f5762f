/** What structure is known of a line before its words are read. */
export type LineHint = 'heading' | 'item' | 'row' | null;

export interface SourceLine {
  readonly start: number;
  readonly end: number;
  readonly hint: LineHint;
  /** 1 is the highest; 0 when unknown. */
  readonly level: number;
  /** Node of the surface the line comes from; null for plain texts. */
  readonly node: number | null;
}

/** A text cut into lines; offsets are UTF-16 units of `text`. Cells of a table row are set apart by a tab. */
export interface PolicySource {
  readonly text: string;
  readonly lines: readonly SourceLine[];
}

/** Lines of a plain text. */
export function sourceOf(text: string): PolicySource {
  const lines: SourceLine[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && text[index] !== '\n' && text[index] !== '\r') continue;
    if (index > start) lines.push({ start, end: index, hint: null, level: 0, node: null });
    start = index + 1;
  }
  return { text, lines };
}
