-- Invitations to posts, and what a person needs who belongs to several companies or to none yet.

-- The link itself is nowhere: whoever reads this table, a backup of it included, cannot join with what they read.
create table core.invitations (
    company_id  uuid        not null,
    id          uuid        not null,
    position_id uuid        not null,
    token_hash  bytea       not null check (octet_length(token_hash) = 32),
    invited_by  uuid        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_by     uuid,
    used_at     timestamptz,
    revoked_by  uuid,
    revoked_at  timestamptz,
    -- When somebody last said no. The invitation stays good: a link may reach the wrong person first.
    declined_at timestamptz,
    primary key (company_id, id),
    unique (company_id, token_hash),
    foreign key (company_id, position_id) references core.positions (company_id, id),
    foreign key (company_id, invited_by) references core.members (company_id, user_id),
    foreign key (company_id, used_by) references core.members (company_id, user_id),
    foreign key (company_id, revoked_by) references core.members (company_id, user_id),
    check (expires_at > created_at),
    check ((used_by is null) = (used_at is null)),
    check ((revoked_by is null) = (revoked_at is null)),
    check (used_at is null or revoked_at is null)
);

create index invitations_by_time on core.invitations (company_id, created_at, id);
create index invitations_by_position on core.invitations (company_id, position_id);
-- Asked before a company is known.
create index invitations_by_token on core.invitations (token_hash);

select core.isolate('core.invitations');
grant select, insert on core.invitations to {{host}};
grant update (used_by, used_at, revoked_by, revoked_at, declined_at) on core.invitations to {{host}};

alter table core.members add column consented_at timestamptz;
comment on column core.members.consented_at is 'When the person consented to the company processing their data; null for founders, who decide on it themselves.';

grant select (company_id, token_hash) on core.invitations to {{definer}};
create policy invitation on core.invitations for select to {{definer}} using (true);

-- The company a link leads to; null for a link that nobody made. All else is read and done within that company.
create function core.company_of_invitation(p_token_hash bytea) returns uuid
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select invitation.company_id from core.invitations as invitation where invitation.token_hash = p_token_hash limit 1
$$;

-- Where a person is a member, in the order of joining.
create function core.companies_of(p_user uuid)
    returns table (company_id uuid, company_name text, role integer)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select company.company_id, company.name,
        coalesce((
            select max(case
                when post.number = 21 then 8
                when post.number = 19 then 4
                when post.kind <> 'specialist' then 2
                else 1
            end)
            from core.holdings as held
            join core.positions as post on post.company_id = held.company_id and post.id = held.position_id
            where held.company_id = member.company_id and held.user_id = member.user_id and held.until is null
                and post.archived_at is null
        ), 1)
    from core.members as member
    join core.companies as company on company.company_id = member.company_id
    where member.user_id = p_user and member.left_at is null
    order by member.joined_at, member.company_id
$$;
comment on function core.companies_of(uuid) is 'role: 1 employee, 2 manager, 4 executive, 8 owner; the highest a person''s posts give.';

alter function core.company_of_invitation(bytea) owner to {{definer}};
alter function core.companies_of(uuid) owner to {{definer}};
revoke all on function core.company_of_invitation(bytea), core.companies_of(uuid) from public;
grant execute on function core.company_of_invitation(bytea), core.companies_of(uuid) to {{host}};
