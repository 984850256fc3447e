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

-- Where people are members: of each the company they want, or the one they joined first. One call answers for a whole
-- group of turns, with a plan that is kept for the session: a function in SQL would be planned anew at every call.
drop function core.member_of(uuid, uuid);
create function core.members_of(p_users uuid[], p_companies uuid[])
    returns table (user_id uuid, company_id uuid, company_name text, time_zone text, role integer)
    language plpgsql stable security definer rows 10
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    select distinct on (wanted.user_id) wanted.user_id, company.company_id, company.name, company.time_zone,
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
    from unnest(p_users, p_companies) as wanted (user_id, company_id)
    join core.members as member on member.user_id = wanted.user_id and member.left_at is null
    join core.companies as company on company.company_id = member.company_id
    order by wanted.user_id, (member.company_id = wanted.company_id) is true desc, member.joined_at, member.company_id;
end
$$;
comment on function core.members_of(uuid[], uuid[]) is 'role: 1 employee, 2 manager, 4 executive, 8 owner; the highest a person''s posts give.';

alter function core.members_of(uuid[], uuid[]) owner to {{definer}};
revoke all on function core.members_of(uuid[], uuid[]) from public;
grant execute on function core.members_of(uuid[], uuid[]) to {{host}};

-- Every row of these lives for milliseconds: what it leaves behind is cleared away by count, not by share of a table
-- that is nearly always empty.
alter table core.inbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
alter table core.outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
