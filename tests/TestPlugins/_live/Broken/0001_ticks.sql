create table live.ticks (
    company_id uuid not null,
    id bigint generated always as identity,
    text text not null,
    version int not null,
    primary key (company_id, id)
);

select core.isolate('live.ticks');
