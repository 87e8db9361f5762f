create table app.office (
  id text primary key check (id ~ '^[a-z0-9-]{2,40}$'),
  line text not null check (line in ('cac', 'samr', 'enforcement', 'sector', 'association')),
  level text not null check (level in ('city', 'district')),
  district text not null check (district ~ '^31[0-9]{4}$'),
  name_zh text not null,
  name_en text not null,
  superior text references app.office,
  active boolean not null default true,
  version integer not null default 1
);
create index office_district on app.office (district);

create table app.officer (
  id uuid primary key default gen_random_uuid(),
  office text not null references app.office,
  log_in text not null unique,
  name text not null,
  licence text,
  licence_from date,
  licence_until date,
  qualifications text[] not null default '{}',
  clearance smallint not null default 0,
  state text not null default 'active' check (state in ('invited', 'active', 'suspended', 'left')),
  -- Sessions that began before this instant have ended: attributes are read anew.
  changed_at timestamptz not null default now(),
  version integer not null default 1
);
create index officer_office on app.officer (office);

create table app.officer_role (
  officer uuid not null references app.officer,
  role text not null,
  granted_by text not null,
  valid_from date not null default app.today(),
  valid_until date,
  primary key (officer, role, valid_from)
);

create table app.credential (
  id uuid primary key default gen_random_uuid(),
  officer uuid not null references app.officer,
  kind text not null check (kind in ('password', 'totp', 'webauthn', 'oidc')),
  -- Issuer and subject, or credential id: what a log-in is found by.
  handle text,
  secret bytea,
  counter bigint not null default 0,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  retired_at timestamptz
);
create unique index credential_handle on app.credential (kind, handle) where handle is not null;
create index credential_officer on app.credential (officer);

create table app.session (
  id bytea primary key, -- keyed hash of the cookie's value
  officer uuid not null references app.officer,
  opened_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null,
  stepped_up_at timestamptz,
  method text not null
);
create index session_officer on app.session (officer);

create table app.recusal (
  id uuid primary key default gen_random_uuid(),
  officer uuid not null references app.officer,
  subject_kind text not null check (subject_kind in ('tip', 'operator', 'case')),
  subject uuid not null,
  ground text not null,
  decided_by text not null,
  since timestamptz not null default now(),
  ended_at timestamptz
);
create index recusal_officer on app.recusal (officer) where ended_at is null;

-- One row an act that may be sent twice: the second sender waits for the first and gets its answer.
create table app.act_once (
  actor text not null,
  key text not null,
  command text not null,
  input_hash bytea not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (actor, key)
);
