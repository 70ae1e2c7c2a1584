-- Columns id .. payload as Debezium's outbox event router expects them; the rest is the relay's.
create table outbox (
  id uuid primary key,
  aggregatetype text not null,
  aggregateid text not null,
  type text not null,
  payload text not null,
  occurred_at timestamptz not null,
  traceparent text,
  position bigint generated always as identity
);

create index outbox_position on outbox (position);

create table outbox_lease (
  name text primary key,
  holder uuid not null,
  expires_at timestamptz not null
);
