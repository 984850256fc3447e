-- An update that came by webhook runs before it is stored. If its host dies meanwhile, nothing of it is left but its id
-- in that host's journal; Telegram sends it again, and whichever host gets it must not run it beside others.
create table core.suspects (
    bot_id bigint not null,
    update_id bigint not null,
    noted_at timestamptz not null default now(),
    primary key (bot_id, update_id)
);
comment on table core.suspects is 'Updates that were in flight, not stored yet, when their host died.';

grant select, insert, update, delete on core.suspects to {{host}};
