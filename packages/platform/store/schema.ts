// Written by store/write-schema.ts from the migrated database; a test holds it against the migrations.
import type { ColumnType, GeneratedAlways } from 'kysely';

/** Read as a Date, written as a Date or an ISO text. */
type Instant = ColumnType<Date, Date | string, Date | string>;
/** Read as a value, written as its JSON text. */
// biome-ignore lint/suspicious/noExplicitAny: what is inside belongs to whoever owns the column
type Json = ColumnType<any, string, string>;
type Nullable<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S | null, I | null | undefined, U | null> : T | null;
/** Has a value of the database's own when none is written. */
type Given<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

interface AppActOnce {
  actor: string;
  key: string;
  command: string;
  input_hash: Buffer;
  answer: Nullable<Json>;
  at: Given<Instant>;
}

interface AppCalendarNotice {
  year: number;
  version: number;
  notice: Json;
  source: string;
  loaded_by: Given<string>;
  loaded_at: Given<Instant>;
}

interface AppCampaign {
  id: string;
  name_zh: string;
  name_en: string;
  year_from: number;
  year_to: number;
  state: Given<'planned' | 'running' | 'ended'>;
  data: Given<Json>;
  version: Given<number>;
}

interface AppCampaignFocus {
  campaign: string;
  ordinal: number;
  text_zh: string;
  text_en: string;
  confidence: string | null;
}

interface AppCampaignOffice {
  campaign: string;
  office: string;
  part: 'lead' | 'carries-out' | 'partner';
}

interface AppCampaignPhase {
  campaign: string;
  ordinal: number;
  kind: 'collection' | 'checks' | 'guidance' | 'filing' | 'look-back' | 'publication' | 'other';
  scene: string | null;
  begins_on: string | null;
  ends_on: string | null;
  data: Given<Json>;
}

interface AppCampaignScene {
  campaign: string;
  scene: string;
  data: Given<Json>;
}

interface AppCampaignTarget {
  id: Given<string>;
  campaign: string;
  office: string | null;
  scene: string | null;
  measure: string;
  value: number;
  due_on: string | null;
}

interface AppClock {
  id: Given<string>;
  tip: string | null;
  matter: string | null;
  office: string;
  district: string;
  rule: string;
  slot: string;
  started_by: string;
  start_on: string;
  earliest: string | null;
  rolled: string | null;
  working: string | null;
  disputed: Given<boolean>;
  provisional: Given<boolean>;
  calendar_version: string | null;
  state: Given<'running' | 'paused' | 'met' | 'cancelled'>;
  pauses: Given<Json>;
  extensions: Given<Json>;
  met_on: string | null;
  version: Given<number>;
  received_on: Given<string>;
  target: Nullable<Json>;
  paused_from: string | null;
  started_at: Given<Instant>;
  stop_why: string | null;
  moved: Nullable<Json>;
}

interface AppCredential {
  id: Given<string>;
  officer: string;
  kind: 'password' | 'totp' | 'webauthn' | 'oidc' | 'invitation';
  handle: string | null;
  secret: Buffer | null;
  counter: Given<number>;
  made_at: Given<Instant>;
  used_at: Nullable<Instant>;
  retired_at: Nullable<Instant>;
}

interface AppImportBatch {
  id: Given<string>;
  office: string;
  channel: string;
  map: string | null;
  file_sha256: string;
  state: Given<'dry-run' | 'running' | 'done' | 'stopped' | 'undone'>;
  lines: Given<number>;
  taken: Given<number>;
  known: Given<number>;
  bad: Given<number>;
  made_by: Given<string>;
  made_at: Given<Instant>;
  ended_at: Nullable<Instant>;
  version: Given<number>;
  undone: Given<number>;
  broken: Nullable<Json>;
}

interface AppImportMap {
  id: Given<string>;
  office: string;
  channel: string;
  name: string;
  columns: Json;
  version: Given<number>;
}

interface AppImportRow {
  batch: string;
  line: number;
  order_number: string | null;
  tip: string | null;
  outcome: 'taken' | 'known' | 'bad' | 'undone';
  problems: Given<Json>;
}

interface AppMessage {
  id: Given<string>;
  tip: string;
  kind: 'question' | 'answer' | 'addition' | 'notice';
  reply_to: string | null;
  sealed: Buffer;
  author: Given<string>;
  at: Given<Instant>;
  read_at: Nullable<Instant>;
}

interface AppOffice {
  id: string;
  line: 'cac' | 'samr' | 'enforcement' | 'sector' | 'association';
  level: 'city' | 'district';
  district: string;
  name_zh: string;
  name_en: string;
  superior: string | null;
  active: Given<boolean>;
  version: Given<number>;
}

