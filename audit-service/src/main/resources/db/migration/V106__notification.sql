-- Who wants to be told that there is something new in the own log: nobody without a row here. The address is the only thing in this
-- database that can lead to a person; it is sealed under a key that isn't here.
create table notification_subscription (
  client_ref uuid primary key,
  channel text not null check (channel in ('EMAIL', 'WEBHOOK')),
  address bytea not null,
  what text not null check (what in ('ALL_ACCESSES', 'STATUTORY_ONLY')),
  language text not null check (language in ('fi', 'sv', 'en')),
  since timestamptz not null, -- what happened before isn't told
  attempts int not null default 0, -- that failed since the last success
  not_before timestamptz not null, -- of the next message
  lease_until timestamptz, -- while an instance is sending
  last_sent_at timestamptz,
  given_up_at timestamptz
);
create index notification_due on notification_subscription (not_before) where given_up_at is null;

-- Entries that a message is still to be sent for: written in the transaction that keeps the events.
create table notification_entry (
  client_ref uuid not null references notification_subscription (client_ref) on delete cascade,
  event_id uuid not null,
  primary key (client_ref, event_id)
);
