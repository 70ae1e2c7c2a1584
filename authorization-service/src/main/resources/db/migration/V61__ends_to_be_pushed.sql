-- Ends of rights that come with a departure, until the disclosure-service has taken them: before that the organisation
-- can't join again, for decisions would still know its rights. The event, as the outbox tells it.
create table end_to_push (
  usage_right  uuid primary key references usage_right,
  organisation text collate "C" not null references organisation,
  event        jsonb not null
);
create index end_to_push_of_organisation on end_to_push (organisation);
