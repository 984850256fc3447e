alter table live.ticks add column place text null;
