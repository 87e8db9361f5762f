import type { PiCategory, Text } from '@liangjian/law';
import type { Answer } from '../../../facts/fact.ts';
import type { Unread } from '../program.ts';

/** A spot in a file of the program. `file` is the path a finding names; line and column count from 1; `artefact` is the SHA-256 behind it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly artefact: string;
  /** The source line, trimmed and cut to 160 characters. */
  readonly quote: string;
}

/** What makes code run, seen from the consumer. Everything before `tap` needs no act of the consumer. */
export type Trigger =
  | 'launch'
  | 'load'
  | 'show'
  | 'ready'
  | 'interceptor'
  | 'timer'
  | 'event'
  | 'tap'
  | 'input'
  | 'submit'
  | 'fail-callback'
  | 'dialog-confirm'
  | 'dialog-cancel'
  | 'unknown';

/** Triggers that need no act of the consumer. */
export const UNASKED: readonly Trigger[] = ['launch', 'load', 'show', 'ready', 'interceptor', 'timer'];

export type GateKind =
  /** The control is only there, enabled, or of its collecting type when agreed. */
  | 'control-shown'
  | 'control-enabled'
  | 'control-type'
  /** The program stops at the head of the handler or on the way to the call. */
  | 'handler'
  /** `agreePrivacyAuthorization` on the control, `requirePrivacyAuthorize` before the call. */
  | 'platform-agree'
  | 'platform-require'
  /** The consumer confirmed a dialog of the program first. */
  | 'dialog'
  | 'none';

export interface ChainStep {
  readonly role: 'control' | 'handler' | 'call' | 'gate' | 'consent-control' | 'start-value' | 'way-out' | 'collect';
  readonly what: Text;
  readonly place: Place;
}

/** Whether consent was asked before this very point, with the way there. */
export interface ConsentEvidence {
  /** The worst way to it first: one that needs no act of the consumer before one that does. */
  readonly trigger: Trigger;
  readonly triggers: readonly Trigger[];
  /** `yes`: cannot run before the consumer agreed; `no`: runs without; `unknown`: a condition that could not be decided. */
  readonly gate: Answer;
  readonly gateKind: GateKind;
  /** Start value of the consent control that the gate (or, without a gate, the page) shows. `none`: there is no such control. */
  readonly initial: 'ticked' | 'clear' | 'none' | 'unknown';
  /** Whether the consumer can refuse and go on, as far as a dialog on the way shows. */
  readonly wayOut: Answer;
  readonly chain: readonly ChainStep[];
}

export interface CollectingPoint {
  /** `file:line:column:name`, unique in one program. */
  readonly id: string;
  readonly by: 'api' | 'component' | 'field' | 'request' | 'sdk';
  /** `wx.getLocation`, `open-type=getPhoneNumber`, `input`, `camera`. */
  readonly name: string;
  readonly pi: readonly PiCategory[];
  readonly place: Place;
  /** Page (or component) it belongs to, path without extension; null for shared code used by several or none. */
  readonly page: string | null;
  readonly pageTitle: string | null;
  /** Words the consumer sees on the control; `` when there is none. */
  readonly label: string;
  /** Words near it that name a purpose: text beside the control, permission text, `desc` of the call. Null when none. */
  readonly reason: string | null;
  readonly subject: 'self' | 'child' | 'third-person';
  readonly required: Answer;
  readonly reachable: Answer;
  readonly reachableWhy: Text;
  /** `abolished`: the platform no longer hands anything over; `information`: the platform lists it, but no PI reaches the operator through it. */
  readonly status: 'live' | 'abolished' | 'information';
  /** Key in the platform's privacy list, and whether `requiredPrivateInfos` must name it. */
  readonly privacyKey: string | null;
  readonly requiredPrivateInfo: string | null;
  readonly scope: string | null;
  readonly consent: ConsentEvidence;
}

export type ConsentFaultKind =
  | 'pre-ticked'
  | 'decorative-tick-box'
  | 'checked-after-collection'
  | 'implied-consent'
  | 'dead-agreement-link'
  | 'refuse-without-effect'
  | 'label-against-effect'
  | 'forced-loop'
  | 'forced-follow'
  | 'location-at-load'
  | 'collected-unasked'
  | 'bundled-permissions';

/** A fault in how consent is asked, or (`answer: unknown`) a sign of one that the code does not decide. */
export interface ConsentFault {
  readonly kind: ConsentFaultKind;
  readonly answer: 'yes' | 'unknown';
  readonly place: Place;
  readonly page: string | null;
  readonly pageTitle: string | null;
  /** What the consumer reads there. */
  readonly label: string;
  readonly why: Text;
  /** Ids of the collecting points it concerns. */
  readonly points: readonly string[];
  readonly chain: readonly ChainStep[];
}