interface AppOfficer {
  id: Given<string>;
  office: string;
  log_in: string;
  name: string;
  licence: string | null;
  licence_from: string | null;
  licence_until: string | null;
  qualifications: Given<string[]>;
  clearance: Given<number>;
  state: Given<'invited' | 'active' | 'suspended' | 'left'>;
  changed_at: Given<Instant>;
  version: Given<number>;
  failures: Given<number>;
  locked_until: Nullable<Instant>;
}

interface AppOfficerRole {
  officer: string;
  role: string;
  granted_by: string;
  valid_from: Given<string>;
  valid_until: string | null;
}

interface AppOperator {
  id: Given<string>;
  uscc: string | null;
  name: string;
  name_key: string;
  chain: string | null;
  district: string | null;
  address: string | null;
  people_band: 'under-100k' | 'from-100k' | 'from-1m' | 'from-10m' | null;
  made_at: Given<Instant>;
  version: Given<number>;
}

interface AppOperatorAlias {
  operator: string;
  alias: string;
  alias_key: string;
  source: string;
}

interface AppRecusal {
  id: Given<string>;
  officer: string;
  subject_kind: 'tip' | 'operator' | 'case';
  subject: string;
  ground: string;
  decided_by: string;
  since: Given<Instant>;
  ended_at: Nullable<Instant>;
}

interface AppRoutingRule {
  id: Given<string>;
  priority: number;
  conditions: Json;
  office: string;
  reason_zh: string;
  reason_en: string;
  valid_from: Given<string>;
  valid_until: string | null;
  version: Given<number>;
}

interface AppSavedFilter {
  id: Given<string>;
  officer: Given<string>;
  name: string;
  filter: Json;
  version: Given<number>;
}

interface AppSession {
  id: Buffer;
  officer: string;
  opened_at: Given<Instant>;
  seen_at: Given<Instant>;
  ends_at: Instant;
  stepped_up_at: Nullable<Instant>;
  method: string;
}

interface AppShop {
  id: Given<string>;
  operator: string | null;
  name: string;
  name_key: string;
  district: string | null;
  address: string | null;
  version: Given<number>;
}

interface AppTip {
  id: string;
  number: string;
  kind: 'complaint' | 'report';
  channel: 'portal' | '12315' | '12345' | 'report-centre' | 'officer' | 'inspection';
  received_at: Given<Instant>;
  received_on: Given<string>;
  district: string;
  office: string;
  scene: string | null;
  violation_kinds: Given<string[]>;
  suggestion: Nullable<Json>;
  state: Given<string>;
  state_since: Given<Instant>;
  due_on: string | null;
  operator: string | null;
  shop: string | null;
  touchpoint: string | null;
  twin: string | null;
  order_number: string | null;
  import_batch: string | null;
  anonymous: Given<boolean>;
  language: Given<string>;
  clearance: Given<number>;
  attachments: Given<number>;
  returns: Given<number>;
  handler: string | null;
  once: Buffer | null;
  version: Given<number>;
  marks: Given<string[]>;
}

interface AppTipEvent {
  id: GeneratedAlways<number>;
  tip: string;
  at: Given<Instant>;
  actor: Given<string>;
  act: string;
  from_state: string | null;
  to_state: string | null;
  ground: string | null;
  detail: Given<Json>;
}

interface AppTipLink {
  id: Given<string>;
  one: string;
  other: string;
  kind: 'duplicate' | 'same-matter';
  rests_on: Given<Json>;
  made_by: Given<string>;
  made_at: Given<Instant>;
  undone_by: string | null;
  undone_at: Nullable<Instant>;
}

interface AppTouchpoint {
  id: Given<string>;
  operator: string | null;
  shop: string | null;
  kind: string;
  locator: string;
  locator_key: string;
  scene: string | null;
  made_at: Given<Instant>;
}

interface AppTransfer {
  id: Given<string>;
  tip: string;
  ordinal: number;
  kind: 'transfer' | 'return' | 'to-superior';
  from_office: string;
  to_office: string;
  ground: string;
  detail: Given<Json>;
  sent_by: Given<string>;
  sent_at: Given<Instant>;
  answer: 'accepted' | 'returned' | null;
  answered_by: string | null;
  answered_at: Nullable<Instant>;
}

interface AuditEntry {
  chain: number;
  seq: number;
  at: Instant;
  actor: string;
  office: string | null;
  district: Given<string>;
  act: string;
  subject_kind: string;
  subject: string;
  why: string | null;
  detail: string;
  hash: Buffer;
}

