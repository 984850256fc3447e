create table journal.entries (
    company_id uuid not null,
    id bigint generated always as identity,
    text text not null,
    primary key (company_id, id)
);

select core.isolate('journal.entries');
