-- The use log of each register (act 703/2023 10 §): one row per access and organisation that supervises it, which is the one that asked and
-- those whose registers it concerned. It only finds: what happened stands in access_record. Client first, as in every table of client data.
create table use_log (
  client_ref uuid not null,
  organisation text not null,
  occurred_at timestamptz not null,
  access_id uuid not null,
  act text not null,
  requester text not null,
  unit text not null,
  -- as the requester names its professionals; not told with a document stored
  professional text,
  basis text not null,
  -- as this organisation may know it: the requester isn't always told that something was withheld
  outcome text not null,
  break_glass boolean not null,
  primary key (client_ref, organisation, occurred_at, access_id)
);
create index use_log_newest on use_log (organisation, occurred_at, access_id);
create index use_log_professional on use_log (requester, professional, occurred_at);

create function keep_use_log() returns trigger language plpgsql as $$
begin
  insert into use_log (client_ref, organisation, occurred_at, access_id, act, requester, unit, professional, basis, outcome, break_glass)
  select new.client_ref, concerned.organisation, new.occurred_at, new.id, new.act, new.requester,
    new.explanation->'requester'->>'unit', new.explanation->'requester'->'professional'->>'id', new.explanation->>'basis',
    case when concerned.organisation = new.requester then coalesce(new.explanation->>'told', new.outcome) else new.outcome end,
    new.break_glass
  from (select new.requester union select unnest(new.controllers)) as concerned (organisation);
  return null;
end $$;

insert into use_log (client_ref, organisation, occurred_at, access_id, act, requester, unit, professional, basis, outcome, break_glass)
select a.client_ref, concerned.organisation, a.occurred_at, a.id, a.act, a.requester,
  a.explanation->'requester'->>'unit', a.explanation->'requester'->'professional'->>'id', a.explanation->>'basis',
  case when concerned.organisation = a.requester then coalesce(a.explanation->>'told', a.outcome) else a.outcome end,
  a.break_glass
from access_record a
  cross join lateral (select a.requester union select unnest(a.controllers)) as concerned (organisation);

create trigger keep_use_log after insert on access_record for each row execute function keep_use_log();

-- What signals compare with. Of the client: as the controller's own relationship document tells it, the address as a keyed hash.
alter table client_relationship
  add column surname text,
  add column address_refs text[] not null default '{}';

-- Of the professionals: what their organisation tells for this only, and nothing of it in words.
create table staff (
  organisation text not null,
  professional text not null,
  client_ref uuid,
  address_ref text,
  primary key (organisation, professional)
);
create index staff_person on staff (client_ref, organisation) where client_ref is not null;

alter table supervision drop constraint supervision_act_check;
alter table supervision add constraint supervision_act_check
  check (act in ('BREAK_GLASS', 'VISIBILITY', 'LOG_SEARCH', 'LOG_EXPORT', 'STAFF'));
