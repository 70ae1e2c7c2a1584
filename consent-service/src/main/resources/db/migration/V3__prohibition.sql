-- Prohibition (luovutuskielto, act 703/2023 59 § 1): version 1 is SET, version 2 CANCELLED; setting it again is a new one.
create table prohibition (
  client_ref uuid not null,
  id uuid not null,
  version bigint not null,
  state text not null,
  target text not null check (target in ('CONTROLLER', 'SERVICE_TASK', 'DOCUMENT')),
  controller text,
  service_task text check (service_task in (
    'FAMILIES', 'WORKING_AGE', 'OLDER_PEOPLE', 'FAMILY_LAW', 'CHILD_PROTECTION', 'SUBSTANCE_ABUSE', 'DISABILITY')),
  document text,
  channel text not null check (channel in ('PROVIDER', 'CITIZEN')),
  set_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (client_ref, id),
  constraint target_fits check (
    num_nonnulls(controller, service_task, document) = 1
      and case target
        when 'CONTROLLER' then controller is not null
        when 'SERVICE_TASK' then service_task is not null
        else document is not null
      end),
  constraint life check (
    state = 'SET' and version = 1 and cancelled_at is null
      or state = 'CANCELLED' and version = 2 and cancelled_at is not null and cancelled_at >= set_at)
);
create unique index prohibition_in_force on prohibition (client_ref, controller, service_task, document)
  nulls not distinct where state = 'SET';
create index prohibition_by_id on prohibition (id);

create table prohibition_version (
  client_ref uuid not null,
  id uuid not null,
  version bigint not null,
  state text not null,
  target text not null,
  controller text,
  service_task text,
  document text,
  channel text not null,
  set_at timestamptz not null,
  cancelled_at timestamptz,
  organisation text,
  unit text,
  professional_id text,
  professional_name text,
  professional_role text,
  primary key (client_ref, id, version),
  foreign key (client_ref, id) references prohibition (client_ref, id),
  constraint recorder_of_channel check (
    num_nonnulls(organisation, unit, professional_id, professional_name, professional_role)
      = case channel when 'PROVIDER' then 5 else 0 end)
);