/** A tick box, switch or picture that expresses agreement. */
export interface ConsentControl {
  readonly place: Place;
  readonly page: string;
  /** Words beside it. */
  readonly label: string;
  /** Names in the page's data that hold its state. */
  readonly state: readonly string[];
  readonly initial: 'ticked' | 'clear' | 'unknown';
  /** Where the start value stands; null when nowhere. */
  readonly initialPlace: Place | null;
  readonly initialWhy: Text;
  /** `yes`: some collecting point or log-in of the page depends on it. */
  readonly used: Answer;
}

export type ChoiceEffect = 'agrees' | 'closes' | 'leaves' | 'exits' | 'same-as-agree' | 'nothing' | 'loops' | 'unknown';

/** A dialog of the program or of the platform's own modal: what is said and what each answer does. */
export interface ProgramPrompt {
  readonly place: Place;
  readonly page: string | null;
  readonly about: 'consent' | 'location' | 'phone' | 'profile' | 'follow' | 'login' | 'membership' | 'notice' | 'permission' | 'other';
  readonly shape: 'modal' | 'popup';
  readonly text: string;
  readonly trigger: Trigger;
  /** One button only, so nothing to choose. */
  readonly oneButton: boolean;
  readonly choices: readonly {
    readonly role: 'agree' | 'refuse' | 'close';
    readonly words: string;
    readonly effect: ChoiceEffect;
    readonly place: Place;
  }[];
}

/** A link (or a title that should be one) to a legal text. */
export interface AgreementLink {
  readonly place: Place;
  readonly page: string;
  readonly title: string;
  /** Where it leads: a page of the program (without extension), an address, `platform` for the platform's own contract page; null when nowhere. */
  readonly target: string | null;
  /** `no`: no handler, an empty handler, or a page that the configuration does not have. */
  readonly opens: Answer;
  readonly why: Text;
  readonly where: 'prompt' | 'tick-box' | 'form' | 'page';
}

/** A legal text that is in the package itself. */
export interface AgreementText {
  readonly place: Place;
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

export interface ThirdPartyUse {
  readonly kind: 'host' | 'sdk' | 'plugin' | 'web-view' | 'mini-program';
  /** Host, SDK name, plugin provider, address, AppID. */
  readonly name: string;
  /** Company or product when our list knows it. */
  readonly company: string | null;
  readonly purpose: string | null;
  readonly place: Place;
  readonly used: Answer;
}

export interface ProgramEndpoint {
  readonly url: string;
  readonly scheme: 'http' | 'https' | 'ws' | 'wss';
  readonly host: string;
  /** `yes`: PI or any request goes there without encryption. `unknown`: only a constant, no request seen. */
  readonly insecure: Answer;
  readonly use: 'request' | 'upload' | 'download' | 'socket' | 'web-view' | 'base' | 'image' | 'unknown';
  readonly pi: readonly PiCategory[];
  readonly place: Place;
}

export interface ProgramSecret {
  readonly kind:
    | 'app-secret'
    | 'map-key'
    | 'cloud-key'
    | 'private-key'
    | 'session-key-on-client'
    | 'token-stored'
    | 'pi-stored'
    | 'password';
  /** First four characters and the length, never the value; a storage key in full. */
  readonly masked: string;
  readonly severe: boolean;
  readonly why: Text;
  readonly place: Place;
}

/** What the code of one program says. Pure result of `modelProgram`; nothing in it was executed. */
export interface ProgramModel {
  readonly points: readonly CollectingPoint[];
  readonly faults: readonly ConsentFault[];
  readonly consentControls: readonly ConsentControl[];
  readonly prompts: readonly ProgramPrompt[];
  readonly agreements: readonly AgreementLink[];
  readonly agreementTexts: readonly AgreementText[];
  readonly thirdParties: readonly ThirdPartyUse[];
  readonly endpoints: readonly ProgramEndpoint[];
  readonly secrets: readonly ProgramSecret[];
  /** Privacy-framework code that was seen: listener, agree button, `requirePrivacyAuthorize`, contract opener. Its absence is no fault. */
  readonly privacyFramework: readonly { readonly what: string; readonly place: Place }[];
  readonly unread: readonly Unread[];
  /** Work done, for coverage and the bench. */
  readonly work: { readonly files: number; readonly hitFiles: number; readonly parsedFiles: number; readonly parsedBytes: number };
}
