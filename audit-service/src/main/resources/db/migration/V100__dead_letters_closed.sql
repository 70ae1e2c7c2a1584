-- A dead letter that was repaired and taken into the log is closed: it stays, and says when, by which system, and as what.
alter table dead_letter
  add column id uuid not null default gen_random_uuid() unique,
  add column closed_at timestamptz,
  add column closed_by text,
  add column event_id uuid,
  add column changed boolean;
create index dead_letter_by_arrival on dead_letter (received_at desc, id desc);
