export type * from './facts/fact.ts';
