import { createHash } from 'node:crypto';
import type { BodyRef, LedgerEvents, LedgerEventType } from '../../../capture/ledger.ts';
import type { Stage } from '../../../facts/fact.ts';

/** Where the events of one arm go, in order. The capture writer numbers them from 1, as we do. */
export interface LedgerSink {
  append(event: Record<string, unknown>): number;
}

/** Where bytes go: stored under their SHA-256. */
export interface ArtefactSink {
  put(bytes: Uint8Array, mediaType: string, role: string): Promise<{ readonly sha256: string; readonly bytes: number }>;
}

/** A place kept in the ledger for an event whose details arrive a little later. */
export interface HeldEvent<T extends LedgerEventType> {
  readonly seq: number;
  fill(data: LedgerEvents[T]): void;
  readonly filled: () => boolean;
}

/** What all recorders of one arm share: one clock, one order, one store. */
export interface Arm {
  /** Milliseconds since the arm began, monotonic. */
  readonly now: () => number;
  readonly record: <T extends LedgerEventType>(target: string, type: T, data: LedgerEvents[T]) => number;
  /** Keeps the place; events behind it wait until it is filled. */
  readonly hold: <T extends LedgerEventType>(target: string, type: T) => HeldEvent<T>;
  /** Stores bytes; the reference is known at once, the writing is awaited by `flush`. */
  readonly put: (bytes: Uint8Array, mediaType: string, role: string) => BodyRef;
  readonly setStage: (stage: Stage, step: number, why: string) => void;
  /** Appends an event that was seen by another witness at that time (milliseconds since the epoch): it stands at the end, with the stage of its time. */
  readonly recordLate: <T extends LedgerEventType>(at: number, target: string, type: T, data: LedgerEvents[T]) => number;
  /** Waits for bytes under way. Rejects when one could not be stored. */
  readonly flush: () => Promise<void>;
  /** The visit is over: what the browser still hands over, or fails to, is no part of it. */
  readonly end: () => void;
}

/** Opens the order of an arm. Sequence numbers are given when the event is seen, not when it is complete. */
export function openArm(ledger: LedgerSink, artefacts: ArtefactSink): Arm {
  const began = performance.now();
  const beganAt = Date.now();
  const queue: { event: Record<string, unknown> | null }[] = [];
  const writing = new Set<Promise<unknown>>();
  let failure: unknown = null;
  let next = 1;
  let ended = false;
  let stage: Stage = 'arrive';
  let step = 0;
  const stages: { t: number; stage: Stage; step: number }[] = [{ t: 0, stage, step }];

  const now = (): number => Math.round((performance.now() - began) * 10) / 10;

  function drain(): void {
    while (queue[0]?.event) {
      const { event } = queue.shift() as { event: Record<string, unknown> };
      ledger.append(event);
    }
  }

  function reserve(target: string, type: LedgerEventType): { seq: number; complete: (data: object) => void; done: () => boolean } {
    const entry: { event: Record<string, unknown> | null } = { event: null };
    const base = { t: now(), stage, step, target, type };
    const seq = next;
    next += 1;
    queue.push(entry);
    return {
      seq,
      done: () => entry.event !== null,
      complete(data) {
        if (entry.event || ended) return;
        entry.event = { ...base, ...data };
        drain();
      },
    };
  }

  const record: Arm['record'] = (target, type, data) => {
    const place = reserve(target, type);
    place.complete(data);
    return place.seq;
  };

  return {
    now,
    record,
    hold(target, type) {
      const place = reserve(target, type);
      return { seq: place.seq, fill: place.complete, filled: place.done };
    },
    put(bytes, mediaType, role) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const write: Promise<void> = artefacts.put(bytes, mediaType, role).then(
        () => void writing.delete(write),
        (error: unknown) => {
          failure ??= error;
          writing.delete(write);
        },
      );
      writing.add(write);
      return { sha256, bytes: bytes.byteLength, mediaType };
    },
    setStage(name, toStep, why) {
      stage = name;
      step = toStep;
      stages.push({ t: now(), stage, step });
      record('browser', 'stage', { name, why });
    },
    recordLate(at, target, type, data) {
      const t = at - beganAt;
      const then = stages.findLast((one) => one.t <= t) ?? stages[0];
      const now = { stage, step };
      if (then) ({ stage, step } = then);
      const seq = record(target, type, data);
      ({ stage, step } = now);
      return seq;
    },
    async flush() {
      while (writing.size > 0) await Promise.all(writing);
      if (failure) throw failure;
    },
    end() {
      ended = true;
    },
  };
}
