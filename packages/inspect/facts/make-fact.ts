import { createHash } from 'node:crypto';
import type { Fact, FactDetails, FactType, Phase } from './fact.ts';

type Stable = string | number | boolean | null;

/** Ports the system hands out at random say nothing about who answers; two runs must not differ by them. */
const EPHEMERAL_PORT = 32_768;

const steady = (domain: string): string =>
  domain.replace(/:(\d{1,5})$/, (whole, port: string) => (Number(port) >= EPHEMERAL_PORT ? ':*' : whole));

/** `f-` and the first 12 hex digits of the SHA-256 of what makes the fact itself; equal runs give equal ids. */
export function factId(type: FactType, phase: Phase, domain: string | null, label: string, stable: readonly Stable[]): string {
  const text = JSON.stringify([type, phase, domain === null ? null : steady(domain), label, stable]);
  return `f-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

export interface FactParts<T extends FactType> {
  readonly phase: Phase;
  readonly pi: Fact<T>['pi'];
  readonly party: Fact<T>['party'];
  readonly label: string;
  readonly detail: Readonly<FactDetails[T]>;
  readonly evidence: Fact<T>['evidence'];
  /** The part of the detail that is the same in every run; goes into the id. */
  readonly stable: readonly Stable[];
}

/** One fact with its id. `label` and `stable` must not hold anything that varies between two visits of one page. */
export function makeFact<T extends FactType>(type: T, parts: FactParts<T>): Fact<T> {
  const { stable, ...rest } = parts;
  const id = factId(type, parts.phase, parts.party?.domain ?? null, parts.label, stable);
  // A generic discriminated union cannot be built without saying so; the parameter types above keep it honest.
  return { id, type, ...rest } as unknown as Fact<T>;
}
