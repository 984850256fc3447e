-- Delivery: classes of messages, notifications with their receipts, the lane of bulk messages, task progress, files.

alter table core.outbox
    add column class smallint not null default 0,
    add column company_id uuid,
    add column receipt uuid;
comment on column core.outbox.class is '0 answer, 1 notification, 2 bulk, 3 progress, 4 alert: decides what follows an uncertain send.';
comment on column core.outbox.receipt is 'What the company is told when this row is done: id of a notification, a digest or a progress message.';

create index users_unreachable on core.users (telegram_id) where unreachable_at is not null;
alter table core.users add column language_code text;
comment on column core.users.language_code is 'As Telegram last told it; what is written to a person who chose no language follows it.';

-- What is attached waits here until Telegram has it; from then on its id at Telegram serves.
create table core.files (
    id uuid primary key,
    name text not null,
    content bytea,
    telegram_file_id text,
    created_at timestamptz not null default core.clock(),
    check (content is not null or telegram_file_id is not null)
);
alter table core.files alter column content set storage external;
create index files_created_at on core.files using brin (created_at);

-- One row a person. Held until due_at, then moved to the outbox: so what waits holds nothing up.
create table core.notifications (
    company_id uuid not null references core.companies (company_id),
    id uuid not null,
    number bigint generated always as identity,
    notification_id uuid not null,
    module text not null,
    user_id uuid not null,
    chat_id bigint not null,
    is_bulk boolean not null,
    dedup_key text,
    parts text[] not null,
    place text,
    place_label text,
    state smallint not null,
    due_at timestamptz,
    digest_id uuid,
    message_id int,
    created_at timestamptz not null default core.clock(),
    done_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, user_id) references core.members (company_id, user_id),
    check ((state = 0) = (due_at is not null))
);
comment on column core.notifications.number is 'The order in which they were written: ids of one turn have none.';
comment on column core.notifications.parts is 'The messages to send, as the outbox holds them; empty once they are there.';
comment on column core.notifications.state is '0 held, 1 queued, 2 sent, 3 failed, 4 unreachable, 5 unknown.';
create unique index notifications_dedup on core.notifications (company_id, module, user_id, dedup_key) where dedup_key is not null;
create index notifications_by_notification on core.notifications (company_id, notification_id);
create index notifications_by_digest on core.notifications (company_id, digest_id) where digest_id is not null;
-- Read by the functions below across companies, which no company sees.
create index notifications_held on core.notifications (company_id, is_bulk, due_at, id) where state = 0;

create table core.progress (
    company_id uuid not null references core.companies (company_id),
    id uuid not null,
    module text not null,
    user_id uuid not null,
    chat_id bigint not null,
    message_id int,
    payload text not null,
    has_changed boolean not null default false,
    shown_at timestamptz not null default core.clock(),
    ended_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, user_id) references core.members (company_id, user_id)
);
create index progress_changed on core.progress (company_id, id) where has_changed;

create table core.bulk_pace (
    bot_id bigint primary key,
    next_at timestamptz not null
);
comment on table core.bulk_pace is 'When the bulk lane may go on: all hosts together keep its pace.';

select core.isolate('core.notifications');
select core.isolate('core.progress');

grant select, insert, update, delete on core.files, core.bulk_pace to {{host}};
grant select, insert, update on core.notifications, core.progress to {{host}};
grant select, insert, update, delete on core.notifications, core.progress to {{definer}};
grant select, insert, update on core.bulk_pace to {{definer}};
grant select (bot_id, chat_id, receipt), insert on core.outbox to {{definer}};
create policy delivery on core.notifications to {{definer}} using (true) with check (true);
create policy delivery on core.progress to {{definer}} using (true) with check (true);

-- The end of the quiet hours that are on now in a zone; now when there are none. They may run over midnight; from = until: never.
create function core.after_quiet(zone text, quiet_from time, quiet_until time) returns timestamptz
language sql stable parallel safe
return (
    select case
        when case when quiet_from < quiet_until then local::time >= quiet_from and local::time < quiet_until
                  when quiet_from > quiet_until then local::time >= quiet_from or local::time < quiet_until
                  else false end
        then (local::date + case when quiet_from > quiet_until and local::time >= quiet_from then 1 else 0 end + quiet_until) at time zone zone
        else core.clock()
    end
    from (select core.clock() at time zone zone as local) here);

-- People for whom something held is due now. The host then opens each company by itself.
create function core.due_notifications() returns table (company_id uuid, user_id uuid)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select distinct n.company_id, n.user_id from core.notifications as n
    where n.state = 0 and not n.is_bulk and n.due_at <= core.clock()
    limit 200
$$;

