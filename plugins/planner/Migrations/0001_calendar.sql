-- What is planned, in the wall time of its zone: an instant is a consequence of it (occurrences).
create table planner.events (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    -- Names the event in calendar files; the same file read again finds the event by it.
    uid text not null check (char_length(uid) between 1 and 300),
    -- 0 personal, 1 of a unit, 2 of the company
    calendar smallint not null check (calendar between 0 and 2),
    -- Of a unit's calendar: a department 1 to 21, or 100 and a division 1 to 7.
    unit smallint check (unit between 1 and 21 or unit between 101 and 107),
    -- 0 meeting, 1 task, 2 reminder, 3 absence, 4 deadline
    kind smallint not null check (kind between 0 and 4),
    title text not null check (char_length(title) between 1 and 200),
    is_all_day boolean not null,
    local_start timestamp not null,
    local_end timestamp not null,
    zone text not null,
    rule text,
    place text,
    link text,
    description text,
    is_private boolean not null,
    organiser_id uuid not null,
    -- The post the organiser acted from: whoever is above it takes over when the organiser leaves.
    position_id uuid,
    sequence integer not null default 0,
    reminders integer[] not null default '{}',
    cancelled_at timestamptz,
    created_at timestamptz not null,
    -- Occurrences are written up to this local time; null when all of them are.
    expanded_until timestamp,
    primary key (company_id, id),
    unique (company_id, organiser_id, uid),
    check (local_end > local_start),
    check ((calendar = 1) = (unit is not null)),
    check (cardinality(reminders) <= 5)
);
create index events_by_uid on planner.events (company_id, uid);
create index events_of_units on planner.events (company_id, calendar, unit) where calendar > 0;
create index events_to_expand on planner.events (company_id, expanded_until) where expanded_until is not null and cancelled_at is null;
select core.isolate('planner.events');

-- Who is invited. What is shared with a unit's or the company's calendar needs no row here.
create table planner.participants (
    company_id uuid not null default core.company_id(),
    event_id uuid not null,
    ordinal smallint not null,
    -- 0 person, 1 post, 2 department, 3 division
    kind smallint not null check (kind between 0 and 3),
    -- The person or the post.
    target_id uuid,
    -- As in events.
    unit smallint,
    primary key (company_id, event_id, ordinal),
    unique nulls not distinct (company_id, event_id, kind, target_id, unit),
    foreign key (company_id, event_id) references planner.events (company_id, id) on delete cascade,
    check ((kind < 2) = (target_id is not null) and (kind >= 2) = (unit is not null))
);
create index participants_by_target on planner.participants (company_id, target_id) where target_id is not null;
create index participants_by_unit on planner.participants (company_id, unit) where unit is not null;
select core.isolate('planner.participants');

-- A series where it differs from its rule.
create table planner.exceptions (
    company_id uuid not null default core.company_id(),
    event_id uuid not null,
    original_start timestamp not null,
    is_cancelled boolean not null default false,
    local_start timestamp,
    local_end timestamp,
    title text check (char_length(title) between 1 and 200),
    place text,
    primary key (company_id, event_id, original_start),
    foreign key (company_id, event_id) references planner.events (company_id, id) on delete cascade
);
select core.isolate('planner.exceptions');

-- Every time an event takes place, cancelled ones left out: what views, conflicts and reminders read.
create table planner.occurrences (
    company_id uuid not null default core.company_id(),
    event_id uuid not null,
    original_start timestamp not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    local_start timestamp not null,
    local_end timestamp not null,
    is_all_day boolean not null,
    -- The few that a look at some days has to seek before these days.
    is_long boolean not null generated always as (ends_at - starts_at > interval '2 days') stored,
    title text,
    place text,
    primary key (company_id, event_id, original_start),
    foreign key (company_id, event_id) references planner.events (company_id, id) on delete cascade
);
create index occurrences_by_time on planner.occurrences (company_id, starts_at);
create index occurrences_of_events on planner.occurrences (company_id, event_id, starts_at);
create index long_occurrences on planner.occurrences (company_id, starts_at) where is_long;
select core.isolate('planner.occurrences');

-- Who comes. Without a row nobody has answered; a row for one occurrence stands before one for the whole series.
create table planner.answers (
    company_id uuid not null default core.company_id(),
    event_id uuid not null,
    -- -infinity for the whole series
    original_start timestamp not null,
    user_id uuid not null,
    -- 0 not since the time changed, 1 accepted, 2 declined, 3 tentative
    rsvp smallint not null check (rsvp between 0 and 3),
    answered_at timestamptz not null,
    primary key (company_id, event_id, original_start, user_id),
    foreign key (company_id, event_id) references planner.events (company_id, id) on delete cascade
);
select core.isolate('planner.answers');

-- What should have been said while no host ran, until it is said in one message.
create table planner.missed (
    company_id uuid not null default core.company_id(),
    user_id uuid not null,
    event_id uuid not null,
    original_start timestamp not null,
    primary key (company_id, user_id, event_id, original_start),
    foreign key (company_id, event_id) references planner.events (company_id, id) on delete cascade
);
select core.isolate('planner.missed');
