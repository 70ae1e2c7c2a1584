-- Since when the log is kept: what coverage promises begins here.
create table log_start (
  only_row boolean primary key default true check (only_row),
  kept_since timestamptz not null default now()
);
insert into log_start default values;

-- Every event as it came, byte for byte: the evidence, and the source that every read model can be built from again.
create table event (
  event_id uuid not null,
  time timestamptz not null,
  type text not null,
  data text not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (event_id, time)
) partition by range (time);

-- The read model: whose log an event belongs to, in the order the client reads it.
create table log_entry (
  client_ref uuid not null,
  time timestamptz not null,
  event_id uuid not null,
  primary key (client_ref, time, event_id)
) partition by range (time);

-- A partition is made beside its parent and then attached: inserts into other months never wait for it.
create function ensure_month(month_start timestamptz) returns void language plpgsql as $$
declare
  lower_bound timestamp := date_trunc('month', month_start at time zone 'UTC');
  upper_bound timestamp := lower_bound + interval '1 month';
  parent text;
  part text;
begin
  perform pg_advisory_xact_lock(hashtext('audit.ensure_month'));
  foreach parent in array array['event', 'log_entry'] loop
    part := parent || to_char(lower_bound, '_YYYY_MM');
    if to_regclass(part) is null then
      execute format('create table %I (like %I including defaults including constraints)', part, parent);
      execute format(
        'alter table %I attach partition %I for values from (%L) to (%L)',
        parent, part, lower_bound || '+00', upper_bound || '+00');
    end if;
  end loop;
end
$$;

-- Names of organisations and units as they were from a moment on. organisation: the organisation itself, or the unit's.
create table party_name (
  oid text not null,
  since timestamptz not null,
  organisation text not null,
  fi text not null,
  sv text,
  en text,
  primary key (oid, since)
);

-- How far each partition of each source's topic has been read. up_to is null until the source has said anything there.
create table source_partition (
  topic text not null,
  part int not null,
  up_to timestamptz,
  primary key (topic, part)
);

-- What came and could not be read. The record itself stands in the dead-letter topic.
create table dead_letter (
  topic text not null,
  part int not null,
  record_offset bigint not null,
  sent_at timestamptz not null,
  reason text not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (topic, part, record_offset, sent_at)
);
