-- Who did or read what, when by the database's clock, and why. Sixteen chains by subject, so that no single row is hot.
create table audit.entry (
  chain smallint not null check (chain between 0 and 15),
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  office text,
  district text not null default '310000',
  act text not null,
  subject_kind text not null,
  subject text not null,
  why text,
  detail text not null,
  hash bytea not null,
  primary key (chain, seq)
);
create index entry_subject on audit.entry (subject, at);
create index entry_at on audit.entry (at);
create index entry_actor on audit.entry (actor, at);

create table audit.head (
  chain smallint primary key check (chain between 0 and 15),
  seq bigint not null,
  at timestamptz not null,
  hash bytea not null
);
insert into audit.head select chain, 0, '-infinity', '\x0000000000000000000000000000000000000000000000000000000000000000'
  from generate_series(0, 15) chain;

create table audit.root (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  heads jsonb not null,
  previous bytea,
  root bytea not null,
  authority text,
  token bytea,
  stamped_at timestamptz,
  attempts integer not null default 0,
  gap text -- why there is no token yet
);
