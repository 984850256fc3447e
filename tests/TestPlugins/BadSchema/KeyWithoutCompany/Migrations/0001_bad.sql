create table bad_schema.t (company_id uuid not null, id uuid primary key);
select core.isolate('bad_schema.t');
