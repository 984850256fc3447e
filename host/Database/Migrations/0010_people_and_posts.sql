-- What acting on people and posts needs: training of holders, deputies of absences, approval limits, offers of ownership.

-- Whoever holds a post today is taken for trained; row level security lets no migration look at companies' rows, a
-- default reaches them all the same.
alter table core.holdings
    add column training_percent smallint not null default 100 check (training_percent between 0 and 100),
    add column trained_at timestamptz;
alter table core.holdings alter column training_percent set default 0;
comment on column core.holdings.training_percent is 'How far the holder is trained for the post; below 100 they are a newcomer. Means nothing while is_temporary.';

alter table core.positions
    add column is_deputy boolean not null default false,
    add check (not is_deputy or kind = 'specialist');

alter table core.absences
    add column deputy_id uuid,
    add foreign key (company_id, deputy_id) references core.members (company_id, user_id),
    add check (deputy_id <> user_id);
comment on column core.absences.deputy_id is 'Who stands in for all posts of the absent person; null leaves it to the deputies of each post.';

-- Up to which sum a post decides by itself, in the company's currency.
alter table core.companies
    add column limit_department_head numeric(15, 2) not null default 0 check (limit_department_head >= 0),
    add column limit_division_head numeric(15, 2) not null default 0 check (limit_division_head >= 0),
    add column limit_executive numeric(15, 2) check (limit_executive >= 0),
    add column confirm_above numeric(15, 2) check (confirm_above >= 0);
comment on column core.companies.limit_executive is 'Null: no limit.';
comment on column core.companies.confirm_above is 'Above it a decision is asked for twice; null: never.';

create table core.ownership_offers (
    company_id   uuid        not null references core.companies (company_id),
    id           uuid        not null,
    from_user_id uuid        not null,
    to_user_id   uuid        not null,
    offered_at   timestamptz not null,
    state        text        not null default 'open' check (state in ('open', 'accepted', 'closed')),
    closed_at    timestamptz,
    primary key (company_id, id),
    foreign key (company_id, from_user_id) references core.members (company_id, user_id),
    foreign key (company_id, to_user_id) references core.members (company_id, user_id),
    check (from_user_id <> to_user_id),
    check ((state = 'open') = (closed_at is null))
);

create unique index ownership_offers_one_open on core.ownership_offers (company_id) where state = 'open';

select core.isolate('core.ownership_offers');
grant select, insert, update on core.ownership_offers to {{host}};

-- Who stands in for a holder on a day: whom the absence names, else the deputy of the post named last; nobody while the
-- holder is there. Without settings of its own, so that it is inlined into the statement that asks.
create function core.deputy_of(p_company uuid, p_position uuid, p_holder uuid, p_day date)
    returns table (user_id uuid, name text)
    language sql stable parallel safe rows 1
as $$
    select person.user_id, person.name
    from core.absences as absence
    cross join lateral (
        select absence.deputy_id as user_id, 0 as place, absence.starts_on, absence.id
        where absence.deputy_id is not null
        union all
        select d.user_id, 1, d.starts_on, d.id
        from core.deputies as d
        where d.company_id = p_company and d.position_id = p_position and p_day between d.starts_on and coalesce(d.ends_on, p_day)
    ) as named
    join core.members as person on person.company_id = p_company and person.user_id = named.user_id and person.left_at is null
    where absence.company_id = p_company and absence.user_id = p_holder and p_day between absence.starts_on and absence.ends_on
        and named.user_id <> p_holder
        and not exists (
            select from core.absences as away
            where away.company_id = p_company and away.user_id = named.user_id and p_day between away.starts_on and away.ends_on)
    order by named.place, named.starts_on desc, named.id
    limit 1
$$;

revoke all on function core.deputy_of(uuid, uuid, uuid, date) from public;
grant execute on function core.deputy_of(uuid, uuid, uuid, date) to {{host}};
