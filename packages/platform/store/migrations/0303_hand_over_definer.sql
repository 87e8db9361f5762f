-- Gives a tip with its open clocks to the office a transfer names. Whoever hands over may not see the tip afterwards, so that no policy
-- can let them write that row: this function does, and only for a transfer its caller has written in this very transaction.
create function app.hand_over(moved_tip uuid, transfer_ordinal smallint, new_state text)
returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  way app.transfer;
  target app.office;
begin
  select * into way from app.transfer x
    where x.tip = moved_tip and x.ordinal = transfer_ordinal and x.answer is null and x.sent_by = app.my_actor() and x.sent_at = now();
  if not found then
    raise exception 'no transfer of this transaction' using errcode = 'insufficient_privilege';
  end if;
  select * into strict target from app.office o where o.id = way.to_office;
  update app.tip t
    set office = target.id,
        -- A city office works on what happened in a district; the place stays.
        district = case when target.level = 'district' then target.district else t.district end,
        handler = null,
        returns = t.returns + (way.kind <> 'transfer')::integer::smallint,
        state = new_state, state_since = now(), version = t.version + 1
    where t.id = moved_tip and t.office = way.from_office;
  if not found then
    raise exception 'the tip is not with the sender' using errcode = 'insufficient_privilege';
  end if;
  update app.clock c set office = t.office, district = t.district from app.tip t where t.id = moved_tip and c.tip = moved_tip;
end $$;

grant create on schema app to liangjian_definer;
alter function app.hand_over(uuid, smallint, text) owner to liangjian_definer;
revoke create on schema app from liangjian_definer;
