export interface TextLiteral {
  readonly text: string;
  readonly start: number;
  /** The 60 characters of code before it, without comments of this line. */
  readonly before: string;
}

const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|(?<=[=(,:[!&|?;{}\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[gimsuy]*/g;

/** String literals of a script in order; comments and regular expressions give none. Works on files that do not parse. */
export function* textLiterals(text: string): Generator<TextLiteral> {
  const pattern = new RegExp(TOKEN.source, 'g');
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const quote = found[0][0];
    if (quote !== '"' && quote !== "'" && quote !== '`') continue;
    yield { text: found[0].slice(1, -1), start: found.index + 1, before: text.slice(Math.max(0, found.index - 60), found.index) };
  }
}

/** A script with comments, strings and regular expressions blanked out; offsets stay. */
export const codeOnly = (text: string): string =>
  text.replaceAll(new RegExp(TOKEN.source, 'g'), (token) => token.replaceAll(/[^\n]/g, ' '));
