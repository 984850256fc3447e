-- Our own schema, filled set by set: :users people with sessions in :companies companies, Telegram ids 5000000001 and up.
-- Each company has its chart of 21 posts, which its first member holds, and a specialist's post for every member.
\set ON_ERROR_STOP on
begin;
truncate bench.events, core.holdings, core.positions, core.departments, core.divisions, core.members, core.companies,
    core.sessions, core.users, core.inbox, core.outbox, core.seen, core.live_messages cascade;

create temp table person as
select i, c, ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as user_id,
    ('01900000-0000-7000-9000-' || lpad(to_hex(c), 12, '0'))::uuid as company_id,
    ('01900000-0000-7000-a000-' || lpad(to_hex(i), 12, '0'))::uuid as position_id
from (select i, 1 + (i - 1) % :companies as c from generate_series(1, :users) as i) as numbered;

insert into core.users (id, telegram_id, name, username, company_id)
select user_id, 5000000000 + i, 'Иван Петров', 'user' || (5000000000 + i), company_id from person;

insert into core.companies (company_id, name, time_zone, currency, created_by, created_at)
select company_id, 'ООО «Ромашка ' || c || '»', 'Europe/Moscow', 'RUB', user_id, now() from person where i <= :companies;

insert into core.members (company_id, user_id, name, joined_at) select company_id, user_id, 'Иван Петров', now() from person;

insert into core.divisions (company_id, number) select company_id, n from core.companies, generate_series(1, 7) as n;

insert into core.departments (company_id, number, division_number)
select company_id, n, case when n >= 19 then 7 else (n + 2) / 3 end from core.companies, generate_series(1, 21) as n;

insert into core.positions (company_id, id, number, kind, division_number, department_number, created_at)
select company_id, gen_random_uuid(), number, 'department_head', division_number, number, now() from core.departments;

insert into core.holdings (company_id, id, position_id, user_id, is_temporary, since)
select post.company_id, gen_random_uuid(), post.id, person.user_id, post.number <> 21, now()
from core.positions as post join person on person.company_id = post.company_id and person.i <= :companies;

insert into core.positions (company_id, id, number, kind, division_number, department_number, created_at)
select company_id, position_id, 22 + (i - 1) / :companies, 'specialist', 1, 1, now() from person;

insert into core.holdings (company_id, id, position_id, user_id, since)
select company_id, gen_random_uuid(), position_id, user_id, now() from person;

insert into core.sessions (telegram_id, user_id, company_id, state, data, expires_at)
select 5000000000 + i, user_id, company_id, 'core.home',
    jsonb_build_object('screenNumber', i, 'drawnAt', now(), 'history', '[]'::jsonb, 'tokens', '{}'::jsonb, 'slots', jsonb_build_object('bench.work',
        jsonb_build_object(
            'n', 0, 'state', 'menu', 'lang', 'ru', 'role', 'manager',
            'company', jsonb_build_object('id', c, 'name', 'ООО «Ромашка ' || c || '»', 'tz', 'Europe/Moscow'),
            'nav', jsonb_build_array('menu', 'goals', 'goal:new'),
            'draft', jsonb_build_object('title', null, 'due', null),
            'prefs', jsonb_build_object('notify', true, 'digest', 'daily', 'quietFrom', '22:00', 'quietTo', '07:00'),
            'recent', jsonb_build_array(
                jsonb_build_object('id', i, 'title', 'Отчёт за неделю', 'at', '2026-01-01T09:00:00Z'),
                jsonb_build_object('id', i + 1, 'title', 'План продаж на квартал', 'at', '2026-01-02T09:00:00Z'),
                jsonb_build_object('id', i + 2, 'title', 'Weekly review', 'at', '2026-01-03T09:00:00Z')))::text))::text,
    now() + interval '24 hours'
from person;
commit;
checkpoint;
-- Writes every page that the runs will write, so that no run pays for its first full-page images.
update core.sessions set version = version where telegram_id % 10 = 1;
vacuum (analyze);
