-- What a client's log can be filtered and grouped by; V96 fills the rows that are there. Codes: LogRow and LogEntry.Kind.
alter table log_entry
  add column organisation uuid,     -- who acted: OrganisationIds; null when the client did
  add column controllers  uuid[],   -- whose registers it concerned
  add column kind         smallint,
  add column basis        smallint, -- 0: none
  add column tasks        smallint; -- one bit for each service task
