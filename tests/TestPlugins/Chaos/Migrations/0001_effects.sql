create table chaos.effects (
    company_id uuid not null,
    id bigint generated always as identity,
    text text not null,
    turn_number int not null,
    primary key (company_id, id)
);

select core.isolate('chaos.effects');