interface AuditHead {
  chain: number;
  seq: number;
  at: Instant;
  hash: Buffer;
}

interface AuditRoot {
  id: GeneratedAlways<number>;
  at: Given<Instant>;
  heads: Json;
  previous: Buffer | null;
  root: Buffer;
  authority: string | null;
  token: Buffer | null;
  stamped_at: Nullable<Instant>;
  attempts: Given<number>;
  gap: string | null;
}

interface VaultAttachment {
  id: string;
  tip: string | null;
  draft: Buffer | null;
  ordinal: Given<number>;
  state: Given<'arriving' | 'arrived' | 'ready' | 'unreadable'>;
  bytes_expected: number | null;
  bytes_received: Given<number>;
  media_type: string | null;
  suite: string | null;
  sealed_name: Buffer | null;
  original_sha256: string | null;
  original_object: string | null;
  working_sha256: string | null;
  working_object: string | null;
  made_at: Given<Instant>;
}

interface VaultIdentity {
  tip: string;
  holder: string;
  key_version: Given<number>;
  suite: string;
  wrapped: Buffer;
  sealed: Buffer;
  made_at: Given<Instant>;
}

interface VaultKey {
  holder_kind: 'office' | 'custodian' | 'escrow';
  holder: string;
  version: number;
  suite: string;
  public_key: Buffer;
  sealed_private: Buffer | null;
  data: Given<Json>;
  made_at: Given<Instant>;
  retired_at: Nullable<Instant>;
}

interface VaultOpeningRequest {
  id: Given<string>;
  tip: string;
  asked_by: Given<string>;
  asked_office: Given<string>;
  asked_at: Given<Instant>;
  reason: string;
  decision: 'approved' | 'refused' | null;
  decided_by: string | null;
  decided_at: Nullable<Instant>;
  ground: string | null;
  ends_at: Nullable<Instant>;
  views: Given<number>;
  version: Given<number>;
  granted: Buffer | null;
  granted_wrapped: Buffer | null;
  granted_version: number | null;
}

interface VaultOpeningView {
  id: GeneratedAlways<number>;
  request: string;
  tip: string;
  viewed_by: Given<string>;
  viewed_at: Given<Instant>;
}

interface VaultReceipt {
  lookup: Buffer;
  tips: string[];
  suite: string;
  salt: Buffer;
  cost: Json;
  made_on: Given<string>;
  used_at: Nullable<Instant>;
}

interface VaultTipBody {
  tip: string;
  suite: string;
  sealed: Buffer;
}

interface VaultTipKey {
  tip: string;
  holder_kind: 'receipt' | 'office' | 'escrow';
  holder: string;
  key_version: Given<number>;
  suite: string;
  wrapped: Buffer;
  made_at: Given<Instant>;
}

/** Every table of the platform. */
export interface Schema {
  'app.act_once': AppActOnce;
  'app.calendar_notice': AppCalendarNotice;
  'app.campaign': AppCampaign;
  'app.campaign_focus': AppCampaignFocus;
  'app.campaign_office': AppCampaignOffice;
  'app.campaign_phase': AppCampaignPhase;
  'app.campaign_scene': AppCampaignScene;
  'app.campaign_target': AppCampaignTarget;
  'app.clock': AppClock;
  'app.credential': AppCredential;
  'app.import_batch': AppImportBatch;
  'app.import_map': AppImportMap;
  'app.import_row': AppImportRow;
  'app.message': AppMessage;
  'app.office': AppOffice;
  'app.officer': AppOfficer;
  'app.officer_role': AppOfficerRole;
  'app.operator': AppOperator;
  'app.operator_alias': AppOperatorAlias;
  'app.recusal': AppRecusal;
  'app.routing_rule': AppRoutingRule;
  'app.saved_filter': AppSavedFilter;
  'app.session': AppSession;
  'app.shop': AppShop;
  'app.tip': AppTip;
  'app.tip_event': AppTipEvent;
  'app.tip_link': AppTipLink;
  'app.touchpoint': AppTouchpoint;
  'app.transfer': AppTransfer;
  'audit.entry': AuditEntry;
  'audit.head': AuditHead;
  'audit.root': AuditRoot;
  'vault.attachment': VaultAttachment;
  'vault.identity': VaultIdentity;
  'vault.key': VaultKey;
  'vault.opening_request': VaultOpeningRequest;
  'vault.opening_view': VaultOpeningView;
  'vault.receipt': VaultReceipt;
  'vault.tip_body': VaultTipBody;
  'vault.tip_key': VaultTipKey;
}
