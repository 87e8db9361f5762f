export type { FiledTip, FollowedTip, FollowUp, FollowUpMessage, SentFile } from './answers.ts';
export { type GateLimits, GATE_LIMITS, type Gate, openGate } from './gate.ts';
export { IntakeFault, type IntakeFaultCode } from './fault.ts';
export { type GivenProof, leadingZeros, type Proof } from './proof.ts';
export { kindsOf, type TipBody, type TipDraft, type TipInput, tipInput, type TipKind, TIP_LIMITS } from './tip-input.ts';
export { type Directory, type DirectoryOffice, nearestOffice } from './directory.ts';
export { fileTip } from './file-tip.ts';
export {
  type Described,
  type Intake,
  type IntakeHooks,
  type IntakeOptions,
  type NewForm,
  newFormPage,
  type NewTip,
  openIntake,
  proofFor,
} from './intake.ts';
export { folderStore, type ObjectStore } from './object-store.ts';
export {
  appendUpload,
  beginUpload,
  dropUpload,
  listUploads,
  sweepUploads,
  type UploadLimits,
  UPLOAD_LIMITS,
  type UploadState,
  uploadState,
  type Uploads,
} from './uploads.ts';
export { addMaterial, type Material } from './add-material.ts';
export { clocksBy, type ClockRow, type StartClocks } from './first-clocks.ts';
export { openFollowUp } from './follow-up.ts';
export { readFollowUp } from './read-follow-up.ts';
export { type FileWork, makeWorkingCopies } from './make-working-copies.ts';
export { askReporter, type OfficerFile, readFile, readTip, tellResult, type TipContent } from './officer.ts';
export { checkObjects, type DamagedObject, sweepObjects } from './keep-objects.ts';
