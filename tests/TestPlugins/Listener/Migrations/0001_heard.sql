create table listener.heard (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    event uuid not null,
    text text not null,
    attempt int not null,
    heard_at timestamptz not null default clock_timestamp(),
    primary key (company_id, id)
);

select core.isolate('listener.heard');
