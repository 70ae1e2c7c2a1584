-- What client relationship documents (1505.1) and case documents (1505.2) tell, one row per client and document: of its
-- newest version that isn't voided, written in the transaction that stores or voids it.
create table client_relationship (
  client_ref uuid not null,
  document_oid text not null,
  version int not null,
  controller text not null,
  recorded_at timestamptz not null,
  started date,
  ended date,
  old boolean not null,
  born date,
  died date,
  non_disclosure boolean not null,
  non_disclosure_until date,
  -- units, own workers and service tasks, as the document tells them
  data jsonb not null,
  primary key (client_ref, document_oid)
);

create table matter (
  client_ref uuid not null,
  document_oid text not null,
  version int not null,
  controller text not null,
  matter_oid text not null,
  name jsonb,
  status jsonb,
  opened date,
  closed date,
  common boolean not null,
  service_task text,
  child_born date,
  primary key (client_ref, document_oid)
);

-- Non-disclosure for personal safety (turvakielto), as each controller's relationship in active use tells it; one kept from
-- before the archive counts only where there is no other. until is its last day.
create view client_protection as
select client_ref, controller, (recorded_at at time zone 'Europe/Helsinki')::date as since, non_disclosure_until as until,
  document_oid, version as document_version
from client_relationship told
where non_disclosure
  and (not old or not exists (
    select from client_relationship active
    where active.client_ref = told.client_ref and active.controller = told.controller and not active.old));
