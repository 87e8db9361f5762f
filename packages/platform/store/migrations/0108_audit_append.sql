-- The short list of functions that run with other rights than their caller's. Everything else sees what its caller sees.
-- audit.append: nobody may write audit rows, everybody must leave one.

create function audit.chain_of(subject text) returns smallint language sql immutable parallel safe as
  $$ select (get_byte(sha256(convert_to(subject, 'UTF8')), 0) & 15)::smallint $$;

create function audit.instant(at timestamptz) returns text language sql immutable parallel safe as
  $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

-- What the hash is taken of: one JSON array of texts. Whoever verifies writes the same bytes.
create function audit.content(e audit.entry) returns text language sql stable as $$
  select jsonb_build_array(e.chain::text, e.seq::text, audit.instant(e.at), e.actor, e.office, e.district, e.act, e.subject_kind, e.subject, e.why, e.detail)::text
$$;

-- One JSON array of { act, kind, subject, why, detail } each. In the order of chains, so that two writers never wait in a circle.
create function audit.append(entries jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  item record;
  head audit.head;
  entry audit.entry;
begin
  if app.my_actor() is null then
    raise exception 'no context' using errcode = 'insufficient_privilege';
  end if;
  for item in
    select audit.chain_of(x.subject) as chain, x.* from jsonb_to_recordset(entries)
      as x(act text, kind text, subject text, why text, detail jsonb, district text) order by 1
  loop
    select * into strict head from audit.head h where h.chain = item.chain for update;
    entry.chain := item.chain;
    entry.seq := head.seq + 1;
    entry.at := greatest(clock_timestamp(), head.at + interval '1 microsecond');
    entry.actor := app.my_actor();
    entry.office := app.my_office();
    entry.district := coalesce(item.district, (app.my_districts())[1], '310000');
    entry.act := item.act;
    entry.subject_kind := item.kind;
    entry.subject := item.subject;
    entry.why := item.why;
    entry.detail := coalesce(item.detail, '{}'::jsonb)::text;
    entry.hash := sha256(head.hash || convert_to(audit.content(entry), 'UTF8'));
    insert into audit.entry values (entry.*);
    update audit.head h set seq = entry.seq, at = entry.at, hash = entry.hash where h.chain = item.chain;
  end loop;
end $$;

grant create on schema audit to liangjian_definer;
alter function audit.append(jsonb) owner to liangjian_definer;
revoke create on schema audit from liangjian_definer;
