-- Joint joining (yhteisliittyminen): a co-joiner names its main joiner. What the operator stated of an organisation is
-- in stated_status; status is what holds, and what the events tell: a co-joiner's depends on its main joiner's.
-- JointJoiningRules.java says how.
alter table organisation add column main_joiner text collate "C" references organisation;
alter table organisation add column stated_status text
  check (stated_status in ('REGISTERED', 'JOINED', 'SUSPENDED', 'LEFT'));
update organisation set stated_status = status;
alter table organisation alter column stated_status set not null;
alter table organisation add constraint co_joiner_is_private_social
  check (main_joiner is null or (sector = 'SOCIAL' and ownership = 'PRIVATE' and main_joiner <> oid));
alter table organisation add constraint alone_it_is_what_is_stated
  check (main_joiner is not null or status = stated_status);

create index organisation_co_joiners on organisation (main_joiner, oid) where main_joiner is not null;
