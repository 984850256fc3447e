-- What a person agreed to has words, and words change.
alter table core.members add column consent_version text check (char_length(consent_version) between 1 and 100);
comment on column core.members.consent_version is 'Which text of the consent the person was shown, as the module that showed it calls it; null for those before and for founders.';

-- How many links of a company are out is asked each time one is made.
create index invitations_open on core.invitations (company_id, position_id) where used_at is null and revoked_at is null;
