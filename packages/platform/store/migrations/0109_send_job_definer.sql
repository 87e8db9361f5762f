-- A job in the same transaction as the state it is about, without rights on the queue for whoever sends it. Writes what pg-boss
-- itself would write; a test compares the two row by row.
create function app.send_job(queue text, data jsonb, after timestamptz default null, key text default null)
returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  q record;
begin
  if app.my_actor() is null then
    raise exception 'no context' using errcode = 'insufficient_privilege';
  end if;
  select * into q from pgboss.queue where name = send_job.queue;
  if not found then
    raise exception 'no queue %', queue using errcode = 'undefined_object';
  end if;
  insert into pgboss.job (id, name, data, priority, start_after, created_on, singleton_key, expire_seconds, deletion_seconds, keep_until,
                          retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds,
                          blocked, blocking, pending_dependencies)
  values (gen_random_uuid(), q.name, send_job.data, 0, coalesce(after, now()), now(), send_job.key, q.expire_seconds, q.deletion_seconds,
          coalesce(after, now()) + q.retention_seconds * interval '1 second', q.retry_limit, q.retry_delay, q.retry_backoff,
          q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds, false, false, 0)
  on conflict do nothing;
end $$;

grant create on schema app to liangjian_definer;
alter function app.send_job(text, jsonb, timestamptz, text) owner to liangjian_definer;
revoke create on schema app from liangjian_definer;
