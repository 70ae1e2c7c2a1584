-- Temporary identifiers (former_ref) linked to the identity code of the same person (client_ref): a projection like the other
-- facts, but found by either. Nothing is moved: every row stays under the reference that it was made under.
create table client_link (
  former_ref uuid primary key,
  id text not null,
  version bigint not null,
  client_ref uuid not null,
  linked boolean not null,
  data jsonb not null,
  applied_at timestamptz not null default now()
);
create index client_link_of_client on client_link (client_ref) where linked;
create index client_link_id on client_link (id);

-- All references of a client's person, the given one too.
create function same_person(client uuid) returns table (ref uuid) language sql stable as $$
  select client
  union
  select client_ref from client_link where former_ref = client and linked
  union
  select former_ref from client_link
  where linked and client_ref in (client, (select up.client_ref from client_link up where up.former_ref = client and up.linked))
$$;
