-- What every later migration, of the host and of the modules, stands on.

-- The company whose rows this transaction may see. STABLE: the value may change between statements, and the plan of
-- an IMMUTABLE function would serve one company's rows to the next.
create function core.company_id() returns uuid
language sql stable parallel safe
return nullif(pg_catalog.current_setting('app.company_id', true), '')::uuid;

-- Puts a table under row level security: only rows of the transaction's company can be seen, written and left behind.
-- Without a company there are none: the setting is NULL at first and the empty string after a transaction that set it.
create function core.isolate(table_name text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $function$
declare
    target regclass;
begin
    if position('.' in table_name) = 0 then
        raise exception 'core.isolate(''%'') does not say in which schema the table is', table_name
            using hint = 'Write core.isolate(''schema.table'').';
    end if;

    target := table_name::regclass;
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('drop policy if exists company on %s', target);
    execute format($policy$
        create policy company on %s
        using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
        with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
        $policy$, target);
end
$function$;

grant execute on function core.company_id() to {{host}}, {{definer}}, {{modules}}, {{module_owners}};
grant execute on function core.isolate(text) to {{module_owners}};
