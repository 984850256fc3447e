alter table live.ticks add column place nonsense;
