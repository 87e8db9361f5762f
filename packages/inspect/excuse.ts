import type { Fact } from './facts/fact.ts';

/** Facts that a developer sets aside for one requirement: by a comment that gives a reason, or as known before. */
export interface Excuse {
  readonly requirement: string;
  /** Ids of facts. */
  readonly facts: readonly string[];
  readonly by: 'comment' | 'baseline';
  readonly reason: string;
  readonly file: string | null;
  readonly line: number | null;
}

/** Text of one file that carries facts. */
export interface CommentedText {
  readonly file: string;
  readonly startLine: number;
  readonly text: string;
}

/**
 * `liangjian: not applicable G10 because the map is what this page is for`, in any comment; Chinese `亮剑：不适用 G10，因为……` says the same.
 * Without a reason it does not count.
 */
const COMMENT =
  /(?:liangjian\s*[:：]\s*not applicable|亮剑\s*[:：]\s*不适用)\s+([A-Z]\d{2}(?:\s*[,，、]\s*[A-Z]\d{2})*)\s*(?:[,，]\s*)?(?:because|因为|：|:)\s*(\S[^\n]{2,300})/gi;

/** The comment speaks for its own line and for the statement or element below it, which may run over some lines. */
const REACH = 4;
const SHORTEST_REASON = 4;

/** Excuses by comments beside what facts point at. Pure. */
export function excusesOf(facts: readonly Fact[], texts: readonly CommentedText[]): Excuse[] {
  return texts.flatMap(({ file, startLine, text }) => {
    if (!/liangjian|亮剑/i.test(text)) return [];
    return [...text.matchAll(COMMENT)].flatMap((match) => {
      const reason = (match[2] ?? '').replace(/\s*(-->|\*\/|\}\}?)\s*$/, '').trim();
      if (reason.length < SHORTEST_REASON) return [];
      const line = startLine + text.slice(0, match.index).split('\n').length - 1;
      const near = facts.filter(
        ({ evidence: [first] }) => first?.file === file && first.line !== undefined && first.line >= line && first.line <= line + REACH,
      );
      const rows = (match[1] ?? '').toUpperCase().split(/\s*[,，、]\s*/);
      return rows.map((requirement) => ({ requirement, facts: near.map(({ id }) => id), by: 'comment' as const, reason, file, line }));
    });
  });
}
