import type { PiCategory, Text } from '@liangjian/law';

/**
 * The shared vocabulary. A collector never judges and a rule never looks at a touchpoint:
 * whatever was met (web page, mini-program, app, text, message), rules read these facts only.
 */

/** When the fact holds, seen from the consumer's choice about consent. */
export type Phase =
  /** Does not depend on time (source code, a policy text). */
  | 'static'
  /** A consent prompt exists and no choice has been made yet. */
  | 'before-choice'
  | 'after-refuse'
  | 'after-accept'
  /** The visit showed no consent prompt at all. */
  | 'no-choice';

/** Arm of a visit, each on a clean identity. `control` repeats `untouched` (A/A). */
export type ArmName = 'untouched' | 'refuse' | 'accept' | 'control';

/** Part of an arm. `read` = our own reading of policies and account pages, never held against the page. */
export type Stage = 'arrive' | 'choice' | 'use' | 'leave' | 'read';

/** Three-valued answer to "is it so?"; `unknown` is never treated as `no`. */
export type Answer = 'yes' | 'no' | 'unknown';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a fact can be seen. `artefact` is a SHA-256; lines and columns count from 1; spans are UTF-16 units. */
export interface Evidence {
  readonly artefact: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly selector?: string;
  /** CSS pixels of the screenshot named by `artefact`. */
  readonly box?: Box;
  /** Sequence number of the ledger event in the arm `arm`. */
  readonly request?: number;
  readonly arm?: ArmName;
  readonly span?: { readonly start: number; readonly end: number; readonly quote: string };
  readonly row?: number;
}

/** Who is on the other side. */
export interface Party {
  /** `first`: same controller as the touchpoint by proof; `platform`: WeChat, Alipay, the carrier; `third`: another controller; `unknown`: relation not provable. */
  readonly role: 'first' | 'platform' | 'third' | 'unknown';
  /** Registrable domain, tenant host, or IP address with port. */
  readonly domain: string;
  /** Company, when our dated services list or a record names it. */
  readonly company: string | null;
  /** Id in the services list. */
  readonly service: string | null;
  readonly category: string | null;
  /** Why this role was given, one plain sentence. */
  readonly why: string;
}

export type PromptRole =
  | 'consent' // asks agreement to PI processing or to a policy
  | 'login' // asks to log in or register
  | 'phone' // asks for the phone number (typed or one-tap)
  | 'profile' // asks for nickname, avatar, birthday, sex
  | 'membership' // join as a member
  | 'follow' // follow an official account, add staff, join a group
  | 'location' // page's own question for location
  | 'coupon' // gift, coupon, lucky draw
  | 'ad' // advertisement
  | 'age-gate'
  | 'guardian' // asks a guardian's consent
  | 'address' // pick a delivery address, a shop, a city
  | 'robot-check'
  | 'app-download'
  | 'wechat-wall' // "open in WeChat"
  | 'notice' // plain information, one acknowledgement
  | 'marketing' // push or marketing permission asked by the page
  | 'permission' // page's own explanation ahead of a device permission
  | 'unknown';

export type ChoiceRole =
  | 'agree'
  | 'refuse'
  | 'close'
  | 'later'
  | 'guest'
  | 'settings'
  | 'exit'
  | 'login'
  | 'acknowledge'
  | 'link'
  | 'other';

/** What a bundle of one agreement covers. */
export type Purpose =
  | 'privacy-policy'
  | 'user-agreement'
  | 'membership'
  | 'marketing'
  | 'third-party'
  | 'credit-inquiry'
  | 'face'
  | 'children'
  | 'location'
  | 'order'
  | 'other-agreement';

export type GateNeed =
  | 'agreement'
  | 'login'
  | 'phone'
  | 'profile'
  | 'membership'
  | 'follow'
  | 'location'
  | 'face'
  | 'identity'
  | 'wechat'
  | 'app-download'
  | 'robot-check'
  | 'age'
  | 'fields'
  | 'payment'
  | 'other';

export type CodedEffect = 'agrees' | 'closes' | 'leaves' | 'exits' | 'same-as-agree' | 'nothing' | 'loops' | 'unknown';

export type ConsentFlaw =
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

/** `configuration`: shipped with the program; `platform-list`: given to the platform, shown to the consumer by it; `policy`: a text. */
export type DeclarationSource = 'configuration' | 'platform-list' | 'policy';

