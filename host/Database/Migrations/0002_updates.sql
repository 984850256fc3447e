-- One update's way: seen + inbox (stored before it is acknowledged), session (locked by its turn), outbox (what to send).
-- These tables belong to people and chats, not to companies: only the host's login may touch them.

create table core.users (
    id uuid primary key,
    telegram_id bigint not null unique,
    name text not null,
    username text,
    language text check (language in ('ru', 'en')),
    time_zone text,
    company_id uuid,
    unreachable_at timestamptz,
    created_at timestamptz not null default now()
);
comment on column core.users.language is 'Chosen by the person; null follows Telegram.';
comment on column core.users.company_id is 'The company last active, for when the session has ended.';

-- No index on expires_at: it changes every turn, and the hourly clean-up can afford to scan.
create table core.sessions (
    telegram_id bigint primary key,
    user_id uuid not null references core.users (id) on delete cascade,
    company_id uuid,
    state text not null,
    data text not null,
    version bigint not null default 1,
    expires_at timestamptz not null
) with (fillfactor = 70);
comment on column core.sessions.state is 'Name of the screen or dialog step the user is at.';

create table core.seen (
    bot_id bigint not null,
    update_id bigint not null,
    received_at timestamptz not null default now(),
    primary key (bot_id, update_id)
);
create index seen_received_at on core.seen using brin (received_at);

create table core.inbox (
    bot_id bigint not null,
    update_id bigint not null,
    lane bigint not null,
    payload text not null,
    attempts int not null default 0,
    next_at timestamptz not null default now(),
    received_at timestamptz not null default now(),
    primary key (bot_id, update_id)
);
create index inbox_lane on core.inbox (bot_id, lane, update_id);
comment on column core.inbox.lane is 'Telegram id of the user, or of the chat when no user is named: one lane is handled one update at a time.';

create table core.set_aside (
    incident text primary key,
    bot_id bigint not null,
    update_id bigint,
    chat_id bigint,
    kind text not null check (kind in ('update', 'delivery')),
    module text,
    route text,
    error text not null,
    payload text not null,
    attempts int not null,
    set_aside_at timestamptz not null default now()
);

create table core.outbox (
    id bigint generated always as identity primary key,
    bot_id bigint not null,
    chat_id bigint not null,
    payload text not null,
    attempts int not null default 0,
    lease uuid,
    next_at timestamptz not null default now(),
    created_at timestamptz not null default now()
);
create index outbox_chat on core.outbox (bot_id, chat_id, id);

-- The message of a chat that is edited in place. Kept by delivery, which alone knows the ids Telegram gave.
create table core.live_messages (
    bot_id bigint not null,
    chat_id bigint not null,
    message_id int not null,
    primary key (bot_id, chat_id)
);

create table core.keys (
    name text primary key,
    value bytea not null,
    created_at timestamptz not null default now()
);
comment on table core.keys is 'Keys the host made for itself, shared by its instances.';

grant select, insert, update, delete on core.users, core.sessions, core.seen, core.inbox, core.set_aside, core.outbox, core.live_messages to {{host}};
grant select, insert on core.keys to {{host}};
