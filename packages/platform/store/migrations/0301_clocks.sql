-- What a clock is reckoned from, so that it can be reckoned again; and what an officer has to be told when its dates move.
alter table app.clock
  add column received_on date not null default app.today(), -- decides the version of the rule
  add column target jsonb, -- what the office set itself where law gives no number
  add column paused_from date,
  add column started_at timestamptz not null default clock_timestamp(),
  add column stop_why text,
  add column moved jsonb; -- { from, to, at, why } until somebody has seen it

-- Queues: per office there is clock_due; command looks by district, an officer at their own tips.
create index clock_district_due on app.clock (district, working, id) where state in ('running', 'paused');
create index clock_moved on app.clock (office, id) where moved is not null;
create index tip_handler on app.tip (handler) where handler is not null;

-- How every open clock stands today. Sees what its reader sees.
create view app.clock_standing with (security_invoker = true) as
  select c.id, c.tip, c.matter, c.office, c.district, c.rule, c.slot, c.started_by, c.start_on, c.earliest, c.rolled, c.working, c.disputed,
    c.provisional, c.state, c.paused_from, c.moved, c.version, t.number, t.handler, t.scene, t.state as tip_state,
    case
      when c.state = 'paused' then 'paused'
      when length(c.rolled) > 10 and c.rolled::timestamptz < now() then 'overdue'
      when length(c.rolled) = 10 and c.rolled::date < (select app.today()) then 'overdue'
      when length(c.earliest) = 10 and c.earliest::date < (select app.today()) then 'grace'
      else 'running'
    end as standing
  from app.clock c left join app.tip t on t.id = c.tip
  where c.state in ('running', 'paused');
grant select on app.clock_standing to liangjian_console, liangjian_worker;
