create extension if not exists btree_gist;

-- Register usage rights as they stand now. Days are Finnish calendar days, end_day is the last day of the right.
create table usage_right (
  id              uuid        primary key,
  client_ref      uuid        not null,
  version         bigint      not null check (version > 0),
  organiser       text collate "C" not null references organisation,
  producer        text collate "C" not null references organisation,
  producer_unit   text collate "C" not null,
  service_task    text        not null check (service_task in ('FAMILIES', 'WORKING_AGE', 'OLDER_PEOPLE', 'FAMILY_LAW',
                                                               'CHILD_PROTECTION', 'SUBSTANCE_ABUSE', 'DISABILITY')),
  social_services text[]      not null,
  start_day       date        not null,
  end_day         date,
  granted_at      timestamptz not null,
  ended_at        timestamptz,
  end_reason      text        check (end_reason in ('RELATIONSHIP_ENDED', 'CONTRACT_ENDED', 'GRANTED_IN_ERROR', 'OTHER')),
  -- The time the right really has effect: never before it was stored, never after it was ended. UsageRight.java says the
  -- same, and a test holds the two together.
  effective_from  timestamptz not null generated always as
                    (greatest(granted_at, start_day::timestamp at time zone 'Europe/Helsinki')) stored,
  effective_until timestamptz generated always as
                    (least(ended_at, (end_day + 1)::timestamp at time zone 'Europe/Helsinki')) stored,

  foreign key (producer, producer_unit) references unit (organisation, oid),
  check (organiser <> producer),
  check (end_day >= start_day),
  check (ended_at is null or end_reason is not null),
  unique (id, client_ref),
  constraint usage_right_overlaps exclude using gist (
    client_ref with =, organiser with =, service_task with =, producer_unit with =,
    tstzrange(effective_from, effective_until) with &&
  ) where (effective_until is null or effective_until > effective_from)
);

create index usage_right_of_organiser on usage_right (organiser, id);
create index usage_right_of_producer on usage_right (producer, id);
create index usage_right_of_client on usage_right (client_ref, id);

-- Every version of every right, with who made it and when. Rows are only ever added.
create table usage_right_version (
  usage_right             uuid        not null,
  version                 bigint      not null check (version > 0),
  client_ref              uuid        not null,
  change                  text        not null check (change in ('GRANTED', 'AMENDED', 'ENDED')),
  producer                text        not null,
  producer_unit           text        not null,
  service_task            text        not null,
  social_services         text[]      not null,
  start_day               date        not null,
  end_day                 date,
  ended_at                timestamptz,
  end_reason              text,
  changed_at              timestamptz not null,
  changed_by_organisation text        not null,
  changed_by_system       text        not null,

  primary key (usage_right, version),
  foreign key (usage_right, client_ref) references usage_right (id, client_ref)
);

create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
  raise exception 'the history of usage rights is only ever added to';
end
$$;

create trigger usage_right_version_stays before update or delete on usage_right_version
  for each row execute function refuse_to_rewrite_history();
