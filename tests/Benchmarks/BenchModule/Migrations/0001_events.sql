-- The business table of the measured work: one row a turn.
create table bench.events (
    company_id uuid not null,
    id bigint generated always as identity,
    user_id uuid not null,
    n integer not null,
    kind text not null,
    payload jsonb not null,
    created_at timestamptz not null default now(),
    primary key (company_id, id)
);
create index events_by_time on bench.events (company_id, created_at);

select core.isolate('bench.events');
