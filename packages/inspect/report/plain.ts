/**
 * Text of a page made harmless for a terminal or a report: control characters, escape sequences and the marks that turn the
 * direction of writing are shown as `⟨U+202E⟩`, because they can make a report say something else than it holds.
 */
export function showHidden(text: string): string {
  return text.replaceAll(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => {
      return `⟨U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩`;
    },
  );
}

/** One line of plain text, shortened to `most` characters. */
export function oneLine(text: string, most = 80): string {
  const line = showHidden(text.replaceAll(/\s+/g, ' ').trim());
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : line;
}
