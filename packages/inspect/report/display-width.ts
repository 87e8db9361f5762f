const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NONE = /[\p{Mn}\p{Me}\u200b-\u200f\u2060\ufe0e\ufe0f]/u;
/** Marks that may not begin a line in Chinese typesetting. */
const CLOSING = /^[，。；：！？、）》」』”’…,.;:!?)\]]/u;

/** Columns a text takes on a terminal: two for a Chinese character, none for a combining mark. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** Breaks a text into lines of at most `columns`: between Chinese characters anywhere, else between words; a longer word is cut. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  const push = () => {
    if (line.trimEnd() !== '') lines.push(line.trimEnd());
    line = '';
  };
  for (const piece of pieces(text)) {
    if (displayWidth(line) + displayWidth(piece.trimEnd()) > columns && !(CLOSING.test(piece) && displayWidth(line) <= columns)) push();
    if (displayWidth(piece.trimEnd()) <= columns) {
      line += line === '' ? piece.trimStart() : piece;
      continue;
    }
    for (const character of piece) {
      if (displayWidth(line) + displayWidth(character) > columns) push();
      line += character;
    }
  }
  push();
  return lines;
}

/** Words with the space behind them; a wide character is a piece of its own. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const character of text) {
    const wide = WIDE.test(character);
    if (wide && word !== '') {
      found.push(word);
      word = '';
    }
    if (wide) found.push(character);
    else {
      word += character;
      if (character === ' ') {
        found.push(word);
        word = '';
      }
    }
  }
  if (word !== '') found.push(word);
  return found;
}
