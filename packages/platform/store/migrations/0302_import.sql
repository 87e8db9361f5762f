-- Keyed hashes of what a tip is about (shop, code, words), by which tips about one matter find each other while their text stays sealed.
alter table app.tip add column marks text[] not null default '{}';
create index tip_marks on app.tip using gin (marks) where marks <> '{}';

alter table app.import_batch
  add column undone integer not null default 0,
  add column broken jsonb; -- where the file broke off, and why

-- One lot of orders: tips with their sealed parts, first clocks and events, and the line each came from. An order that is in already
-- changes nothing. One statement, with the rights of its caller.
create function app.take_orders(into_batch uuid, orders jsonb) returns table (line integer, outcome text) language sql volatile as $$
  with given as materialized (
    select * from jsonb_to_recordset(orders) as o(
      line integer, id uuid, kind text, channel text, "orderNumber" text, "receivedOn" date, "receivedAt" timestamptz, district text, office text,
      scene text, "violationKinds" text[], suggestion jsonb, marks text[], "dueOn" date, twin uuid, anonymous boolean, suite text, body text,
      keys jsonb, identity jsonb, clocks jsonb)
  ), written as (
    insert into app.tip (id, number, kind, channel, received_at, received_on, district, office, scene, violation_kinds, suggestion, marks, due_on, twin,
        order_number, import_batch, anonymous)
      select o.id, app.next_tip_number(), o.kind, o.channel, coalesce(o."receivedAt", o."receivedOn"::timestamp at time zone 'Asia/Shanghai'),
        o."receivedOn", o.district, o.office, o.scene, o."violationKinds", o.suggestion, o.marks, o."dueOn", o.twin, o."orderNumber", into_batch, o.anonymous
      from given o
      -- Asked first, so that an order that is in already takes no number.
      where not exists (select from app.tip t where t.channel = o.channel and t.order_number = o."orderNumber")
      on conflict (channel, order_number) where order_number is not null do nothing
      returning app.tip.id as tip
  ), taken as materialized (
    select o.* from given o join written w on w.tip = o.id
  ), events as (
    insert into app.tip_event (tip, act, to_state, detail)
      select o.id, 'imported', 'received', jsonb_build_object('batch', into_batch, 'line', o.line) from taken o
  ), clocks as (
    insert into app.clock (tip, office, district, slot, rule, started_by, start_on, received_on, earliest, rolled, working, disputed, provisional, calendar_version)
      select o.id, o.office, o.district, c.slot, c.rule, c."startedBy", c."startOn", o."receivedOn", c.earliest, c.rolled, c.working, c.disputed,
        c.provisional, c."calendarVersion"
      from taken o cross join lateral jsonb_to_recordset(o.clocks)
        as c(slot text, rule text, "startedBy" text, "startOn" text, earliest text, rolled text, working date, disputed boolean, provisional boolean,
          "calendarVersion" text)
  ), bodies as (
    insert into vault.tip_body (tip, suite, sealed) select o.id, o.suite, decode(o.body, 'base64') from taken o
  ), keys as (
    insert into vault.tip_key (tip, holder_kind, holder, key_version, suite, wrapped)
      select o.id, k.kind, k.holder, k.version, k.suite, decode(k.wrapped, 'base64')
      from taken o cross join lateral jsonb_to_recordset(o.keys) as k(kind text, holder text, version integer, suite text, wrapped text)
  ), identities as (
    insert into vault.identity (tip, holder, key_version, suite, wrapped, sealed)
      select o.id, o.identity ->> 'holder', (o.identity ->> 'version')::integer, o.suite, decode(o.identity ->> 'wrapped', 'base64'),
        decode(o.identity ->> 'sealed', 'base64')
      from taken o where jsonb_typeof(o.identity) = 'object'
  )
  insert into app.import_row (batch, line, order_number, tip, outcome)
    select into_batch, o.line, min(o."orderNumber"), (array_agg(w.tip order by o."orderNumber") filter (where w.tip is not null))[1],
      case when count(w.tip) > 0 then 'taken' else 'known' end
    from given o left join written w on w.tip = o.id group by o.line
    -- A lot that is sent again after a crash finds its lines written: what they said then stays.
    on conflict (batch, line) do update set order_number = excluded.order_number
    returning app.import_row.line, app.import_row.outcome
$$;

-- Takes back what nobody has touched: no act but the import itself, no handler, no link, no message. The rest stays and is named.
-- The order number is free again; the tip keeps its row and its number, so that the series shows why there is a gap.
create function app.undo_import(undone_batch uuid) returns table (tip uuid, number text, undone boolean, why text) language sql volatile as $$
  with looked as (
    select t.id, t.number,
      case
        when t.state <> 'received' or t.handler is not null or t.version > 1 then 'in-hand'
        when exists (select from app.tip_event e where e.tip = t.id and e.act <> 'imported') then 'acted-on'
        when exists (select from app.tip_link l where t.id in (l.one, l.other) and l.undone_at is null) then 'linked'
        when exists (select from app.transfer x where x.tip = t.id) then 'transferred'
        when exists (select from app.message m where m.tip = t.id) then 'messages'
      end as why
    from app.tip t where t.import_batch = undone_batch and t.state <> 'import-undone'
    for update of t
  ), back as (
    update app.tip t set state = 'import-undone', state_since = now(), order_number = null, due_on = null, version = t.version + 1
      from looked l where l.id = t.id and l.why is null returning t.id
  ), stopped as (
    update app.clock c set state = 'cancelled', stop_why = 'import-undone', version = c.version + 1
      from back b where c.tip = b.id and c.state in ('running', 'paused')
  ), told as (
    insert into app.tip_event (tip, act, from_state, to_state, detail)
      select b.id, 'import-undone', 'received', 'import-undone', jsonb_build_object('batch', undone_batch) from back b
  ), rows_back as (
    update app.import_row r set outcome = 'undone' from back b where r.batch = undone_batch and r.tip = b.id
  )
  select l.id, l.number, l.why is null, l.why from looked l
$$;
