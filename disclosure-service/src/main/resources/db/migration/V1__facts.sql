-- Projections of what authorization-service and consent-service own. data is the newest event of the fact, whole:
-- every event tells the full state after its change. An older version never overwrites a newer one.
create table organisation_fact (
  oid text primary key,
  version bigint not null,
  data jsonb not null,
  applied_at timestamptz not null default now()
);

create table client_fact (
  client_ref uuid not null,
  kind text not null check (kind in ('usage-right', 'informing', 'permit', 'prohibition')),
  id text not null,
  version bigint not null,
  data jsonb not null,
  applied_at timestamptz not null default now(),
  primary key (client_ref, kind, id)
);

-- the fence asks by id alone
create index client_fact_id on client_fact (kind, id);
