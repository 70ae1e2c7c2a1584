-- A client's temporary identifier (tilapäinen yksilöintitunnus) linked to the identity code of the same person. One row per
-- temporary identifier: it is one person's, and two links of it at the same moment meet here.
create table client_link (
  former_ref   uuid        primary key,
  id           uuid        not null unique,
  version      bigint      not null check (version > 0),
  state        text        not null check (state in ('LINKED', 'CANCELLED')),
  client_ref   uuid        not null check (client_ref <> former_ref),
  organiser    text collate "C" not null references organisation,
  linked_at    timestamptz not null,
  cancelled_at timestamptz,

  check ((state = 'CANCELLED') = (cancelled_at is not null)),
  check (cancelled_at >= linked_at)
);
create index client_link_of_client on client_link (client_ref) where state = 'LINKED';

-- Every version of every link, with who made it and when. Rows are only ever added.
create table client_link_version (
  former_ref              uuid        not null references client_link,
  version                 bigint      not null,
  state                   text        not null,
  client_ref              uuid        not null,
  changed_at              timestamptz not null,
  changed_by_organisation text        not null,
  changed_by_system       text        not null,
  primary key (former_ref, version)
);

create function refuse_to_rewrite_client_links() returns trigger language plpgsql as $$
begin
  raise exception 'the history of client links is only ever added to';
end
$$;
create trigger client_link_version_stays before update or delete on client_link_version
  for each row execute function refuse_to_rewrite_client_links();

-- Rights of one unit, task and time never overlap over all identifiers of a person either. The constraint of usage_right
-- sees one identifier only; this sees to the others, as it does: a grant that overlaps isn't stored, an amendment fails.
-- Rights that overlapped before the link stay. Two at the same moment meet at the lock.
create function refuse_overlap_over_identifiers() returns trigger language plpgsql as $$
declare
  person uuid := coalesce(
    (select client_ref from client_link where former_ref = new.client_ref and state = 'LINKED'), new.client_ref);
  -- effective_from and effective_until, which are generated later
  starts timestamptz := greatest(
    new.granted_at, new.start_set_at, new.start_day::timestamp at time zone 'Europe/Helsinki');
  ends timestamptz := coalesce(
    least(new.ended_at, (new.end_day + 1)::timestamp at time zone 'Europe/Helsinki'), 'infinity');
begin
  if not exists (select from client_link where client_ref = person and state = 'LINKED') then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(person::text || new.organiser, 70));
  if exists (
    select from usage_right held
    where held.client_ref in (
        select person union all select former_ref from client_link where client_ref = person and state = 'LINKED')
      and held.client_ref <> new.client_ref
      and held.organiser = new.organiser
      and held.service_task = new.service_task
      and held.producer_unit = new.producer_unit
      and held.effective_from < coalesce(held.effective_until, 'infinity')
      and held.effective_from < ends
      and starts < least(ends, held.effective_until))
  then
    if tg_op = 'INSERT' then
      return null;
    end if;
    raise exclusion_violation using message = 'another right of the person overlaps', constraint = 'usage_right_overlaps';
  end if;
  return new;
end
$$;

create trigger usage_right_overlaps_over_identifiers before insert on usage_right
  for each row execute function refuse_overlap_over_identifiers();
-- only where it grows
create trigger usage_right_grows_over_identifiers before update of start_day, end_day on usage_right
  for each row when (new.start_day < old.start_day
    or (old.end_day is not null and (new.end_day is null or new.end_day > old.end_day)))
  execute function refuse_overlap_over_identifiers();
