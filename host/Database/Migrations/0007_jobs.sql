-- Jobs: what is due when, for whom, and who is at it. A job of no company has the company 00000000-…-0, so that its
-- rows are under the same row level security; no company can have that id.

create table core.jobs (
    company_id uuid        not null,
    id         uuid        not null,
    module     text        not null,
    name       text        not null,
    key        text        check (char_length(key) between 1 and 200),
    payload    text        not null check (octet_length(payload) <= 80000),
    cron       text,
    order_key  text,
    sequence   bigint      generated always as identity,
    due_at     timestamptz not null,
    next_at    timestamptz not null,
    lease      uuid,
    attempts   integer     not null default 0,
    losses     integer     not null default 0,
    error      text,
    created_at timestamptz not null default core.clock(),
    primary key (company_id, id)
) with (fillfactor = 80);
comment on column core.jobs.name is 'Id of the job within its module; event:<name>:<version> for an event on its way to the module.';
comment on column core.jobs.next_at is 'Due; while somebody is at it (lease), the end of the lease.';
comment on column core.jobs.order_key is 'Of the jobs of a module with one order key, only the first in sequence is taken.';
comment on column core.jobs.losses is 'How often a lease ran out, that is, how often a host ended while it was at it.';

create unique index jobs_key on core.jobs (company_id, module, name, key) where key is not null;
create index jobs_of_company on core.jobs (company_id, module, next_at);
create index jobs_order on core.jobs (company_id, module, order_key, sequence) where order_key is not null;
-- Leads with no company: what is due is asked before a company is known, by core.claim_jobs alone.
create index jobs_due on core.jobs (module, next_at);

-- Dead letters: jobs that failed too often or were discarded, for the operator.
create table core.dead_jobs (
    company_id uuid        not null,
    id         uuid        not null,
    module     text        not null,
    name       text        not null,
    key        text,
    payload    text        not null,
    cron       text,
    due_at     timestamptz not null,
    attempts   integer     not null,
    reason     text        not null,
    dead_at    timestamptz not null default core.clock(),
    primary key (company_id, id)
);

-- Which events modules handle, also while they are switched off: seen_at says when one last ran.
create table core.event_handlers (
    module  text        not null,
    name    text        not null,
    seen_at timestamptz not null default core.clock(),
    primary key (module, name)
);

select core.isolate('core.jobs');
select core.isolate('core.dead_jobs');
grant select, insert, update, delete on core.jobs to {{host}}, {{definer}};
grant select, insert on core.dead_jobs to {{host}};
grant select, insert, delete on core.dead_jobs to {{definer}};
grant select, insert, update, delete on core.event_handlers to {{host}};
grant select on core.event_handlers to {{definer}};
create policy queue on core.jobs to {{definer}} using (true) with check (true);
create policy queue on core.dead_jobs to {{definer}} using (true) with check (true);

-- Takes what is due, module by module in the order given, and of each module company by company after p_after, so that
-- one company's 100,000 jobs do not delay another's one. Says in scanned_to where to go on.
create function core.claim_jobs(p_modules text[], p_names text[], p_limit integer, p_lease uuid, p_for interval, p_after uuid)
    returns table (company_id uuid, id uuid, module text, name text, key text, payload text, cron text, due_at timestamptz,
        attempts integer, losses integer, scanned_to uuid)
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    v_module    text;
    v_names     text[];
    v_left      integer := p_limit;
    v_taken     integer;
    v_due       integer;
    v_companies uuid[];
    v_to        uuid;
begin
    for v_module, v_names in
        select handled.module, array_agg(handled.name)
        from unnest(p_modules, p_names) with ordinality as handled (module, name, turn)
        group by handled.module order by min(handled.turn)
    loop
        exit when v_left <= 0;
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
        if v_to is null or cardinality(v_companies) > v_left then
            v_to := v_companies[least(cardinality(v_companies), v_left)];
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
                    limit greatest(1, v_left / cardinality(v_companies))
                    for update skip locked) as due
                limit v_left)
            update core.jobs as job
            set lease = p_lease, next_at = core.clock() + p_for, losses = job.losses + (job.lease is not null)::integer
            from taken where job.company_id = taken.company_id and job.id = taken.id
            returning job.company_id, job.id, job.module, job.name, job.key, job.payload, job.cron, job.due_at,
                job.attempts, job.losses, v_to;
        get diagnostics v_taken = row_count;
        v_left := v_left - v_taken;
    end loop;
end
$$;

-- Makes leases last longer; says which still stand.
create function core.renew_jobs(p_companies uuid[], p_ids uuid[], p_leases uuid[], p_for interval) returns setof uuid
    language sql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
    update core.jobs as job set next_at = core.clock() + p_for
    from unnest(p_companies, p_ids, p_leases) as held (company_id, id, lease)
    where job.company_id = held.company_id and job.id = held.id and job.lease = held.lease
    returning job.id
$$;

