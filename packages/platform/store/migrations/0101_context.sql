-- Whose eyes a transaction sees with. Set by app.enter only, and only for the transaction; empty means nobody.
create schema app;
create schema vault;
create schema audit;
revoke all on schema public from public;

create function app.enter(actor text, office text, districts text, roles text, clearance text, recused text, receipt text, draft text)
returns void language sql volatile as $$
  select set_config('app.actor', actor, true), set_config('app.office', office, true), set_config('app.districts', districts, true),
         set_config('app.roles', roles, true), set_config('app.clearance', clearance, true), set_config('app.recused', recused, true),
         set_config('app.receipt', receipt, true), set_config('app.draft', draft, true);
$$;

-- A setting reads '' after the transaction that set it: nullif keeps that from meaning anything.
create function app.my_actor() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('app.actor', true), '') $$;
create function app.my_office() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('app.office', true), '') $$;
create function app.my_districts() returns text[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.districts', true), ''), '{}')::text[] $$;
create function app.my_roles() returns text[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.roles', true), ''), '{}')::text[] $$;
create function app.my_clearance() returns smallint language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.clearance', true), ''), '-1')::smallint $$;
create function app.my_recused() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.recused', true), ''), '{}')::uuid[] $$;
create function app.my_receipt() returns bytea language sql stable parallel safe as
  $$ select decode(nullif(current_setting('app.receipt', true), ''), 'hex') $$;
create function app.my_draft() returns bytea language sql stable parallel safe as
  $$ select decode(nullif(current_setting('app.draft', true), ''), 'hex') $$;
create function app.my_officer() returns uuid language sql stable parallel safe as
  $$ select case when app.my_actor() ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then app.my_actor()::uuid end $$;

create function app.today() returns date language sql stable parallel safe as $$ select (now() at time zone 'Asia/Shanghai')::date $$;
