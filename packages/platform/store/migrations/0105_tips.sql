create sequence app.tip_number;

-- A tip without what it says: that is in vault.tip_body, sealed. Nothing here may name or describe who reported.
create table app.tip (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('complaint', 'report')),
  channel text not null check (channel in ('portal', '12315', '12345', 'report-centre', 'officer', 'inspection')),
  received_at timestamptz not null default now(),
  received_on date not null default app.today(),
  district text not null,
  office text not null references app.office,
  scene text,
  violation_kinds text[] not null default '{}',
  suggestion jsonb,
  state text not null default 'received',
  state_since timestamptz not null default now(),
  -- The earliest working deadline among its open clocks.
  due_on date,
  operator uuid references app.operator,
  shop uuid references app.shop,
  touchpoint uuid references app.touchpoint,
  twin uuid, -- the other file, when one paper held a complaint and a report
  order_number text, -- of the hotline that sent it
  import_batch uuid,
  anonymous boolean not null default true,
  language text not null default 'zh',
  clearance smallint not null default 0,
  attachments smallint not null default 0,
  returns smallint not null default 0,
  handler uuid references app.officer,
  once bytea unique, -- keyed hash of the form's token
  version integer not null default 1
);
create unique index tip_order on app.tip (channel, order_number) where order_number is not null;
create index tip_office_due on app.tip (office, due_on, id);
create index tip_office_state_due on app.tip (office, state, due_on, id);
create index tip_district_due on app.tip (district, due_on, id);
create index tip_operator on app.tip (operator) where operator is not null;
create index tip_touchpoint on app.tip (touchpoint) where touchpoint is not null;
create index tip_batch on app.tip (import_batch) where import_batch is not null;

create table app.tip_event (
  id bigint generated always as identity primary key,
  tip uuid not null references app.tip,
  at timestamptz not null default clock_timestamp(),
  actor text not null default app.my_actor(),
  act text not null,
  from_state text,
  to_state text,
  ground text,
  detail jsonb not null default '{}'
);
create index tip_event_tip on app.tip_event (tip, id);

-- Linked, never merged: each tip keeps its clocks and its notices.
create table app.tip_link (
  id uuid primary key default gen_random_uuid(),
  one uuid not null references app.tip,
  other uuid not null references app.tip,
  kind text not null check (kind in ('duplicate', 'same-matter')),
  rests_on jsonb not null default '[]',
  made_by text not null default app.my_actor(),
  made_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  check (one < other)
);
create unique index tip_link_pair on app.tip_link (one, other) where undone_at is null;
create index tip_link_other on app.tip_link (other);

create table app.clock (
  id uuid primary key default gen_random_uuid(),
  tip uuid references app.tip,
  matter uuid, -- the case, for clocks of a case
  office text not null references app.office,
  district text not null,
  rule text not null, -- T01, T01o …
  slot text not null,
  started_by text not null,
  start_on text not null, -- day, or instant of an hour clock
  earliest text,
  rolled text,
  working date,
  disputed boolean not null default false,
  provisional boolean not null default false,
  calendar_version text,
  state text not null default 'running' check (state in ('running', 'paused', 'met', 'cancelled')),
  pauses jsonb not null default '[]',
  extensions jsonb not null default '[]',
  met_on text,
  version integer not null default 1,
  check (tip is not null or matter is not null)
);
create unique index clock_tip_rule on app.clock (tip, slot) where state in ('running', 'paused');
create index clock_tip on app.clock (tip);
create index clock_matter on app.clock (matter) where matter is not null;
create index clock_due on app.clock (office, working, id) where state in ('running', 'paused');
create index clock_provisional on app.clock (id) where provisional;

create table app.calendar_notice (
  year smallint not null,
  version integer not null,
  notice jsonb not null,
  source text not null,
  loaded_by text not null default app.my_actor(),
  loaded_at timestamptz not null default now(),
  primary key (year, version)
);

create table app.routing_rule (
  id uuid primary key default gen_random_uuid(),
  priority integer not null,
  conditions jsonb not null,
  office text not null references app.office,
  reason_zh text not null,
  reason_en text not null,
  valid_from date not null default app.today(),
  valid_until date,
  version integer not null default 1
);
create index routing_rule_priority on app.routing_rule (priority);

create table app.transfer (
  id uuid primary key default gen_random_uuid(),
  tip uuid not null references app.tip,
  ordinal smallint not null,
  kind text not null check (kind in ('transfer', 'return', 'to-superior')),
  from_office text not null references app.office,
  to_office text not null references app.office,
  ground text not null,
  detail jsonb not null default '{}',
  sent_by text not null default app.my_actor(),
  sent_at timestamptz not null default now(),
  answer text check (answer in ('accepted', 'returned')),
  answered_by text,
  answered_at timestamptz,
  unique (tip, ordinal)
);
create index transfer_from on app.transfer (from_office);
create index transfer_to on app.transfer (to_office);

-- Both ways, sealed with the key of the tip.
create table app.message (
  id uuid primary key default gen_random_uuid(),
  tip uuid not null references app.tip,
  kind text not null check (kind in ('question', 'answer', 'addition', 'notice')),
  reply_to uuid references app.message,
  sealed bytea not null,
  author text not null default app.my_actor(),
  at timestamptz not null default clock_timestamp(),
  read_at timestamptz
);
create index message_tip on app.message (tip, at);

create table app.saved_filter (
  id uuid primary key default gen_random_uuid(),
  officer text not null default app.my_actor(),
  name text not null,
  filter jsonb not null,
  version integer not null default 1,
  unique (officer, name)
);

create table app.import_map (
  id uuid primary key default gen_random_uuid(),
  office text not null references app.office,
  channel text not null,
  name text not null,
  columns jsonb not null,
  version integer not null default 1,
  unique (office, channel, name)
);

create table app.import_batch (
  id uuid primary key default gen_random_uuid(),
  office text not null references app.office,
  channel text not null,
  map uuid references app.import_map,
  file_sha256 text not null,
  state text not null default 'running' check (state in ('dry-run', 'running', 'done', 'stopped', 'undone')),
  lines integer not null default 0,
  taken integer not null default 0,
  known integer not null default 0,
  bad integer not null default 0,
  made_by text not null default app.my_actor(),
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  version integer not null default 1
);
create index import_batch_office on app.import_batch (office, made_at);

create table app.import_row (
  batch uuid not null references app.import_batch,
  line integer not null,
  order_number text,
  tip uuid references app.tip,
  outcome text not null check (outcome in ('taken', 'known', 'bad', 'undone')),
  problems jsonb not null default '[]',
  primary key (batch, line)
);
