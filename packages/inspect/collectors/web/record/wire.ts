import type { Protocol } from 'devtools-protocol';

/** Header names in lower case, values as they were. */
export function headersOf(headers: Protocol.Network.Headers): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

const MAX_FRAMES = 12;

/** Call stack as lines `function url:line:column`, counted from 1, innermost first; asynchronous callers follow. */
export function stackOf(stack: Protocol.Runtime.StackTrace | undefined): string[] {
  const lines: string[] = [];
  for (let part = stack; part && lines.length < MAX_FRAMES; part = part.parent) {
    for (const frame of part.callFrames) {
      if (lines.length >= MAX_FRAMES) break;
      lines.push(`${frame.functionName || '(anonymous)'} ${frame.url}:${frame.lineNumber + 1}:${frame.columnNumber + 1}`);
    }
  }
  return lines;
}
