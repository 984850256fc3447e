-- The words of a report; the numbers are computed from the answers whenever they are shown.
create table analysis.reports (
    company_id uuid not null default core.company_id(),
    assessment_id uuid not null,
    language text not null check (language in ('ru', 'en')),
    -- 0 from a template, 1 by an assistant
    source smallint not null check (source between 0 and 1),
    texts jsonb not null,
    made_at timestamptz not null,
    primary key (company_id, assessment_id, language),
    foreign key (company_id, assessment_id) references analysis.assessments (company_id, id) on delete cascade
);
select core.isolate('analysis.reports');

-- Business ideas that were reckoned.
create table analysis.ideas (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    title text not null check (char_length(title) between 1 and 3200),
    price numeric not null,
    unit_cost numeric not null,
    volume numeric not null,
    fixed_costs numeric not null,
    investment numeric not null,
    currency text not null,
    user_id uuid not null,
    created_at timestamptz not null,
    primary key (company_id, id)
);
create index ideas_by_time on analysis.ideas (company_id, created_at);
select core.isolate('analysis.ideas');
