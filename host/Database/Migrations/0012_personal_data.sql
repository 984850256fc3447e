-- Taking out and erasing what is kept about a person or a company, in whatever schema it is.

-- Erasures asked for, and of those that were carried out the proof: it names nobody.
create table core.erasures (
    id           uuid        not null primary key,
    kind         text        not null check (kind in ('person', 'company')),
    user_id      uuid,
    company_id   uuid,
    chat_id      bigint,
    language     text        not null,
    requested_at timestamptz not null,
    due_at       timestamptz not null,
    state        text        not null default 'waiting' check (state in ('waiting', 'running', 'done', 'stopped')),
    removed      bigint      not null default 0,
    kept         bigint      not null default 0,
    proof        text,
    done_at      timestamptz,
    check ((state in ('done', 'stopped')) = (done_at is not null)),
    check (done_at is null or (user_id is null and company_id is null and chat_id is null))
);
comment on column core.erasures.user_id is 'Who asked; with kind person, whose data it is. Null when it is over.';
comment on column core.erasures.removed is 'Rows removed so far, counted in the transactions that remove them.';
comment on column core.erasures.kept is 'Rows that stay without the person.';

create unique index erasures_one_a_person on core.erasures (user_id) where kind = 'person';
create unique index erasures_one_a_company on core.erasures (company_id) where kind = 'company';

grant select, insert, update, delete on core.erasures to {{host}};
grant select on core.erasures to {{definer}};

-- Files are forgotten after 30 days; with their company at once. Of a file that nobody sends for a company it is null.
alter table core.files add column company_id uuid;
alter table core.files alter column company_id set default core.company_id();

-- The tables of a schema that hold rows of companies.
create function core.company_tables(p_schema text) returns table (name text)
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select c.relname::text
    from pg_class as c
    join pg_attribute as a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
    where c.relnamespace = (select n.oid from pg_namespace as n where n.nspname = p_schema)
        and c.relkind = 'r' and c.relrowsecurity
    order by c.relname
$$;

-- The condition under which a row names the person $1: by a column of ids, or by the id within a text.
create function core.person_filter(p_schema text, p_table text) returns text
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(string_agg(
        case a.atttypid
            when 'uuid'::regtype then format('%I = $1', a.attname)
            when 'uuid[]'::regtype then format('$1 = any (%I)', a.attname)
            else format('position($1::text in %I::text) > 0', a.attname)
        end, ' or ' order by a.attnum), 'false')
    from pg_attribute as a
    join pg_class as c on c.oid = a.attrelid and c.relname = p_table
    join pg_namespace as n on n.oid = c.relnamespace and n.nspname = p_schema
    where a.attnum > 0 and not a.attisdropped and a.attname <> 'company_id'
        and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype, 'text'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype)
$$;

-- Removes rows of the transaction's company: at most p_limit of one table, or with p_table null all of the schema. The
-- latter is one statement, so that tables may refer to each other in any way. Runs with the rights of whoever calls it.
create function core.erase_rows(p_schema text, p_table text, p_limit integer) returns bigint
    language plpgsql volatile
    set search_path = pg_catalog, pg_temp
as $function$
declare
    v_sql  text;
    v_rows bigint := 0;
begin
    if p_table is not null then
        execute format(
            'delete from %1$I.%2$I where company_id = core.company_id() and ctid = any (array(select t.ctid from %1$I.%2$I as t where t.company_id = core.company_id() limit $1))',
            p_schema, p_table) using p_limit;
        get diagnostics v_rows = row_count;
        return v_rows;
    end if;

    select 'with ' || string_agg(format('d%s as (delete from %I.%I where company_id = core.company_id() returning 1)', t.n, p_schema, t.name), ', ')
        || ' select ' || string_agg(format('(select count(*) from d%s)', t.n), ' + ')
    into v_sql
    from (select e.name, row_number() over () as n from core.company_tables(p_schema) as e) as t;
    if v_sql is not null then
        execute v_sql into v_rows;
    end if;

    return v_rows;
end
$function$;

-- Puts another id in the place of a person's, wherever a row of the transaction's company has it, and another name where
-- such a row has a copy of the name. One statement, as above, with the rights of whoever calls it.
create function core.replace_person(p_schema text, p_person uuid, p_new uuid, p_name text, p_new_name text) returns bigint
    language plpgsql volatile
    set search_path = pg_catalog, pg_temp
as $function$
declare
    v_sql  text;
    v_rows bigint := 0;
