create table idempotency (
  owner text not null,
  key text not null,
  request_hash bytea not null,
  status int,
  headers text,
  body text,
  created_at timestamptz not null default now(),
  primary key (owner, key)
);

create index idempotency_created_at on idempotency (created_at);
