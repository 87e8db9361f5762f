-- Filing in one round trip: a statement of its own is a transaction of its own, so that context, jobs and rows live and die together.
-- The context is that of the portal and of the receipt being made; to any other role of the database its policies give nothing.
create function app.file_tip_at_once(receipt text, filed jsonb) returns text[] language plpgsql volatile as $$
begin
  perform app.enter('portal', '', '{}', '{portal}', '0', '{}', receipt, '');
  perform app.send_job('tip.received', jsonb_build_object('tip', t ->> 'id')) from jsonb_array_elements(filed -> 'tips') t;
  -- Last, because it ends with the audit entries: the ends of their chains are locked from there to the commit.
  return app.file_tip(filed);
end $$;
