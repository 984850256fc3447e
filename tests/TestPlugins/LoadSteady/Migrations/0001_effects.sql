create table load_steady.effects (
    company_id uuid not null,
    id bigint generated always as identity,
    text text not null,
    turn_number int not null,
    build int not null,
    primary key (company_id, id)
);

select core.isolate('load_steady.effects');
