create table app.campaign (
  id text primary key check (id ~ '^[a-z0-9-]{2,60}$'),
  name_zh text not null,
  name_en text not null,
  year_from smallint not null,
  year_to smallint not null,
  state text not null default 'planned' check (state in ('planned', 'running', 'ended')),
  -- The file it was made from: texts, numbers, sources, confidence marks.
  data jsonb not null default '{}',
  version integer not null default 1,
  check (year_from <= year_to)
);

create table app.campaign_phase (
  campaign text not null references app.campaign on delete cascade,
  ordinal smallint not null,
  kind text not null check (kind in ('collection', 'checks', 'guidance', 'filing', 'look-back', 'publication', 'other')),
  scene text,
  begins_on date,
  ends_on date,
  data jsonb not null default '{}',
  primary key (campaign, ordinal)
);

create table app.campaign_scene (
  campaign text not null references app.campaign on delete cascade,
  scene text not null,
  data jsonb not null default '{}',
  primary key (campaign, scene)
);

create table app.campaign_focus (
  campaign text not null references app.campaign on delete cascade,
  ordinal smallint not null,
  text_zh text not null,
  text_en text not null,
  confidence text,
  primary key (campaign, ordinal)
);

create table app.campaign_office (
  campaign text not null references app.campaign on delete cascade,
  office text not null references app.office,
  part text not null check (part in ('lead', 'carries-out', 'partner')),
  primary key (campaign, office)
);

create table app.campaign_target (
  id uuid primary key default gen_random_uuid(),
  campaign text not null references app.campaign on delete cascade,
  office text references app.office,
  scene text,
  measure text not null,
  value integer not null check (value >= 0),
  due_on date
);
create index campaign_target_campaign on app.campaign_target (campaign);