-- Lets as many bulk messages into the outbox as 30 a second allow, companies taking turns. All hosts share the pace.
create function core.release_bulk(p_bot bigint) returns setof bigint
    language sql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
    with recursive pace as (
        insert into core.bulk_pace as p (bot_id, next_at) values (p_bot, now() + interval '330 ms')
        on conflict (bot_id) do update set next_at = excluded.next_at where p.next_at <= now()
        returning 1),
    companies as (
        (select n.company_id from core.notifications as n where n.state = 0 and n.is_bulk order by n.company_id limit 1)
        union all
        select (select n.company_id from core.notifications as n where n.state = 0 and n.is_bulk and n.company_id > c.company_id order by n.company_id limit 1)
        from companies as c where c.company_id is not null),
    heads as (
        select head.company_id, head.id
        from companies as c
        cross join lateral (
            select n.company_id, n.id, row_number() over (order by n.due_at, n.id) as place
            from core.notifications as n
            where n.company_id = c.company_id and n.state = 0 and n.is_bulk and n.due_at <= core.clock()
            order by n.due_at, n.id
            limit 10) as head
        where exists (select from pace)
        order by head.place, random()
        limit 10),
    released as (
        update core.notifications as n set state = 1, due_at = null
        from heads where n.company_id = heads.company_id and n.id = heads.id and n.state = 0
        returning n.company_id, n.id, n.chat_id, n.parts)
    insert into core.outbox (bot_id, chat_id, payload, class, company_id, receipt)
    select p_bot, r.chat_id, part.payload, 2, r.company_id, case when part.place = cardinality(r.parts) then r.id end
    from released as r cross join lateral unnest(r.parts) with ordinality as part (payload, place)
    order by r.id, part.place
    returning chat_id
$$;

-- Tells companies what became of their messages.
create procedure core.note_receipts(p_companies uuid[], p_receipts uuid[], p_states smallint[], p_messages integer[])
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with told as (
        select * from unnest(p_companies, p_receipts, p_states, p_messages) as r (company_id, receipt, state, message_id)),
    single as (
        update core.notifications as n
        set state = told.state, message_id = nullif(told.message_id, 0), done_at = core.clock(), parts = '{}'
        from told where n.company_id = told.company_id and n.id = told.receipt and n.state = 1),
    digest as (
        update core.notifications as n
        set state = told.state, message_id = nullif(told.message_id, 0), done_at = core.clock()
        from told where n.company_id = told.company_id and n.digest_id = told.receipt and n.state = 1)
    update core.progress as p set message_id = told.message_id
    from told where p.company_id = told.company_id and p.id = told.receipt and p.message_id is null and told.message_id <> 0
$$;

-- Edits the progress messages that say something new and were left alone for 3 seconds.
create function core.show_progress(p_bot bigint) returns setof bigint
    language sql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
    with changed as (
        select p.company_id, p.id from core.progress as p
        where p.has_changed and p.ended_at is null and p.message_id is not null and p.shown_at <= core.clock() - interval '3 seconds'
            and not exists (select from core.outbox as o where o.receipt = p.id and o.bot_id = p_bot and o.chat_id = p.chat_id)
        limit 200
        for update skip locked),
    shown as (
        update core.progress as p set has_changed = false, shown_at = core.clock()
        from changed as c where p.company_id = c.company_id and p.id = c.id
        returning p.company_id, p.id, p.chat_id, p.message_id, p.payload)
    insert into core.outbox (bot_id, chat_id, payload, class, company_id, receipt)
    select p_bot, s.chat_id, jsonb_set(s.payload::jsonb, '{screen,editMessageId}', to_jsonb(s.message_id))::text, 3, s.company_id, s.id
    from shown as s
    returning chat_id
$$;

-- What is older than 90 days is forgotten, dedup keys included.
create function core.forget_deliveries() returns void
    language sql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
    with old_notifications as (
        delete from core.notifications as n where n.state > 1 and n.created_at < core.clock() - interval '90 days')
    delete from core.progress as p where p.shown_at < core.clock() - interval '90 days'
$$;

alter function core.due_notifications() owner to {{definer}};
alter function core.release_bulk(bigint) owner to {{definer}};
alter procedure core.note_receipts(uuid[], uuid[], smallint[], integer[]) owner to {{definer}};
alter function core.show_progress(bigint) owner to {{definer}};
alter function core.forget_deliveries() owner to {{definer}};
revoke all on routine core.after_quiet(text, time, time), core.due_notifications(), core.release_bulk(bigint),
    core.note_receipts(uuid[], uuid[], smallint[], integer[]), core.show_progress(bigint), core.forget_deliveries() from public;
grant execute on routine core.after_quiet(text, time, time), core.due_notifications(), core.release_bulk(bigint),
    core.note_receipts(uuid[], uuid[], smallint[], integer[]), core.show_progress(bigint), core.forget_deliveries() to {{host}};
