-- One row per access, permitted or not, written in the transaction that decided it. explanation holds every rule
-- evaluated, the facts' versions, the documents given and withheld.
create table access_record (
  id uuid primary key,
  client_ref uuid not null,
  act text not null check (act in ('QUERY', 'STORE')),
  occurred_at timestamptz not null,
  requester text not null,
  controllers text[] not null,
  outcome text not null check (outcome in ('PERMITTED', 'PARTIAL', 'DENIED')),
  reason_code text,
  explanation jsonb not null,
  check ((outcome = 'DENIED') = (reason_code is not null))
);
