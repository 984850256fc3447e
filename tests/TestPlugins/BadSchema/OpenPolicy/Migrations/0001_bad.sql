create table bad_schema.t (
    company_id uuid not null,
    id uuid not null,
    name text,
    primary key (company_id, id)
);
select core.isolate('bad_schema.t');
create policy everyone on bad_schema.t using (true);
