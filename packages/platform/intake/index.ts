export type { FiledTip, FollowedTip, FollowUp, FollowUpMessage, SentFile } from './answers.ts';
export { type GateLimits, GATE_LIMITS, type Gate, openGate } from './gate.ts';
export { IntakeFault, type IntakeFaultCode } from './fault.ts';
export { type GivenProof, type Proof } from './proof.ts';
export { kindsOf, type TipBody, type TipDraft, type TipInput, tipInput, type TipKind, TIP_LIMITS } from './tip-input.ts';
