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
