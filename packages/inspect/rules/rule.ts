import type { Text } from '@liangjian/law';
import type { Capture, TouchpointKind } from '../capture/capture.ts';
import type { ArmName, Fact, FactType } from '../facts/fact.ts';

export type Outcome = 'pass' | 'fail' | 'cannot-tell';

/** What a rule may know beside the facts. */
export interface JudgeContext {
  readonly kind: TouchpointKind;
  readonly scene: string | null;
  readonly channel: string | null;
  readonly coverage: Capture['coverage'];
  /** Arms that ran to their end. */
  readonly arms: readonly ArmName[];
}

export interface Verdict {
  readonly outcome: Outcome;
  /** What was seen, in plain words, with arms and repetition counts. */
  readonly message: Text;
  /** Facts that carry the answer. */
  readonly facts: readonly Fact[];
  /** What an officer still has to do. */
  readonly officer: Text;
}

/** One requirement, one rule, one file. Pure: same facts, same verdict. */
export interface Rule {
  /** Row id in `law` (`G13`). */
  readonly requirement: string;
  readonly kinds: readonly TouchpointKind[];
  /** Fact types it reads. */
  readonly needs: readonly FactType[];
  judge(facts: FactView, context: JudgeContext): Verdict;
}

/** Read access to facts by type. */
export interface FactView {
  readonly all: readonly Fact[];
  of<T extends FactType>(type: T): readonly Fact<T>[];
  byId(id: string): Fact | undefined;
}
