alter table log_entry
  alter column controllers set not null,
  alter column kind set not null,
  alter column basis set not null,
  alter column tasks set not null;

-- A filter is decided in the key itself: what doesn't match is passed over without a look at the table.
alter table log_entry drop constraint log_entry_pkey;
alter table log_entry add primary key (client_ref, time, event_id) include (organisation, kind, basis, tasks);
