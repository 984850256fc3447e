create table notes.notes (
    company_id uuid not null,
    id uuid not null,
    text text not null,
    primary key (company_id, id)
);

select core.isolate('notes.notes');
