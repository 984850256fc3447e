alter table bad_migration.thigns add column note text;
