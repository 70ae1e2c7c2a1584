-- Mail about the log goes to an address only after its owner has told the code that was sent there. Addresses of before this are asked for again.
alter table notification_subscription add column confirmed_at timestamptz;
update notification_subscription set confirmed_at = since where channel <> 'EMAIL';

-- The code that waits to be told, and how many were asked for: kept when the subscription ends, so that nobody gets more mail than that by ending it.
create table notification_code (
  client_ref uuid primary key,
  sealed bytea, -- as the address is; null when there is nothing to tell
  ends_at timestamptz not null,
  tries int not null default 0, -- that were wrong
  lease_until timestamptz, -- while an instance is sending
  sent_at timestamptz,
  counted_from timestamptz not null,
  asked int not null -- since then
);
create index notification_code_to_send on notification_code (ends_at) where sealed is not null and sent_at is null;
