-- What a company may ask of the assistant: its owner's consent, and what the month's quota has counted.

create table core.assistant_consents (
    company_id   uuid        not null references core.companies (company_id),
    id           uuid        not null,
    version      integer     not null check (version >= 1),
    given_by     uuid        not null,
    given_at     timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, given_by) references core.members (company_id, user_id),
    foreign key (company_id, withdrawn_by) references core.members (company_id, user_id),
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check (withdrawn_at >= given_at)
);
comment on column core.assistant_consents.version is 'Which text was agreed to.';

create unique index assistant_consents_one_open on core.assistant_consents (company_id) where withdrawn_at is null;

-- Nothing of what was asked or answered is kept.
create table core.assistant_charges (
    company_id uuid        not null references core.companies (company_id),
    module     text        not null check (module <> ''),
    charge     text        not null check (char_length(charge) between 1 and 100),
    month      date        not null,
    asked      integer     not null default 1 check (asked >= 1),
    held_until timestamptz,
    counted_at timestamptz,
    primary key (company_id, module, charge)
);
comment on column core.assistant_charges.month is 'The first day of the month whose quota it takes from, in the company''s time zone.';
comment on column core.assistant_charges.asked is 'How often it was begun, crashes included.';
comment on column core.assistant_charges.held_until is 'Until when it takes from the quota without an answer; null when it was answered or given back.';

create index assistant_charges_by_month on core.assistant_charges (company_id, month);

select core.isolate('core.assistant_consents');
select core.isolate('core.assistant_charges');
grant select, insert on core.assistant_consents, core.assistant_charges to {{host}};
grant update (withdrawn_by, withdrawn_at) on core.assistant_consents to {{host}};
grant update (month, asked, held_until, counted_at) on core.assistant_charges to {{host}};
-- For erasures.
grant select, insert, update, delete on core.assistant_consents, core.assistant_charges to {{definer}};
