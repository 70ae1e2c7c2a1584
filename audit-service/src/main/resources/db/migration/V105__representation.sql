-- Who may act for a client, as the events tell: asked when somebody reads a log for another. Built from the events, in the
-- transaction that keeps them; those from before are taken from the stored events here.
create table representation (
  client_ref uuid not null,
  id uuid not null,
  version bigint not null,
  data text not null,
  primary key (client_ref, id)
);
insert into representation (client_ref, id, version, data)
select distinct on (data::json->>'client', data::json->>'id')
  (data::json->>'client')::uuid, (data::json->>'id')::uuid, (data::json->>'version')::bigint, data
from event
where type = 'fi.lupa.consent.representation-changed.v1'
order by data::json->>'client', data::json->>'id', (data::json->>'version')::bigint desc;
