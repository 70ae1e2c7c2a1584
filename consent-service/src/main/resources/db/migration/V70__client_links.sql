-- Temporary identifiers (former_ref) that stand for a client, followed from authorization.events. Nothing is moved: a
-- declaration stays under the reference that it was made under.
create table client_link (
  former_ref uuid primary key,
  client_ref uuid not null,
  version bigint not null,
  linked boolean not null
);
create index client_link_of_client on client_link (client_ref) where linked;
