import type { Place } from '../../../collectors/miniprogram/model/program-model.ts';
import type { Evidence } from '../../fact.ts';

export type EvidenceOf = (place: Place) => Evidence;

/** Stable part of a fact's id for a spot in the code. */
export type Spot = (what: string, place: Place) => (string | number)[];
