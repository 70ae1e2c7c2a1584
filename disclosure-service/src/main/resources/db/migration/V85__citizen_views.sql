-- What citizens, or others on their behalf, looked at in the citizen's own view. No access in the meaning of the law's log, but on record:
-- written in the transaction that reads what is shown.
create table citizen_view (
  id uuid primary key,
  client_ref uuid not null,
  -- who looked on the citizen's behalf, and by which representation; null when the citizen did
  representative_ref uuid,
  representation_id uuid,
  representation_role text,
  act text not null check (act in ('LIST', 'METADATA', 'CONTENT', 'VISIBILITY')),
  occurred_at timestamptz not null,
  reason_code text,
  -- document_oid and version of each, with the reason's code of those not shown
  shown jsonb not null,
  withheld jsonb not null,
  check ((representative_ref is null) = (representation_id is null)),
  check ((representative_ref is null) = (representation_role is null))
);
