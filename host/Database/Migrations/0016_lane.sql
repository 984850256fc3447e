-- What jobs tell people goes by the bulk lane too, in the order in which it came due: a thousand reminders of one minute
-- are more than Telegram takes, and what it refuses comes back in any order.

alter table core.notifications
    add column class smallint not null default 2 check (class in (1, 2)),
    add column turn_at timestamptz;
comment on column core.notifications.is_bulk is 'Goes by the lane whose pace all hosts keep together.';
comment on column core.notifications.class is 'In the outbox, for what goes by the lane: 1 is sent again when its fate is unknown, 2 is not.';
comment on column core.notifications.turn_at is 'Its turn in the lane; null until it has joined.';
create index notifications_joining on core.notifications (due_at, number) where state = 0 and is_bulk and turn_at is null;
create index notifications_in_lane on core.notifications (turn_at, number) where state = 0 and turn_at is not null;
create index notifications_last_turn on core.notifications (company_id, class, turn_at) where state = 0 and turn_at is not null;

-- Lets messages of the lane into the outbox and gives each its time, 28 a second: Telegram takes 30, and people are answered
-- too. All hosts share the pace, and are a third of a second ahead of it at most. The turn is when a message came due; but
-- of what one company has waiting, each has its turn a second after the one before, so that another's waits behind a few of
-- them and not behind all.
drop function core.release_bulk(bigint);
create function core.release_lane(p_bot bigint) returns table (chat_id bigint, after interval)
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    v_next     timestamptz;
    v_released integer;
begin
    if not exists (select from core.notifications as n where n.state = 0 and n.turn_at is not null)
        and not exists (
            select from core.notifications as n where n.state = 0 and n.is_bulk and n.turn_at is null and n.due_at <= core.clock()) then
        return;
    end if;

    insert into core.bulk_pace (bot_id, next_at) values (p_bot, now()) on conflict do nothing;
    select greatest(p.next_at, now()) into v_next from core.bulk_pace as p
    where p.bot_id = p_bot and p.next_at <= now() + interval '350 ms' for update skip locked;
    if not found then
        return;
    end if;

    with joining as materialized (
        select n.company_id, n.id, n.class, n.due_at, n.number from core.notifications as n
        where n.state = 0 and n.is_bulk and n.turn_at is null and n.due_at <= core.clock()
        order by n.due_at, n.number
        limit 1000
        for update skip locked),
    placed as (
        select j.company_id, j.id, j.class, j.due_at,
            interval '1 second' * row_number() over (partition by j.company_id, j.class order by j.due_at, j.number) as behind
        from joining as j),
    turned as (
        select p.company_id, p.id,
            p.behind + greatest(
                max(p.due_at - p.behind) over (partition by p.company_id, p.class order by p.behind),
                (select max(last.turn_at) from core.notifications as last
                 where last.company_id = p.company_id and last.class = p.class and last.state = 0 and last.turn_at is not null)) as turn_at
        from placed as p)
    update core.notifications as n set turn_at = t.turn_at
    from turned as t where n.company_id = t.company_id and n.id = t.id;

    return query
        with heads as materialized (
            select n.company_id, n.id from core.notifications as n
            where n.state = 0 and n.turn_at is not null
            order by n.turn_at, n.number
            limit 10
            for update skip locked),
        released as (
            update core.notifications as n set state = 1, due_at = null
            from heads where n.company_id = heads.company_id and n.id = heads.id
            returning n.company_id, n.id, n.chat_id, n.parts, n.class, n.turn_at, n.number)
        insert into core.outbox (bot_id, chat_id, payload, class, company_id, receipt, next_at)
        select p_bot, r.chat_id, part.payload, r.class, r.company_id, case when part.place = cardinality(r.parts) then r.id end,
            v_next + interval '35 ms' * (row_number() over (order by r.turn_at, r.number, part.place) - 1)
        from released as r cross join lateral unnest(r.parts) with ordinality as part (payload, place)
        order by r.turn_at, r.number, part.place
        returning chat_id, next_at - now();
    get diagnostics v_released = row_count;
    update core.bulk_pace set next_at = v_next + v_released * interval '35 ms' where bot_id = p_bot;
end
$$;

alter function core.release_lane(bigint) owner to {{definer}};
revoke all on function core.release_lane(bigint) from public;
grant execute on function core.release_lane(bigint) to {{host}};
grant select (next_at) on core.outbox to {{definer}};
