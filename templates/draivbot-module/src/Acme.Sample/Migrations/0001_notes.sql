create table sample_id.notes (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    text text not null,
    primary key (company_id, id)
);

select core.isolate('sample_id.notes');
