-- Clients' written requests for log data, each to one controller (act 703/2023 11 §), with the decision and the explanations.
create table log_request (
  client_ref uuid not null,
  id uuid not null,
  organisation text not null,
  -- waits for the controller: to be decided, or an explanation is asked for
  open boolean not null,
  due_on date not null,
  request jsonb not null,
  primary key (client_ref, id)
);
create unique index log_request_id on log_request (id);
create index log_request_due on log_request (organisation, due_on, id);
create index log_request_open on log_request (due_on) where open;

alter table supervision drop constraint supervision_act_check;
alter table supervision add constraint supervision_act_check
  check (act in ('BREAK_GLASS', 'VISIBILITY', 'LOG_SEARCH', 'LOG_EXPORT', 'STAFF', 'LOG_REQUESTS', 'LOG_ANSWER'));
