-- Rights that will end by themselves at their last day, in the order in which they do.
create index usage_right_running_out on usage_right (effective_until)
  where ended_at is null and effective_until is not null;

-- Rights that end with their organiser or producer.
create index usage_right_running_of_organiser on usage_right (organiser, id) where ended_at is null;
create index usage_right_running_of_producer on usage_right (producer, id) where ended_at is null;

-- Organisations that have left or were suspended and whose rights aren't all ended yet. Written with the change of the
-- organisation, deleted with the last of its rights.
create table departure (
  organisation text collate "C" primary key references organisation,
  departed_at  timestamptz not null
);
