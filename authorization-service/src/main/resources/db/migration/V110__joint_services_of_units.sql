-- Which services social and health care give together in a unit (act 703/2023 46 and 53 § 1): service tasks, social services, partners and
-- days. That a unit gives some such service, which is all that was known before, opens nothing any more: which one must be told anew.
-- The column that knew it stays for instances of the version before, which run on while this one starts.
alter table unit add column joint_services jsonb not null default '[]' check (jsonb_typeof(joint_services) = 'array');
comment on column unit.joint_service is 'of earlier versions; nothing reads or writes it';
