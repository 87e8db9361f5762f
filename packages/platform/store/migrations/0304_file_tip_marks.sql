-- A tip of the portal carries the marks by which it finds others while sealed, as imported orders do.
create or replace function app.file_tip(filed jsonb) returns text[] language plpgsql volatile as $$
declare
  one record;
  number text;
  numbers text[] := '{}';
begin
  -- Clocks were reckoned for a day; whoever reckoned looks at another clock than ours around midnight.
  if (filed ->> 'today')::date <> app.today() then
    raise exception 'another day' using errcode = 'LJ001', detail = app.today()::text;
  end if;
  -- First, so that the files of these tips belong to the receipt that is in the context.
  if jsonb_typeof(filed -> 'receipt') = 'object' then
    insert into vault.receipt (lookup, tips, suite, salt, cost)
      select r.lookup, r.tips, r.suite, r.salt, r.cost
      from jsonb_to_record(filed -> 'receipt') as r(lookup bytea, tips uuid[], suite text, salt bytea, cost jsonb);
  end if;
  for one in
    select * from jsonb_to_recordset(filed -> 'tips') as x(id uuid, twin uuid, kind text, channel text, district text, office text, scene text,
      "violationKinds" text[], suggestion jsonb, marks text[], "dueOn" date, anonymous boolean, language text, attachments smallint, once bytea,
      suite text, body bytea, keys jsonb, identity jsonb, files jsonb, clocks jsonb)
  loop
    number := app.next_tip_number();
    numbers := numbers || number;
    insert into app.tip (id, number, kind, channel, district, office, scene, violation_kinds, suggestion, marks, due_on, twin, anonymous, language, attachments, once)
      values (one.id, number, one.kind, one.channel, one.district, one.office, one.scene, one."violationKinds", one.suggestion, coalesce(one.marks, '{}'), one."dueOn",
        one.twin, one.anonymous, one.language, one.attachments, one.once);
    insert into app.tip_event (tip, act, to_state, detail) values (one.id, 'filed', 'received', '{}');
    insert into app.clock (tip, office, district, slot, rule, started_by, start_on, earliest, rolled, working, disputed, provisional, calendar_version)
      select one.id, one.office, one.district, c.* from jsonb_to_recordset(one.clocks)
        as c(slot text, rule text, "startedBy" text, "startOn" text, earliest text, rolled text, working date, disputed boolean, provisional boolean, "calendarVersion" text);
    insert into vault.tip_body (tip, suite, sealed) values (one.id, one.suite, one.body);
    insert into vault.tip_key (tip, holder_kind, holder, key_version, suite, wrapped)
      select one.id, k.* from jsonb_to_recordset(one.keys) as k(kind text, holder text, version integer, suite text, wrapped bytea);
    if jsonb_typeof(one.identity) = 'object' then
      insert into vault.identity (tip, holder, key_version, suite, wrapped, sealed)
        select one.id, i.holder, i.version, one.suite, i.wrapped, i.sealed
        from jsonb_to_record(one.identity) as i(holder text, version integer, wrapped bytea, sealed bytea);
    end if;
    if jsonb_array_length(one.files) > 0 then
      insert into vault.attachment (id, tip, ordinal, state, bytes_received, media_type, suite, sealed_name, original_object)
        select f.id, one.id, f.ordinal, 'arrived', f.bytes, f."mediaType", one.suite, f.facts, f.object
        from jsonb_to_recordset(one.files) as f(id uuid, ordinal smallint, bytes bigint, "mediaType" text, facts bytea, object text);
    end if;
  end loop;
  perform audit.append(filed -> 'audit');
  return numbers;
end $$;

-- What the worker has to do for a tip that just came in is about its files: without files there is nothing to be told.
create or replace function app.file_tip_at_once(receipt text, filed jsonb) returns text[] language plpgsql volatile as $$
begin
  perform app.enter('portal', '', '{}', '{portal}', '0', '{}', receipt, '');
  perform app.send_job('tip.received', jsonb_build_object('tip', t ->> 'id')) from jsonb_array_elements(filed -> 'tips') t
    where (t ->> 'attachments')::integer > 0;
  -- Last, because it ends with the audit entries: the ends of their chains are locked from there to the commit.
  return app.file_tip(filed);
end $$;
