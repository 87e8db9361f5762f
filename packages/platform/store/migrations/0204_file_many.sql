-- Filings that wait at the same moment share one statement, one commit and one walk along the audit chains. Each enters its own context.
-- The caller sorts them by the hash of their form: two such statements then never wait for each other in a circle.
create function app.file_tips_at_once(filings jsonb) returns jsonb language plpgsql volatile as $$
declare
  filing record;
  answers jsonb := '[]';
begin
  for filing in select f.receipt, f.filed from jsonb_to_recordset(filings -> 'filings') as f(receipt text, filed jsonb) loop
    answers := answers || jsonb_build_array(to_jsonb(app.file_tip_at_once(filing.receipt, filing.filed)));
  end loop;
  perform audit.append(filings -> 'audit');
  return answers;
end $$;

-- A body in SQL is planned anew at each call, one in PL/pgSQL once a session.
create or replace function app.next_tip_number() returns text language plpgsql volatile as $$
declare
  n constant text := nextval('app.tip_number')::text;
begin
  return to_char(app.today(), 'YYYY') || '-' || lpad(n, greatest(6, length(n)), '0');
end $$;
