create table rows_in_the_way.things (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    name text not null,
    primary key (company_id, id)
);

select core.isolate('rows_in_the_way.things');
