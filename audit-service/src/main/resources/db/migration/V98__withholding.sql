-- Parts of a client's log that a controller withholds from the client (act 703/2023 11 §). What is withheld is decided when the
-- log is read: the entries themselves stay as they are. Days are those of the Finnish calendar.
create table withholding (
  id              uuid primary key,
  version         bigint not null,
  client_ref      uuid not null,
  controller      text not null,
  controller_id   uuid not null, -- as in log_entry.controllers
  ground          text not null,
  acts_from       date,
  acts_to         date,
  organisation    text,
  organisation_id uuid,          -- as log_entry.organisation
  until           date not null,
  told            boolean not null,
  set_at          timestamptz not null,
  ended_at        timestamptz
);
create index withholding_of_client on withholding (client_ref);
