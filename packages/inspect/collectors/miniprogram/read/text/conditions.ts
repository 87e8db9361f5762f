/** Answers whether a platform name is compiled in; null when it cannot be known (a custom name, a version test). */
export type PlatformTest = (name: string) => boolean | null;

const DIRECTIVE = /(?:\/\/|\/\*|<!--)[ \t]*#(ifdef|ifndef|else|endif)\b([^\r\n]*?)(?=\*\/|-->|\r|\n|$)/g;

/**
 * Blanks out what uni-app's `#ifdef`, `#ifndef`, `#else`, `#endif` comments leave out for a target. Every character but line ends
 * becomes a space, so that offsets, lines and columns stay those of the file. A condition nobody can decide keeps its text.
 */
export function blankOtherTargets(text: string, compiledIn: PlatformTest): string {
  if (!text.includes('#ifdef') && !text.includes('#ifndef')) return text;
  const stack: { kept: boolean; decided: boolean; outer: boolean }[] = [];
  let out = '';
  let from = 0;
  let keeping = true;
  const flush = (to: number): void => {
    const piece = text.slice(from, to);
    out += keeping ? piece : piece.replaceAll(/[^\r\n]/g, ' ');
    from = to;
  };
  for (const found of text.matchAll(DIRECTIVE)) {
    const [whole, word, condition = ''] = found;
    // The comment itself is kept: it is inert, and tells a reader why nothing stands there.
    if (word === 'ifdef' || word === 'ifndef') {
      flush(found.index);
      const value = evaluate(condition, compiledIn);
      const kept = value === null ? true : word === 'ifdef' ? value : !value;
      stack.push({ kept, decided: value !== null, outer: keeping });
      keeping = keeping && kept;
    } else if (word === 'else') {
      const top = stack.at(-1);
      if (!top) continue;
      flush(found.index);
      keeping = top.outer && (top.decided ? !top.kept : true);
    } else {
      const top = stack.pop();
      if (!top) continue;
      flush(found.index + whole.length);
      keeping = top.outer;
    }
  }
  flush(text.length);
  return out;
}

/** `A || B && C`, `&&` binding tighter, with unknown names carried through. */
function evaluate(condition: string, compiledIn: PlatformTest): boolean | null {
  let any: boolean | null = false;
  for (const side of condition.split('||')) {
    let all: boolean | null = true;
    for (const raw of side.split('&&')) {
      const name = raw.replaceAll(/[%()\s]/g, '');
      const value = name.startsWith('!') ? not(compiledIn(name.slice(1))) : compiledIn(name);
      all = all === false || value === false ? false : all === null || value === null ? null : true;
    }
    any = any === true || all === true ? true : any === null || all === null ? null : false;
  }
  return any;
}

const not = (value: boolean | null): boolean | null => (value === null ? null : !value);
