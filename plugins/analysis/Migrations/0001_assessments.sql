-- What the company said of itself last; each assessment keeps a copy of its own.
create table analysis.profiles (
    company_id uuid not null default core.company_id(),
    profile jsonb not null,
    changed_at timestamptz not null,
    primary key (company_id)
);
select core.isolate('analysis.profiles');

-- What the operator had changed of the questions when they were asked: the file may change since, scores may not.
create table analysis.overrides (
    company_id uuid not null default core.company_id(),
    hash text not null check (char_length(hash) = 16),
    content text not null,
    primary key (company_id, hash)
);
select core.isolate('analysis.overrides');

create table analysis.assessments (
    company_id uuid not null default core.company_id(),
    id uuid not null,
    -- 0 express, 1 full
    variant smallint not null check (variant between 0 and 1),
    -- 0 open, 1 finished, 2 given up
    state smallint not null default 0 check (state between 0 and 2),
    profile jsonb not null,
    -- Of the questionnaire, and what was changed of it.
    version text not null,
    overrides_hash text,
    started_by uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, overrides_hash) references analysis.overrides (company_id, hash),
    check ((state = 0) = (ended_at is null))
);
create unique index one_open_assessment on analysis.assessments (company_id) where state = 0;
create index finished_assessments on analysis.assessments (company_id, ended_at) where state = 1;
select core.isolate('analysis.assessments');

-- Who answers for a division; without a row whoever runs the analysis.
create table analysis.assignments (
    company_id uuid not null default core.company_id(),
    assessment_id uuid not null,
    division smallint not null check (division between 1 and 7),
    user_id uuid not null,
    assigned_at timestamptz not null,
    primary key (company_id, assessment_id, division),
    foreign key (company_id, assessment_id) references analysis.assessments (company_id, id) on delete cascade
);
create index assignments_of_people on analysis.assignments (company_id, user_id);
select core.isolate('analysis.assignments');

create table analysis.answers (
    company_id uuid not null default core.company_id(),
    assessment_id uuid not null,
    question_id text not null check (char_length(question_id) between 1 and 20),
    -- 0 a value, 1 unknown, 2 not applicable, 3 skipped, 4 only a comment so far
    kind smallint not null check (kind between 0 and 4),
    -- 1000 and 500 characters as a reader counts them; one may be made of several.
    value text check (char_length(value) between 1 and 16000),
    comment text check (char_length(comment) between 1 and 8000),
    user_id uuid not null,
    answered_at timestamptz not null,
    primary key (company_id, assessment_id, question_id),
    foreign key (company_id, assessment_id) references analysis.assessments (company_id, id) on delete cascade,
    check ((kind = 0) = (value is not null)),
    check (kind <> 4 or comment is not null)
);
select core.isolate('analysis.answers');
