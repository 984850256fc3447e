create table chores.entries (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    text text not null,
    job uuid,
    attempt int not null,
    due_at timestamptz,
    written_at timestamptz not null default clock_timestamp(),
    primary key (company_id, id)
);

select core.isolate('chores.entries');