-- The companies in which a job that recurs by itself is missing or has another rhythm.
create function core.unscheduled(p_module text, p_name text, p_cron text) returns table (company_id uuid, time_zone text)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select company.company_id, company.time_zone from core.companies as company
    where not exists (
        select from core.jobs as job
        where job.company_id = company.company_id and job.module = p_module and job.name = p_name and job.key = '@cron'
            and job.cron = p_cron)
$$;

-- Puts a job that recurs by itself into companies; one that is there keeps its payload and gets the new rhythm.
create function core.schedule_jobs(
    p_module text, p_name text, p_cron text, p_companies uuid[], p_ids uuid[], p_times timestamptz[]) returns void
    language sql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
    insert into core.jobs (company_id, id, module, name, key, payload, cron, due_at, next_at)
    select place.company_id, place.id, p_module, p_name, '@cron', '{}', p_cron, place.at, place.at
    from unnest(p_companies, p_ids, p_times) as place (company_id, id, at)
    on conflict (company_id, module, name, key) where key is not null do update
    set cron = excluded.cron, due_at = excluded.due_at,
        next_at = case when core.jobs.lease is null then excluded.next_at else core.jobs.next_at end
    where core.jobs.cron is distinct from excluded.cron
$$;

-- Takes away the rhythm of jobs that a module no longer declares as recurring.
create function core.unschedule_jobs(p_module text, p_keep text[]) returns void
    language sql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
    delete from core.jobs as job
    where job.module = p_module and job.key = '@cron' and job.name <> all (p_keep) and job.lease is null
$$;

-- Removes dead letters of old, and events that waited for a module longer than it was ever away.
create function core.purge_jobs(p_dead interval, p_unheard interval) returns table (dead bigint, unheard bigint)
    language sql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
    with dead as (
        delete from core.dead_jobs where dead_at < core.clock() - p_dead returning 1),
    unheard as (
        delete from core.jobs as job
        where job.name like 'event:%' and job.due_at < core.clock() - p_unheard and job.lease is null and not exists (
            select from core.event_handlers as handler
            where handler.module = job.module and handler.name = job.name and handler.seen_at > core.clock() - p_unheard)
        returning 1)
    select (select count(*) from dead), (select count(*) from unheard)
$$;

-- How many jobs are due and for how long, and how many are dead. Names no company.
create function core.job_figures() returns table (due bigint, oldest double precision, dead bigint)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select count(*), coalesce(extract(epoch from core.clock() - min(job.next_at)), 0)::double precision, (select count(*) from core.dead_jobs)
    from core.jobs as job where job.next_at <= core.clock()
$$;

-- For the operator: what is dead, put one back to be done now (not while another of its key waits), throw one away.
create function core.list_dead_jobs() returns setof core.dead_jobs
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select * from core.dead_jobs order by dead_at desc
$$;

create function core.rerun_job(p_id uuid) returns boolean
    language sql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
    with again as (
        insert into core.jobs (company_id, id, module, name, key, payload, due_at, next_at)
        select company_id, id, module, name, case when cron is null then key end, payload, due_at, core.clock()
        from core.dead_jobs where id = p_id
        on conflict do nothing
        returning company_id, id),
    gone as (
        delete from core.dead_jobs as dead using again where dead.company_id = again.company_id and dead.id = again.id)
    select exists (select from again)
$$;

create function core.remove_job(p_id uuid) returns boolean
    language sql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
    with gone as (delete from core.dead_jobs where id = p_id returning 1) select exists (select from gone)
$$;

alter function core.claim_jobs(text[], text[], integer, uuid, interval, uuid) owner to {{definer}};
alter function core.renew_jobs(uuid[], uuid[], uuid[], interval) owner to {{definer}};
alter function core.unscheduled(text, text, text) owner to {{definer}};
alter function core.schedule_jobs(text, text, text, uuid[], uuid[], timestamptz[]) owner to {{definer}};
alter function core.unschedule_jobs(text, text[]) owner to {{definer}};
alter function core.purge_jobs(interval, interval) owner to {{definer}};
alter function core.job_figures() owner to {{definer}};
alter function core.list_dead_jobs() owner to {{definer}};
alter function core.rerun_job(uuid) owner to {{definer}};
alter function core.remove_job(uuid) owner to {{definer}};

revoke all on function core.claim_jobs(text[], text[], integer, uuid, interval, uuid), core.renew_jobs(uuid[], uuid[], uuid[], interval),
    core.unscheduled(text, text, text), core.schedule_jobs(text, text, text, uuid[], uuid[], timestamptz[]), core.unschedule_jobs(text, text[]),
    core.purge_jobs(interval, interval), core.job_figures(), core.list_dead_jobs(), core.rerun_job(uuid), core.remove_job(uuid) from public;
grant execute on function core.claim_jobs(text[], text[], integer, uuid, interval, uuid), core.renew_jobs(uuid[], uuid[], uuid[], interval),
    core.unscheduled(text, text, text), core.schedule_jobs(text, text, text, uuid[], uuid[], timestamptz[]), core.unschedule_jobs(text, text[]),
    core.purge_jobs(interval, interval), core.job_figures(), core.list_dead_jobs(), core.rerun_job(uuid), core.remove_job(uuid) to {{host}};
