-- Erasures of single events: what was ordered and by whom it was done. That it was done stands in the tree, log_leaf.cleared.
create table log_erasure (
  event_id uuid not null,
  time timestamptz not null,
  ground text not null,
  decision text not null,
  erased_by text not null,
  erased_at timestamptz not null,
  primary key (event_id, time)
);
