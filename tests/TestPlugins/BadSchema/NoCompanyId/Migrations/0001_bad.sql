create table bad_schema.t (id uuid primary key);
