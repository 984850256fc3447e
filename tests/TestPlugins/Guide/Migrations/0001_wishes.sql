create table wishes.wishes (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    text text not null,
    division int not null,
    primary key (company_id, id),
    unique (company_id, text)
);

select core.isolate('wishes.wishes');
