-- The organisation: companies, their people and the chart of divisions, departments and positions.
-- A name of a unit or position that is null is the board's, in the language of whoever looks.

create table core.companies (
    company_id      uuid        not null primary key,
    name            text        not null check (char_length(name) between 2 and 4096),
    time_zone       text        not null check (time_zone <> ''),
    currency        text        not null check (currency ~ '^[A-Z]{3}$'),
    -- A notification that is not urgent waits while it is quiet; the quiet hours may run over midnight.
    quiet_from      time        not null default '21:00',
    quiet_until     time        not null default '08:00',
    -- When a week of statistics closes: ISO day of the week (7 is Sunday) and local time.
    week_cutoff_day smallint    not null default 7 check (week_cutoff_day between 1 and 7),
    week_cutoff_at  time        not null default '23:59',
    created_by      uuid        not null,
    created_at      timestamptz not null
);

-- user_id has no foreign key: core.users belongs to no company, and a key across that border would tell who exists.
create table core.members (
    company_id uuid        not null references core.companies (company_id),
    user_id    uuid        not null,
    name       text        not null,
    joined_at  timestamptz not null,
    left_at    timestamptz,
    primary key (company_id, user_id),
    check (left_at >= joined_at)
);

-- The only index that does not lead with company_id: whose companies are these is asked before a company is known.
create index members_by_user on core.members (user_id, joined_at) where left_at is null;

create table core.divisions (
    company_id uuid     not null references core.companies (company_id),
    number     smallint not null check (number between 1 and 7),
    name       text     check (name <> ''),
    primary key (company_id, number)
);

create table core.departments (
    company_id      uuid     not null,
    number          smallint not null check (number between 1 and 21),
    division_number smallint not null,
    name            text     check (name <> ''),
    primary key (company_id, number),
    unique (company_id, number, division_number),
    foreign key (company_id, division_number) references core.divisions (company_id, number),
    check (division_number = case when number >= 19 then 7 else (number + 2) / 3 end)
);

create table core.positions (
    company_id        uuid        not null,
    id                uuid        not null,
    number            integer     not null check (number >= 1),
    kind              text        not null check (kind in ('specialist', 'department_head', 'division_head')),
    division_number   smallint    not null,
    department_number smallint,
    name              text        check (name <> ''),
    created_at        timestamptz not null,
    archived_at       timestamptz,
    primary key (company_id, id),
    unique (company_id, number),
    foreign key (company_id, division_number) references core.divisions (company_id, number),
    foreign key (company_id, department_number, division_number) references core.departments (company_id, number, division_number),
    check ((kind = 'division_head') = (department_number is null)),
    -- The seeded posts head the department of their number and stay for good; position 19 heads division 7 as well.
    check (number > 21 or (kind = 'department_head' and department_number = number and archived_at is null)),
    check (kind <> 'division_head' or division_number <> 7)
);

create unique index positions_one_head_a_department on core.positions (company_id, department_number)
    where kind = 'department_head' and archived_at is null;

create unique index positions_one_head_a_division on core.positions (company_id, division_number)
    where kind = 'division_head' and archived_at is null;

create table core.holdings (
    company_id   uuid        not null,
    id           uuid        not null,
    position_id  uuid        not null,
    user_id      uuid        not null,
    -- Held by the founder until somebody is found: matters go to the founder, but the post counts as vacant.
    is_temporary boolean     not null default false,
    since        timestamptz not null,
    until        timestamptz,
    primary key (company_id, id),
    foreign key (company_id, position_id) references core.positions (company_id, id),
    foreign key (company_id, user_id) references core.members (company_id, user_id),
    check (until >= since)
);

create unique index holdings_one_holder_a_position on core.holdings (company_id, position_id) where until is null;

create index holdings_by_user on core.holdings (company_id, user_id) where until is null;

create table core.deputies (
    company_id  uuid not null,
    id          uuid not null,
    position_id uuid not null,
    user_id     uuid not null,
    starts_on   date not null,
    ends_on     date,
    primary key (company_id, id),
    foreign key (company_id, position_id) references core.positions (company_id, id),
    foreign key (company_id, user_id) references core.members (company_id, user_id),
    check (ends_on >= starts_on)
);

create index deputies_by_position on core.deputies (company_id, position_id, starts_on);

create table core.absences (
    company_id uuid not null,
    id         uuid not null,
    user_id    uuid not null,
    starts_on  date not null,
    ends_on    date not null,
    primary key (company_id, id),
    unique (company_id, user_id, starts_on),
    foreign key (company_id, user_id) references core.members (company_id, user_id),
    check (ends_on >= starts_on)
);

create table core.working_days (
    company_id uuid     not null references core.companies (company_id),
    weekday    smallint not null check (weekday between 1 and 7),
    starts_at  time     not null default '09:00',
    ends_at    time     not null default '18:00',
    primary key (company_id, weekday),
    check (ends_at > starts_at)
);

-- Days that differ from their weekday: holidays, and weekends that are worked.
create table core.calendar_days (
    company_id uuid    not null references core.companies (company_id),
    day        date    not null,
    is_working boolean not null,
    note       text,
    primary key (company_id, day)
);

create table core.audit (
    company_id  uuid        not null references core.companies (company_id),
    id          uuid        not null,
    at          timestamptz not null,
    user_id     uuid,
    position_id uuid,
    act         text        not null,
    before      jsonb,
    after       jsonb,
    primary key (company_id, id)
);

create index audit_by_time on core.audit (company_id, at);

select core.isolate('core.companies');
select core.isolate('core.members');
select core.isolate('core.divisions');
select core.isolate('core.departments');
select core.isolate('core.positions');
select core.isolate('core.holdings');
select core.isolate('core.deputies');
select core.isolate('core.absences');
select core.isolate('core.working_days');
select core.isolate('core.calendar_days');
select core.isolate('core.audit');

grant select, insert, update on core.companies, core.members, core.divisions, core.departments, core.positions,
    core.holdings, core.deputies, core.absences, core.working_days, core.calendar_days to {{host}};
grant delete on core.deputies, core.absences, core.working_days, core.calendar_days to {{host}};
-- What happened is never rewritten.
grant select, insert on core.audit to {{host}};

grant select on core.companies, core.members, core.divisions, core.departments, core.positions, core.holdings,
    core.deputies, core.absences, core.working_days, core.calendar_days to {{modules}};

-- What the function below reads across companies, and nothing more.
grant select (company_id, name, time_zone) on core.companies to {{definer}};
grant select (company_id, user_id, joined_at, left_at) on core.members to {{definer}};
grant select (company_id, id, number, kind, archived_at) on core.positions to {{definer}};
grant select (company_id, position_id, user_id, until) on core.holdings to {{definer}};
create policy membership on core.companies for select to {{definer}} using (true);
create policy membership on core.members for select to {{definer}} using (true);
create policy membership on core.positions for select to {{definer}} using (true);
create policy membership on core.holdings for select to {{definer}} using (true);

-- The company a person acts in: the wanted one while they are its member, else the one they joined first. One row or none.
-- role: 8 owner, 4 executive, 2 manager, 1 employee.
create function core.member_of(p_user uuid, p_company uuid)
    returns table (company_id uuid, company_name text, time_zone text, role integer)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
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
    limit 1
$$;

alter function core.member_of(uuid, uuid) owner to {{definer}};
revoke all on function core.member_of(uuid, uuid) from public;
grant execute on function core.member_of(uuid, uuid) to {{host}};
