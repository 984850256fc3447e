alter table wishes.wishes add column granted boolean not null default false;
