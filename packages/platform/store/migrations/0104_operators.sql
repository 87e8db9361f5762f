-- The register of businesses: shared by all offices, and silent about who was reported.
create table app.operator (
  id uuid primary key default gen_random_uuid(),
  uscc text unique,
  name text not null,
  name_key text not null, -- folded name that look-alikes share
  chain uuid references app.operator,
  district text,
  address text,
  people_band text check (people_band in ('under-100k', 'from-100k', 'from-1m', 'from-10m')),
  made_at timestamptz not null default now(),
  version integer not null default 1
);
create index operator_name on app.operator (name_key);
create index operator_chain on app.operator (chain);

create table app.operator_alias (
  operator uuid not null references app.operator,
  alias text not null,
  alias_key text not null,
  source text not null,
  primary key (operator, alias_key)
);
create index operator_alias_key on app.operator_alias (alias_key);

create table app.shop (
  id uuid primary key default gen_random_uuid(),
  operator uuid references app.operator,
  name text not null,
  name_key text not null,
  district text,
  address text,
  version integer not null default 1
);
create index shop_operator on app.shop (operator);
create index shop_name on app.shop (name_key);

create table app.touchpoint (
  id uuid primary key default gen_random_uuid(),
  operator uuid references app.operator,
  shop uuid references app.shop,
  kind text not null,
  locator text not null,
  locator_key text not null, -- what two spellings of one address share
  scene text,
  made_at timestamptz not null default now(),
  unique (kind, locator_key)
);
create index touchpoint_operator on app.touchpoint (operator);
