-- The same functions with fewer steps inside: they run once in every transaction.

-- A body in SQL is planned anew at each call, one in PL/pgSQL once a session.
create or replace function app.enter(actor text, office text, districts text, roles text, clearance text, recused text, receipt text, draft text)
returns void language plpgsql volatile as $$
begin
  perform set_config('app.actor', actor, true), set_config('app.office', office, true), set_config('app.districts', districts, true),
          set_config('app.roles', roles, true), set_config('app.clearance', clearance, true), set_config('app.recused', recused, true),
          set_config('app.receipt', receipt, true), set_config('app.draft', draft, true);
end $$;

create or replace function audit.append(entries jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  actor constant text := nullif(current_setting('app.actor', true), '');
  office constant text := nullif(current_setting('app.office', true), '');
  home constant text := coalesce((coalesce(nullif(current_setting('app.districts', true), ''), '{}')::text[])[1], '310000');
  item record;
  place bigint;
  moment timestamptz;
  link bytea;
begin
  if actor is null then
    raise exception 'no context' using errcode = 'insufficient_privilege';
  end if;
  for item in
    select (get_byte(sha256(convert_to(x.subject, 'UTF8')), 0) & 15)::smallint as chain, x.act, x.kind, x.subject, x.why,
           coalesce(x.detail, '{}')::text as detail, coalesce(x.district, home) as district
      from jsonb_to_recordset(entries) as x(act text, kind text, subject text, why text, detail jsonb, district text) order by 1
  loop
    select h.seq + 1, greatest(clock_timestamp(), h.at + interval '1 microsecond'), h.hash into strict place, moment, link
      from audit.head h where h.chain = item.chain for update;
    -- The bytes of audit.content.
    link := sha256(link || convert_to(jsonb_build_array(item.chain::text, place::text, to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      actor, office, item.district, item.act, item.kind, item.subject, item.why, item.detail)::text, 'UTF8'));
    insert into audit.entry (chain, seq, at, actor, office, district, act, subject_kind, subject, why, detail, hash)
      values (item.chain, place, moment, actor, office, item.district, item.act, item.kind, item.subject, item.why, item.detail, link);
    update audit.head h set seq = place, at = moment, hash = link where h.chain = item.chain;
  end loop;
end $$;

create or replace function app.send_job(queue text, data jsonb, after timestamptz default null, key text default null)
returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  start_at constant timestamptz := coalesce(after, now());
begin
  if nullif(current_setting('app.actor', true), '') is null then
    raise exception 'no context' using errcode = 'insufficient_privilege';
  end if;
  insert into pgboss.job (id, name, data, priority, start_after, created_on, singleton_key, expire_seconds, deletion_seconds, keep_until,
                          retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds,
                          blocked, blocking, pending_dependencies)
  select gen_random_uuid(), q.name, send_job.data, 0, start_at, now(), send_job.key, q.expire_seconds, q.deletion_seconds,
         start_at + q.retention_seconds * interval '1 second', q.retry_limit, q.retry_delay, q.retry_backoff,
         q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds, false, false, 0
    from pgboss.queue q where q.name = send_job.queue
  on conflict do nothing;
  if not found and not exists (select from pgboss.queue q where q.name = send_job.queue) then
    raise exception 'no queue %', queue using errcode = 'undefined_object';
  end if;
end $$;

-- Every tip of an office would take a shared lock on the one row of the office, and busy transactions would spend their time on the list
-- of who holds it. Offices are never deleted: no rule gives anybody that verb, and the policies know no office but those of the table.
alter table app.tip drop constraint tip_office_fkey;
alter table app.clock drop constraint clock_office_fkey;
