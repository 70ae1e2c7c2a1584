-- Accesses to secure a client's care or a child's interest despite all (act 703/2023 56 §), found by the controllers that review them.
create index access_break_glass on access_record (occurred_at desc, id desc) where explanation->>'ground' = 'PROTECTION';

-- What a controller thought of such an access to its register. An explanation may be asked for first; lawful or unlawful closes it.
create table break_glass_review (
  id uuid primary key,
  access_id uuid not null references access_record,
  organisation text not null,
  outcome text not null check (outcome in ('LAWFUL', 'UNLAWFUL', 'EXPLANATION_ASKED')),
  explanation text not null,
  reviewer jsonb not null,
  reviewed_at timestamptz not null
);
create index break_glass_review_of_access on break_glass_review (access_id, organisation, reviewed_at);
create unique index break_glass_review_closed on break_glass_review (access_id, organisation) where outcome <> 'EXPLANATION_ASKED';

-- What a controller's officers looked up to supervise their register: who, when and what came of it.
create table supervision (
  id uuid primary key,
  organisation text not null,
  act text not null check (act in ('BREAK_GLASS', 'VISIBILITY')),
  occurred_at timestamptz not null,
  officer jsonb not null,
  client_ref uuid,
  document_oid text,
  answer jsonb not null
);
