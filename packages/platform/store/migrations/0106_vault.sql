-- Public keys of offices, custodians and the escrow; private parts only sealed, or elsewhere.
create table vault.key (
  holder_kind text not null check (holder_kind in ('office', 'custodian', 'escrow')),
  holder text not null,
  version integer not null,
  suite text not null,
  public_key bytea not null,
  sealed_private bytea,
  data jsonb not null default '{}',
  made_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (holder_kind, holder, version)
);

create table vault.tip_key (
  tip uuid not null references app.tip,
  holder_kind text not null check (holder_kind in ('receipt', 'office', 'escrow')),
  holder text not null,
  key_version integer not null default 1,
  suite text not null,
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  primary key (tip, holder_kind, holder)
);

create table vault.tip_body (
  tip uuid primary key references app.tip,
  suite text not null,
  sealed bytea not null
);

-- Under a key of its own that only custodians can open.
create table vault.identity (
  tip uuid primary key references app.tip,
  holder text not null,
  key_version integer not null default 1,
  suite text not null,
  wrapped bytea not null,
  sealed bytea not null,
  made_at timestamptz not null default now()
);

create table vault.receipt (
  lookup bytea primary key, -- keyed hash of the code
  tips uuid[] not null,
  suite text not null,
  salt bytea not null,
  cost jsonb not null,
  made_on date not null default app.today(),
  used_at timestamptz
);

create table vault.attachment (
  id uuid primary key,
  tip uuid references app.tip,
  draft bytea, -- keyed hash of the form's token until the tip is filed
  ordinal smallint not null default 0,
  state text not null default 'arriving' check (state in ('arriving', 'arrived', 'ready', 'unreadable')),
  bytes_expected bigint,
  bytes_received bigint not null default 0,
  media_type text,
  suite text,
  sealed_name bytea,
  original_sha256 text,
  original_object text,
  working_sha256 text,
  working_object text,
  made_at timestamptz not null default now()
);
create index attachment_tip on vault.attachment (tip);
create index attachment_draft on vault.attachment (draft) where draft is not null;

create table vault.opening_request (
  id uuid primary key default gen_random_uuid(),
  tip uuid not null references app.tip,
  asked_by text not null default app.my_actor(),
  asked_office text not null default app.my_office(),
  asked_at timestamptz not null default now(),
  reason text not null check (length(reason) between 10 and 2000),
  decision text check (decision in ('approved', 'refused')),
  decided_by text,
  decided_at timestamptz,
  ground text,
  ends_at timestamptz,
  views integer not null default 0,
  version integer not null default 1,
  -- Two persons, whatever the application thinks.
  check (decided_by is null or decided_by <> asked_by),
  check ((decision is null) = (decided_by is null))
);
create index opening_request_tip on vault.opening_request (tip, asked_at);

-- The tips of the receipt that was shown. Sees no more than its caller: the policy of vault.receipt decides.
create function app.my_tips() returns uuid[] language sql stable as
  $$ select coalesce((select tips from vault.receipt where lookup = app.my_receipt()), '{}') $$;

create function app.district_of(office text) returns text language sql stable as
  $$ select o.district from app.office o where o.id = district_of.office $$;
