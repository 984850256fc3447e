-- Modules that a company has switched off for itself, and how much of a host one module may take.

alter table core.companies add column modules_off text[] check (cardinality(modules_off) between 1 and 200);
comment on column core.companies.modules_off is 'Ids of the modules this company has switched off, sorted; null for none, which is what most have.';
grant select (modules_off) on core.companies to {{definer}};

-- As before, and which modules the company has switched off, parted by commas.
drop function core.members_of(uuid[], uuid[]);
create function core.members_of(p_users uuid[], p_companies uuid[])
    returns table (user_id uuid, company_id uuid, company_name text, time_zone text, role integer, modules_off text)
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
        ), 1),
        array_to_string(company.modules_off, ',')
    from unnest(p_users, p_companies) as wanted (user_id, company_id)
    join core.members as member on member.user_id = wanted.user_id and member.left_at is null
    join core.companies as company on company.company_id = member.company_id
    order by wanted.user_id, (member.company_id = wanted.company_id) is true desc, member.joined_at, member.company_id;
end
$$;
comment on function core.members_of(uuid[], uuid[]) is 'role: 1 employee, 2 manager, 4 executive, 8 owner; the highest a person''s posts give.';

drop function core.claim_jobs(text[], text[], integer, uuid, interval, uuid);
-- Takes what is due, module by module in the order given, and of each module company by company after p_after, so that
-- one company's 100,000 jobs do not delay another's one; and of each module no more than there is room for. Says in
-- scanned_to where to go on, and in is_off whether the company has switched the module off.
create function core.claim_jobs(p_modules text[], p_names text[], p_rooms integer[], p_limit integer, p_lease uuid, p_for interval, p_after uuid)
    returns table (company_id uuid, id uuid, module text, name text, key text, payload text, cron text, due_at timestamptz,
        attempts integer, losses integer, scanned_to uuid, is_off boolean)
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    v_module    text;
    v_names     text[];
    v_left      integer := p_limit;
    v_most      integer;
    v_room      integer;
    v_taken     integer;
    v_due       integer;
    v_companies uuid[];
    v_to        uuid;
begin
    for v_module, v_names, v_room in
        select handled.module, array_agg(handled.name), min(handled.room)
        from unnest(p_modules, p_names, p_rooms) with ordinality as handled (module, name, room, turn)
        group by handled.module order by min(handled.turn)
    loop
        exit when v_left <= 0;
        v_most := least(v_left, v_room);
        with head as (
            select job.company_id from core.jobs as job
            where job.module = v_module and job.next_at <= core.clock() order by job.next_at limit 256)
        select count(*), array_agg(distinct head.company_id) into v_due, v_companies from head;
        continue when v_due = 0;
        v_to := null;
        -- With a backlog the first 256 may all be one company's: step from company to company instead.
        if v_due = 256 then
            with recursive step (company_id, n) as (
                (select job.company_id, 1 from core.jobs as job where job.company_id > p_after order by job.company_id limit 1)
                union all
                select next.company_id, step.n + 1
                from step
                cross join lateral (
                    select job.company_id from core.jobs as job where job.company_id > step.company_id order by job.company_id limit 1) as next
                where step.n < 512),
            due as (
                select step.company_id from step
                where exists (
                    select from core.jobs as job
                    where job.company_id = step.company_id and job.module = v_module and job.next_at <= core.clock()))
            select array(select due.company_id from due union select unnest(v_companies)),
                (select case when count(*) = 512 then (array_agg(step.company_id order by step.n desc))[1] end from step)
            into v_companies, v_to;
            v_to := coalesce(v_to, '00000000-0000-0000-0000-000000000000');
        end if;

        v_companies := array(select turn from unnest(v_companies) as turn order by (turn > p_after) desc, turn);
        if v_to is null or cardinality(v_companies) > v_most then
            v_to := v_companies[least(cardinality(v_companies), v_most)];
        end if;

        return query
            with taken as materialized (
                select due.company_id, due.id
                from unnest(v_companies) as company (id)
                cross join lateral (
                    select job.company_id, job.id from core.jobs as job
                    where job.company_id = company.id and job.module = v_module and job.next_at <= core.clock()
                        and job.name = any (v_names)
                        and (job.order_key is null or not exists (
                            select from core.jobs as earlier
                            where earlier.company_id = job.company_id and earlier.module = job.module
                                and earlier.order_key = job.order_key and earlier.sequence < job.sequence))
                    order by job.next_at
                    limit greatest(1, v_most / cardinality(v_companies))
                    for update skip locked) as due
                limit v_most)
            update core.jobs as job
            set lease = p_lease, next_at = core.clock() + p_for, losses = job.losses + (job.lease is not null)::integer
            from taken where job.company_id = taken.company_id and job.id = taken.id
            returning job.company_id, job.id, job.module, job.name, job.key, job.payload, job.cron, job.due_at,
                job.attempts, job.losses, v_to,
                exists (
                    select from core.companies as company
                    where company.company_id = job.company_id and job.module = any (company.modules_off));
        get diagnostics v_taken = row_count;
        v_left := v_left - v_taken;
    end loop;
end
$$;

comment on column core.jobs.next_at is 'Due; while somebody is at it (lease), the end of the lease; infinity while its company has its module switched off.';

-- As before; events for a module that a company has switched off wait no longer than for one that is away.
create or replace function core.purge_jobs(p_dead interval, p_unheard interval) returns table (dead bigint, unheard bigint)
    language sql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
    with dead as (
        delete from core.dead_jobs where dead_at < core.clock() - p_dead returning 1),
    unheard as (
        delete from core.jobs as job
        where job.name like 'event:%' and job.due_at < core.clock() - p_unheard and job.lease is null and (
            job.next_at = 'infinity' or not exists (
                select from core.event_handlers as handler
                where handler.module = job.module and handler.name = job.name and handler.seen_at > core.clock() - p_unheard))
        returning 1)
    select (select count(*) from dead), (select count(*) from unheard)
$$;

alter function core.members_of(uuid[], uuid[]) owner to {{definer}};
alter function core.claim_jobs(text[], text[], integer[], integer, uuid, interval, uuid) owner to {{definer}};
revoke all on function core.members_of(uuid[], uuid[]), core.claim_jobs(text[], text[], integer[], integer, uuid, interval, uuid) from public;
grant execute on function core.members_of(uuid[], uuid[]), core.claim_jobs(text[], text[], integer[], integer, uuid, interval, uuid) to {{host}};
