-- When a company plans its next week; without a row on Friday at 15:00.
create table planner.plan_times (
    company_id uuid not null default core.company_id(),
    -- ISO: 1 is Monday
    day smallint not null check (day between 1 and 7),
    at time not null,
    primary key (company_id)
);
select core.isolate('planner.plan_times');

-- What a person has taken on for a week, and what became of it.
create table planner.week_plans (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    user_id uuid not null,
    -- The post the person plans from.
    position_id uuid not null,
    -- Of the post when the plan was begun.
    division smallint not null check (division between 1 and 7),
    -- Its Monday.
    week date not null check (extract(isodow from week) = 1),
    -- 0 draft, 1 sent, 2 returned, 3 agreed, 4 closed
    state smallint not null default 0 check (state between 0 and 4),
    -- The post that is to agree; null where nobody stands above.
    waits_at uuid,
    return_reason text check (char_length(return_reason) between 1 and 500),
    sent_at timestamptz,
    agreed_at timestamptz,
    agreed_by uuid,
    closed_at timestamptz,
    percent smallint check (percent between 0 and 100),
    primary key (company_id, id),
    unique (company_id, user_id, week),
    check ((state = 4) = (percent is not null))
);
create index week_plans_by_week on planner.week_plans (company_id, week, division);
create index week_plans_waiting on planner.week_plans (company_id, waits_at) where state = 1;
select core.isolate('planner.week_plans');

create table planner.week_tasks (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    plan_id uuid not null,
    title text not null check (char_length(title) between 1 and 200),
    -- What it serves: 0 a product, 1 a statistic, 2 an order
    tie smallint not null check (tie between 0 and 2),
    -- Name of the product or statistic as it was then, or the order in words.
    tie_name text not null check (char_length(tie_name) between 1 and 500),
    -- Whose product or statistic: a department 1 to 21, or 100 and a division 1 to 7.
    unit smallint check (unit between 1 and 21 or unit between 101 and 107),
    -- 0 not done, 1 done in part, 2 done; null before the report
    mark smallint check (mark between 0 and 2),
    reason text check (char_length(reason) between 1 and 500),
    -- How often it has come over from the week before.
    carried smallint not null default 0 check (carried >= 0),
    carried_from uuid,
    created_at timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, plan_id) references planner.week_plans (company_id, id) on delete cascade,
    check ((tie = 2) = (unit is null))
);
create index week_tasks_of_plans on planner.week_tasks (company_id, plan_id);
create unique index week_tasks_carried on planner.week_tasks (company_id, carried_from) where carried_from is not null;
select core.isolate('planner.week_tasks');

-- When a person wants to hear in the morning what the day brings; without a row at 08:30.
create table planner.digests (
    company_id uuid not null default core.company_id(),
    user_id uuid not null,
    is_on boolean not null,
    -- By the person's own clock.
    at time not null,
    primary key (company_id, user_id)
);
select core.isolate('planner.digests');
