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

-- The same answer as before, with a plan that is kept for the session: a function in SQL is planned anew at every call,
-- and this one is asked at every turn.
create or replace function core.member_of(p_user uuid, p_company uuid)
    returns table (company_id uuid, company_name text, time_zone text, role integer)
    language plpgsql stable security definer rows 1
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    select company.company_id, company.name, company.time_zone,
        coalesce((
            select max(case
                when post.number = 21 then 8
                when post.number = 19 then 4
                when post.kind <> 'specialist' then 2
                else 1
            end)
            from core.holdings as held
            join core.positions as post on post.company_id = held.company_id and post.id = held.position_id
            where held.company_id = member.company_id and held.user_id = member.user_id and held.until is null
                and post.archived_at is null
        ), 1)
    from core.members as member
    join core.companies as company on company.company_id = member.company_id
    where member.user_id = p_user and member.left_at is null
    order by (member.company_id = p_company) is true desc, member.joined_at, member.company_id
    limit 1;
end
$$;
