-- Accesses on the ground that must be loud (act 703/2023 56 §), for the controller that reviews them.
alter table access_record add column break_glass boolean not null default false;
create index access_record_break_glass on access_record using gin (controllers) where break_glass;
