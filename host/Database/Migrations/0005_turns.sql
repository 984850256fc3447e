-- Updates that were in flight when a host's process died: run alone from then on, so that one that kills the process is
-- found and set aside without its neighbours.

alter table core.inbox
    add column is_suspect boolean not null default false,
    add column crashes int not null default 0;
comment on column core.inbox.is_suspect is 'A host died while it ran this update together with others.';
comment on column core.inbox.crashes is 'How often a host died while it ran this update alone.';

-- Ends a transaction that found something else than it must, in the same round trip that would have committed it.
create function core.expect(p_found bigint, p_expected bigint) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_found <> p_expected then
        raise exception 'found % where % were expected', p_found, p_expected using errcode = 'DV001';
    end if;
end
$$;
comment on function core.expect(bigint, bigint) is 'Raises DV001 unless both are equal.';

revoke execute on function core.expect(bigint, bigint) from public;
grant execute on function core.expect(bigint, bigint) to {{host}};