export interface FactDetails {
  /** A layer put in front of the consumer. */
  prompt: {
    role: PromptRole;
    confidence: number;
    why: string[];
    text: string;
    blocking: boolean;
    stage: Stage;
    trigger: 'load' | 'late' | 'input' | 'native';
    /** Most times it was shown within one arm; `afterRefusal` counts showings after it was refused or closed. */
    count: number;
    afterRefusal: number;
    purposes: Purpose[];
    rendered: 'text' | 'image' | 'native';
    /** Ids of the `choice` and `tick-box` facts inside. */
    choices: string[];
    ticks: string[];
    arms: ArmName[];
  };
  /** A control offered inside a prompt. */
  choice: {
    prompt: string;
    role: ChoiceRole;
    shape: 'button' | 'link' | 'icon' | 'image' | 'text';
    /** Against the strongest control of the same prompt. */
    weight: 'strongest' | 'equal' | 'weaker' | 'hidden';
    fontSize: number;
    contrast: number | null;
    area: number;
    effect: { tried: boolean; closed: Answer; left: Answer; reprompted: Answer; proceeded: Answer };
    /** What the code behind it does, where code was read: certain without a press. */
    inCode?: CodedEffect;
    arms: ArmName[];
  };
  /** A tick box or switch that expresses agreement (`consent: yes`) or anything else (`no`). */
  'tick-box': {
    prompt: string | null;
    consent: Answer;
    initial: 'ticked' | 'clear' | 'unknown';
    means: 'native' | 'aria' | 'class' | 'image' | 'pseudo' | 'text';
    purposes: Purpose[];
    /** The tick stands in the delivered markup, so it does not repeat an answer given before. */
    inMarkup: Answer;
    stage: Stage;
    step: number;
    arms: ArmName[];
  };
  /** A place to type, choose or upload. */
  field: {
    control: string;
    name: string;
    required: Answer;
    requiredBy: 'attribute' | 'mark' | 'words' | 'validation' | 'program' | null;
    markedOptional: boolean;
    purposeText: string | null;
    subject: 'self' | 'child' | 'third-person';
    form: string;
    stage: Stage;
    step: number;
    submitsTo: string | null;
    submitsInClear: Answer;
    arms: ArmName[];
  };
  /** A device or platform permission asked for. */
  permission: {
    permission: string;
    trigger: 'load' | 'input';
    purposeText: string | null;
    answered: 'denied' | 'granted' | 'pending';
    count: number;
    afterRefusal: number;
    stage: Stage;
    manualAlternative: Answer;
    /** The text given as the purpose is the platform's own sample and says nothing of this program. */
    sampleText?: boolean;
    arms: ArmName[];
  };
  /** PI or an identifier that leaves towards a host. */
  transfer: {
    host: string;
    scheme: string;
    method: string;
    channel: string;
    found: {
      category: PiCategory;
      key: string;
      where: 'query' | 'body' | 'path' | 'header' | 'cookie' | 'websocket';
      encoding: string;
      canary: boolean;
    }[];
    identifiers: { key: string; where: 'query' | 'body' | 'path' | 'header' | 'cookie' | 'websocket' }[];
    withheld: boolean;
    inClear: boolean;
    afterInput: boolean;
    typed: boolean;
    initiator: string | null;
    stage: Stage;
    arms: ArmName[];
    repeated: boolean;
  };
  /** A host of another party contacted without PI seen in it. */
  contact: { host: string; scheme: string; stage: Stage; resourceTypes: string[]; arms: ArmName[] };
  /** Something kept on the device. */
  stored: {
    store: 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage';
    key: string;
    setBy: 'http' | 'script';
    outcome: 'kept' | 'refused';
    value: 'identifier' | 'flag' | 'pi' | 'other';
    lifetimeDays: number | null;
    stage: Stage;
    arms: ArmName[];
  };
  /** A browser or bridge interface that reads the device or asks the platform. */
  'script-api': { api: string; arguments: string; stage: Stage; initiator: string | null; arms: ArmName[] };
  /** PI collected by an API, component, field or request (mini-programs, apps; on the web derived from field or transfer). */
  collects: {
    by: 'api' | 'component' | 'field' | 'request' | 'sdk';
    name: string;
    reachable: Answer;
    consent: {
      gate: Answer;
      initial: 'ticked' | 'clear' | 'none' | 'unknown';
      wayOut: Answer;
      /** Way from the control to the call: each step in words (Chinese, English beside it) and its place. */
      chain: { what: string; en?: string; role?: string; file: string; line: number; quote?: string }[];
    } | null;
    trigger: string | null;
    reason: string | null;
    /** Page it belongs to, and whose data it is, where code was read. */
    page?: string | null;
    subject?: 'self' | 'child' | 'third-person';
  };
  /** A fault in how consent is asked that code shows, or (`answer: unknown`) a sign of one that it does not decide. */
  'consent-flaw': { flaw: ConsentFlaw; answer: 'yes' | 'unknown'; page: string | null; why: Text; collects: string[] };
  /** What was declared about collecting, compared with what the code collects. */
  declaration: {
    source: DeclarationSource;
    key: string;
    state: 'used' | 'unused' | 'missing' | 'sample' | 'undecided';
    said: string | null;
  };
  /** A program whose code was read. `whole`: nothing of it was left unread. */
  program: { platform: string; framework: string; appId: string | null; pages: number; files: number; whole: Answer };
  /** A key or credential in code; `masked` never holds its value. */
  secret: { kind: string; masked: string; severe: boolean; why: Text };
  /** A link or control that leads to a legal text. */
  'policy-link': {
    document: PolicyDocument;
    href: string;
    reached: Answer;
    /** HTTP status the address answered with, where it was opened. */
    status?: number;
    taps: number;
    where: 'prompt' | 'form' | 'footer' | 'menu' | 'page';
    fontSize: number;
    contrast: number | null;
    prompt: string | null;
    stage: Stage;
    arms: ArmName[];
  };
  /** A legal text as read. */
  'policy-text': {
    document: PolicyDocument;
    title: string;
    length: number;
    simplified: Answer;
    controller: string | null;
    effectiveDate: string | null;
    fontSize: number | null;
    contrast: number | null;
    url: string;
    foreign: Answer;
  };
  /** One element of a legal text; elements and topics are lists in `law`. */
  'policy-clause': { document: PolicyDocument; element: string; topic: string; verdict: ClauseVerdict; slots: Record<string, string[]> };
  /** Something that stands between the consumer and the basic function. */
  gate: { needs: GateNeed; function: string; refusable: Answer; how: string; stage: Stage; step: number; arms: ArmName[] };
  /** How far the walk towards the scene's basic function came. */
  'function-reached': {
    function: string;
    reached: Answer;
    steps: number;
    stoppedBy: string | null;
    /** Nothing that may be pressed was left: what the page shows without a log-in has been seen whole. */
    exhausted: Answer;
    arms: ArmName[];
  };
  /** A control that serves a right or a free choice. */
  control: {
    role:
      | 'account-closing'
      | 'deletion'
      | 'correction'
      | 'access'
      | 'consent-withdrawal'
      | 'complaint'
      | 'personalisation-switch'
      | 'marketing-switch'
      | 'guest-path'
      | 'manual-location'
      | 'other-verification'
      | 'staff-service'
      /** A page or control that only somebody with an account has. */
      | 'account-page';
    found: 'control' | 'policy' | 'page-text';
    reached: Answer;
    conditions: string[];
    state: 'on' | 'off' | 'unknown';
    taps: number;
    arms: ArmName[];
  };
  /** PI of somebody shown on the screen. */
  display: { masked: Answer; count: number; sample: string; stage: Stage; arms: ArmName[] };
  /** PI in what a server returns in ordinary use. */
  'response-data': { host: string; path: string; masked: Answer; count: number; shown: Answer; stage: Stage; arms: ArmName[] };
  /** Who runs the touchpoint, by one record. */
  operator: {
    basis: 'icp' | 'police-record' | 'licence' | 'policy-controller' | 'copyright' | 'payee' | 'certificate' | 'host';
    number: string | null;
  };
  /** What the entry opened. */
  landing: {
    page:
      | 'menu'
      | 'plate-payment'
      | 'membership'
      | 'login'
      | 'follow'
      | 'listing'
      | 'enquiry'
      | 'rental'
      | 'loan'
      | 'course'
      | 'shop'
      | 'wall'
      | 'error'
      | 'unknown';
    url: string;
    arms: ArmName[];
  };
  /** A state that limits what this observer can see. */
  limit: {
    what:
      | 'wechat-wall'
      | 'robot-check'
      | 'login-needed'
      | 'silent-identifier-redirect'
      | 'unreadable-image'
      | 'crash'
      | 'time-out'
      | 'error-page'
      | 'native-only';
    where: string;
    arms: ArmName[];
  };
  /** `use` and `insecure` where code was read: what the address serves, and whether requests go there unencrypted. */
  endpoint: { url: string; method: string; scheme: string; use?: string; insecure?: Answer };
  sdk: { name: string; version: string | null };
  message: { sender: string; commercial: Answer; optOut: Answer; text: string };
  'record-count': { rows: number; distinct: number };
}

export type PolicyDocument =
  | 'privacy-policy'
  | 'user-agreement'
  | 'children-rule'
  | 'collection-list'
  | 'sharing-list'
  | 'sdk-list'
  | 'member-agreement'
  | 'credit-authorisation'
  | 'face-rule'
  | 'cookie-policy'
  | 'third-party-policy'
  | 'other';

export type ClauseVerdict = 'present' | 'empty' | 'absent' | 'by-link' | 'contradicts' | 'unreadable';

export type FactType = keyof FactDetails;

export type Fact<T extends FactType = FactType> = {
  [K in T]: {
    /** `f-` and the first 12 hex digits of the SHA-256 of type, phase, party, label and the stable part of detail: equal runs give equal ids. */
    readonly id: string;
    readonly type: K;
    readonly phase: Phase;
    readonly pi: readonly PiCategory[];
    readonly party: Party | null;
    /** Short words as the consumer sees or the code says them. */
    readonly label: string;
    readonly detail: Readonly<FactDetails[K]>;
    readonly evidence: readonly Evidence[];
  };
}[T];
