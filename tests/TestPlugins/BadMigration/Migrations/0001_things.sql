create table bad_migration.things (
    company_id uuid not null,
    id uuid not null,
    primary key (company_id, id)
);

select core.isolate('bad_migration.things');
