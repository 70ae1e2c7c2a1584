-- What a minor doesn't want guardians to see (act 703/2023 51 § 2): asked for by the minor, decided by a professional (40 §).
-- Version 1 is ACCEPTED or REFUSED, version 2 of an accepted one CANCELLED; asking again makes a new one.
-- The reason and the grounds are shown to the organisation that recorded them and go to no event.
create table guardian_prohibition (
  client_ref uuid not null,
  id uuid not null,
  version bigint not null,
  state text not null,
  guardian_ref uuid, -- null: every guardian
  target text not null check (target in ('ALL', 'SERVICE_TASK', 'DOCUMENT')),
  service_task text check (service_task in (
    'FAMILIES', 'WORKING_AGE', 'OLDER_PEOPLE', 'FAMILY_LAW', 'CHILD_PROTECTION', 'SUBSTANCE_ABUSE', 'DISABILITY')),
  document text,
  organisation text not null, -- that decided
  decided_at timestamptz not null,
  cancelled_at timestamptz,
  reason text not null,
  grounds text,
  primary key (client_ref, id),
  constraint two_persons check (client_ref <> guardian_ref),
  constraint target_fits check (
    (service_task is not null) = (target = 'SERVICE_TASK') and (document is not null) = (target = 'DOCUMENT')),
  constraint life check (
    state in ('ACCEPTED', 'REFUSED') and version = 1 and cancelled_at is null
      or state = 'CANCELLED' and version = 2 and cancelled_at is not null and cancelled_at >= decided_at),
  constraint refused_with_grounds check ((grounds is not null) = (state = 'REFUSED'))
);
create unique index guardian_prohibition_in_force on guardian_prohibition (client_ref, guardian_ref, service_task, document)
  nulls not distinct where state = 'ACCEPTED';
create index guardian_prohibition_by_id on guardian_prohibition (id);

-- Who recorded each version.
create table guardian_prohibition_version (
  client_ref uuid not null,
  id uuid not null,
  version bigint not null,
  state text not null,
  recorded_at timestamptz not null,
  organisation text not null,
  unit text not null,
  professional_id text not null,
  professional_name text not null,
  professional_role text not null,
  primary key (client_ref, id, version),
  foreign key (client_ref, id) references guardian_prohibition (client_ref, id)
);
