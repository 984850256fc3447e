alter table rows_in_the_way.things add column owner uuid not null;
