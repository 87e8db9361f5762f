import type { Db } from '../store/connect.ts';
import { portalSecrets, type PortalSecrets } from '../vault/portal-secrets.ts';
import type { Suite } from '../vault/suite.ts';
import { type Directory, type DirectoryOffice, nearestOffice, openDirectory } from './directory.ts';
import { clocksBy, type StartClocks } from './first-clocks.ts';
import { newForm, readForm } from './form-token.ts';
import { type Gate, type GateLimits, openGate } from './gate.ts';
import type { ObjectStore } from './object-store.ts';
import { newProof, type Proof } from './proof.ts';
import type { TipInput, TipKind } from './tip-input.ts';
import { UPLOAD_LIMITS, type UploadLimits, type Uploads } from './uploads.ts';

/** A tip that has just been written, for what begins with it. */
export interface NewTip {
  readonly id: string;
  readonly kind: TipKind;
  readonly office: string;
  readonly district: string;
}

/** What may be kept of a tip outside its seal: codes and keyed hashes, none of its words. */
export interface Described {
  readonly suggestion: { readonly scene: string | null; readonly kinds: readonly string[]; readonly by: string } | null;
  /** Under which tips about one matter find each other while sealed. */
  readonly marks: readonly string[];
}

/** What other areas do when a tip arrives. All of it happens in the transaction of the tip, under the eyes of the portal. */
export interface IntakeHooks {
  /** Describes a tip while it is open anyway: whoever works on it later in the background has no key. Nothing when left out. */
  readonly describe?: (tip: TipInput) => Described;
  /** Responsible office; the market regulation of the district when left out. */
  readonly route?: (tip: TipInput, kind: TipKind, directory: Directory) => Promise<DirectoryOffice> | DirectoryOffice;
  /** Clocks that begin with a tip; those of the law over the built-in calendar when left out. */
  readonly startClocks?: StartClocks;
}

export interface IntakeOptions extends IntakeHooks {
  /** Pool of the role of the portal. */
  readonly db: Db;
  readonly suite: Suite;
  /** Key of the public side (`keyFile`). */
  readonly key: Uint8Array;
  readonly objects: ObjectStore;
  /** Folder on the disk of the object store where uploads wait. */
  readonly uploadFolder: string;
  readonly gate?: GateLimits;
  readonly uploadLimits?: UploadLimits;
}

/** The intake of one process. */
export interface Intake {
  readonly db: Db;
  readonly suite: Suite;
  readonly secrets: PortalSecrets;
  readonly objects: ObjectStore;
  readonly uploads: Uploads;
  readonly gate: Gate;
  readonly directory: () => Promise<Directory>;
  readonly hooks: Required<IntakeHooks>;
}

/** Opens the intake. Nothing is read before the first tip. */
export const openIntake = (options: IntakeOptions): Intake => {
  const { db, suite, key, objects, uploadFolder, gate, uploadLimits, startClocks } = options;
  const secrets = portalSecrets(key);
  return {
    db,
    suite,
    secrets,
    objects,
    uploads: { folder: uploadFolder, suite, secret: secrets.form, limits: uploadLimits ?? UPLOAD_LIMITS },
    gate: openGate(gate),
    directory: openDirectory(db),
    hooks: {
      route: options.route ?? ((tip, _kind, directory) => nearestOffice(directory, tip.shop.district)),
      startClocks: startClocks ?? clocksBy(),
      describe: options.describe ?? (() => ({ suggestion: null, marks: [] })),
    },
  };
};

/** What a new page of the form carries, hidden. */
export interface NewForm {
  readonly form: string;
  readonly proof: Proof;
}

export const newFormPage = (intake: Intake): NewForm => {
  const form = newForm(intake.secrets.form);
  return { form, proof: proofFor(intake, form) };
};

/** A new proof for a form that is shown again. Throws `form-expired`. */
export const proofFor = (intake: Intake, form: string): Proof =>
  newProof(intake.secrets.challenge, readForm(intake.secrets.form, form), intake.gate);
