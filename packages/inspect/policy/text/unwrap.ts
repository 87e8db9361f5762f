const STARTS =
  /^\s*(?:第[一二三四五六七八九十百\d]+[章编部条节]|[一二三四五六七八九十]{1,3}[、.．:：]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:\.\d{1,2})*[、.．:：\s]|[①-⑳●•·*-]|【)/;
const ENDS = /[。！？；：.!?;:”」』]\s*$/;
const PAGE_NUMBER =
  /^\s*(?:第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|-?\s*\d{1,3}\s*(?:\/\s*\d{1,3}|-)|page\s*\d{1,3}(?:\s*of\s*\d{1,3})?)\s*$/i;
/** A line counts as full when it reaches this share of the usual width. Our own line. */
const FULL = 0.88;
/** Fewer long lines than this show no page width. */
const LEAST_LINES = 6;

/** Columns a text takes: Han and full-width signs two, everything else one. */
const widthOf = (text: string): number => [...text.trim()].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);

/**
 * Joins lines that were broken because a page had come to its edge, as in text copied out of a PDF, and drops page numbers between
 * them. Texts whose lines show no common width are left as they are.
 */
export function unwrap(lines: readonly string[]): readonly string[] {
  const kept = lines.filter((line) => line.trim() !== '' && !PAGE_NUMBER.test(line));
  const width = edgeOf(kept);
  if (width === null) return lines.filter((line) => line.trim() !== '');
  const joined: string[] = [];
  let isOpen = false;
  for (const line of kept) {
    const last = joined.at(-1);
    if (isOpen && last !== undefined && !STARTS.test(line)) joined[joined.length - 1] = join(last, line);
    else joined.push(line);
    isOpen = widthOf(line) >= width * FULL && !ENDS.test(line);
  }
  return joined;
}

/** The width at which many lines stop and none goes on, or null. */
function edgeOf(lines: readonly string[]): number | null {
  const widths = lines.map(widthOf).sort((a, b) => b - a);
  const widest = widths[0] ?? 0;
  const full = widths.filter((width) => width >= widest * FULL).length;
  return widest >= 30 && widest <= 160 && full >= LEAST_LINES && full * 4 >= widths.length ? widest : null;
}

/** Latin words keep the space that the line break stood for. */
const join = (before: string, after: string): string => {
  const [left, right] = [before.trimEnd(), after.trimStart()];
  return /[A-Za-z\d,]$/.test(left) && /^[A-Za-z]/.test(right) ? `${left} ${right}` : left + right;
};
