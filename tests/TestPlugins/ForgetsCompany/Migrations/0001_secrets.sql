create table forgets_company.secrets (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    words text not null,
    primary key (company_id, id)
);

select core.isolate('forgets_company.secrets');