begin
    select 'with ' || string_agg(format('u%s as (update %I.%I set %s where company_id = core.company_id() and (%s) returning 1)',
            t.n, p_schema, t.name, t.assignments, core.person_filter(p_schema, t.name)), ', ')
        || ' select ' || string_agg(format('(select count(*) from u%s)', t.n), ' + ')
    into v_sql
    from (
        select e.name, row_number() over () as n, string_agg(format('%I = ', a.attname) || format(
            case a.atttypid
                when 'uuid'::regtype then 'case when %1$I = $1 then $2 else %1$I end'
                when 'uuid[]'::regtype then 'array_replace(%1$I, $1, $2)'
                when 'text[]'::regtype then 'array_replace(array_replace(%1$I, $1::text, $2::text), $3, $4)'
                when 'json'::regtype then 'replace(replace(%1$I::text, $1::text, $2::text), to_json($3)::text, to_json($4)::text)::json'
                when 'jsonb'::regtype then 'replace(replace(%1$I::text, $1::text, $2::text), to_json($3)::text, to_json($4)::text)::jsonb'
                else 'case when %1$I = $3 then $4 else replace(%1$I, $1::text, $2::text) end'
            end, a.attname), ', ' order by a.attnum) as assignments
        from core.company_tables(p_schema) as e
        join pg_class as c on c.relname = e.name
        join pg_namespace as n on n.oid = c.relnamespace and n.nspname = p_schema
        join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'company_id'
            and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype, 'text'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype)
        where not (p_schema = 'core' and e.name = 'members')
        group by e.name) as t;
    if v_sql is not null then
        execute v_sql into v_rows using p_person, p_new, p_name, p_new_name;
    end if;

    return v_rows;
end
$function$;

-- Only what follows may remove and rewrite the core's rows, history included, and only for an erasure that is due.
do $$
declare
    v_table text;
begin
    for v_table in select t.name from core.company_tables('core') as t loop
        execute format('grant select, insert, update, delete on core.%I to {{definer}}', v_table);
    end loop;
end
$$;

create function core.erase_company_rows(p_erasure uuid, p_table text, p_limit integer) returns bigint
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from core.erasures as e
        where e.id = p_erasure and e.kind = 'company' and e.company_id = core.company_id() and e.state = 'running' and e.due_at <= core.clock())
    then
        raise exception 'no erasure of this company is due';
    end if;

    return core.erase_rows('core', p_table, p_limit);
end
$$;

-- A person becomes nobody in the transaction's company: another id, another name, and nothing that was only for them.
create function core.erase_person_rows(p_erasure uuid, p_new uuid, p_new_name text) returns table (removed bigint, kept bigint)
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_person  uuid;
    v_name    text;
    v_rows    bigint;
    v_removed bigint := 0;
begin
    select e.user_id, m.name into v_person, v_name
    from core.erasures as e
    join core.members as m on m.company_id = core.company_id() and m.user_id = e.user_id and m.left_at is not null
    where e.id = p_erasure and e.kind = 'person' and e.state = 'running' and e.due_at <= core.clock();
    if v_person is null then
        raise exception 'no erasure of somebody who has left this company is due';
    end if;

    delete from core.notifications as n where n.company_id = core.company_id() and n.user_id = v_person;
    get diagnostics v_rows = row_count;
    v_removed := v_removed + v_rows;
    delete from core.progress as p where p.company_id = core.company_id() and p.user_id = v_person;
    get diagnostics v_rows = row_count;
    v_removed := v_removed + v_rows;
    delete from core.absences as a where a.company_id = core.company_id() and a.user_id = v_person;
    get diagnostics v_rows = row_count;
    v_removed := v_removed + v_rows;

    -- A row of its own, because others refer to the old one until they are rewritten.
    insert into core.members
    select (jsonb_populate_record(m, jsonb_build_object('user_id', p_new, 'name', p_new_name))).*
    from core.members as m where m.company_id = core.company_id() and m.user_id = v_person;
    v_rows := core.replace_person('core', v_person, p_new, v_name, p_new_name);
    delete from core.members as m where m.company_id = core.company_id() and m.user_id = v_person;
    return query select v_removed, v_rows + 1;
end
$$;

-- Every company a person is or was a member of.
create function core.companies_ever_of(p_user uuid) returns table (company_id uuid, company_name text, is_member boolean, owns boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select member.company_id, company.name, member.left_at is null,
        member.left_at is null and exists (
            select from core.holdings as held
            join core.positions as post on post.company_id = held.company_id and post.id = held.position_id
            where held.company_id = member.company_id and held.user_id = member.user_id and held.until is null and post.number = 21)
    from core.members as member
    join core.companies as company on company.company_id = member.company_id
    where member.user_id = p_user
    order by member.joined_at, member.company_id
$$;

alter function core.erase_company_rows(uuid, text, integer) owner to {{definer}};
alter function core.erase_person_rows(uuid, uuid, text) owner to {{definer}};
alter function core.companies_ever_of(uuid) owner to {{definer}};
revoke all on function core.company_tables(text), core.person_filter(text, text), core.erase_rows(text, text, integer),
    core.replace_person(text, uuid, uuid, text, text), core.erase_company_rows(uuid, text, integer),
    core.erase_person_rows(uuid, uuid, text), core.companies_ever_of(uuid) from public;
grant execute on function core.company_tables(text), core.person_filter(text, text) to {{host}}, {{definer}}, {{modules}};
grant execute on function core.erase_rows(text, text, integer), core.replace_person(text, uuid, uuid, text, text) to {{definer}}, {{modules}};
grant execute on function core.erase_company_rows(uuid, text, integer), core.erase_person_rows(uuid, uuid, text), core.companies_ever_of(uuid) to {{host}};
