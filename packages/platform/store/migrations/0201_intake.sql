-- What an approved opening hands over: the identity once more, sealed for the office that asked, and emptied when the time is over.
alter table vault.opening_request
  add column granted bytea,
  add column granted_wrapped bytea,
  add column granted_version integer,
  add check ((granted is null) = (granted_wrapped is null)),
  add check (decision = 'approved' or granted is null);

-- Every look at an opened identity.
create table vault.opening_view (
  id bigint generated always as identity primary key,
  request uuid not null references vault.opening_request,
  tip uuid not null references app.tip,
  viewed_by text not null default app.my_actor(),
  viewed_at timestamptz not null default clock_timestamp()
);
create index opening_view_request on vault.opening_view (request, viewed_at);

create function app.next_tip_number() returns text language sql volatile as $$
  select to_char(app.today(), 'YYYY') || '-' || lpad(n::text, greatest(6, length(n::text)), '0') from nextval('app.tip_number') n
$$;

-- Everything that filing writes, in one statement: tips with their sealed parts, the receipt, files, the audit entries.
-- Runs with the rights of its caller; the policies of every table hold. A form sent twice breaks the unique index on app.tip.once.
-- Returns the numbers of the tips in their order.
create function app.file_tip(filed jsonb) returns text[] language plpgsql volatile as $$
declare
  one jsonb;
  id uuid;
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
      values (decode(filed #>> '{receipt,lookup}', 'base64'), array(select (value ->> 'id')::uuid from jsonb_array_elements(filed -> 'tips')),
        filed #>> '{receipt,suite}', decode(filed #>> '{receipt,salt}', 'base64'), filed #> '{receipt,cost}');
  end if;
  for one in select value from jsonb_array_elements(filed -> 'tips') loop
    id := (one ->> 'id')::uuid;
    number := app.next_tip_number();
    numbers := numbers || number;
    insert into app.tip (id, number, kind, channel, district, office, scene, violation_kinds, suggestion, due_on, twin, anonymous, language, attachments, once)
      values (id, number, one ->> 'kind', one ->> 'channel', one ->> 'district', one ->> 'office', one ->> 'scene',
        array(select jsonb_array_elements_text(one -> 'violationKinds')), nullif(one -> 'suggestion', 'null'), (one ->> 'dueOn')::date, (one ->> 'twin')::uuid,
        (one ->> 'anonymous')::boolean, one ->> 'language', (one ->> 'attachments')::smallint, decode(one ->> 'once', 'base64'));
    insert into app.tip_event (tip, act, to_state, detail) values (id, 'filed', 'received', '{}');
    insert into app.clock (tip, office, district, slot, rule, started_by, start_on, earliest, rolled, working, disputed, provisional, calendar_version)
      select id, one ->> 'office', one ->> 'district', c.* from jsonb_to_recordset(one -> 'clocks')
        as c(slot text, rule text, "startedBy" text, "startOn" text, earliest text, rolled text, working date, disputed boolean, provisional boolean, "calendarVersion" text);
    insert into vault.tip_body (tip, suite, sealed) values (id, one ->> 'suite', decode(one ->> 'body', 'base64'));
    insert into vault.tip_key (tip, holder_kind, holder, key_version, suite, wrapped)
      select id, k ->> 'kind', k ->> 'holder', (k ->> 'version')::integer, k ->> 'suite', decode(k ->> 'wrapped', 'base64')
      from jsonb_array_elements(one -> 'keys') k;
    if jsonb_typeof(one -> 'identity') = 'object' then
      insert into vault.identity (tip, holder, key_version, suite, wrapped, sealed)
        values (id, one #>> '{identity,holder}', (one #>> '{identity,version}')::integer, one ->> 'suite',
          decode(one #>> '{identity,wrapped}', 'base64'), decode(one #>> '{identity,sealed}', 'base64'));
    end if;
    if jsonb_array_length(one -> 'files') > 0 then
      insert into vault.attachment (id, tip, ordinal, state, bytes_received, media_type, suite, sealed_name, original_object)
        select (f ->> 'id')::uuid, id, (f ->> 'ordinal')::smallint, 'arrived', (f ->> 'bytes')::bigint, f ->> 'mediaType', one ->> 'suite',
          decode(f ->> 'facts', 'base64'), f ->> 'object'
        from jsonb_array_elements(one -> 'files') f;
    end if;
  end loop;
  perform audit.append(filed -> 'audit');
  return numbers;
end $$;
