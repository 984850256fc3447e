-- A progress message whose job was set aside says so, instead of standing for ever where the job stopped.

alter table core.progress add column job uuid, add column failure text;
comment on column core.progress.job is 'The job that does the task, where its module named the message to it.';
comment on column core.progress.failure is 'What the message says once that job is set aside, in the language of its reader.';
create index progress_of_job on core.progress (company_id, job) where job is not null and ended_at is null;
