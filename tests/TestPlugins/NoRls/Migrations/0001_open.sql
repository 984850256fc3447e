create table no_rls.open_to_all (
    company_id uuid not null,
    id uuid not null,
    primary key (company_id, id)
);
