-- Many acts on usage rights sent at once. A batch is RECEIVING while it is uploaded: then nobody sees it.
create table usage_right_batch (
  id            uuid        primary key,
  organiser     text collate "C" not null,
  -- subject of the token of the organisation's system that sent it
  system        text        not null,
  state         text        not null check (state in ('RECEIVING', 'RECEIVED', 'RUNNING', 'DONE', 'CANCELLED')),
  lines         int         not null default 0 check (lines >= 0),
  done          int         not null default 0,
  refused       int         not null default 0,
  invalid       int         not null default 0,
  cancelled     int         not null default 0,
  -- every line up to this one has its answer
  reached       int         not null default 0,
  -- record queries see what was done up to this line
  effective_to  int         not null default 0,
  -- while RECEIVING when the last lines came, then when it was received whole
  received_at   timestamptz not null,
  started_at    timestamptz,
  -- when its last chunk was done: whose turn it is
  served_at     timestamptz,
  finished_at   timestamptz,

  check (done + refused + invalid + cancelled <= lines),
  check (effective_to <= reached)
);

create index usage_right_batch_open on usage_right_batch (organiser, received_at, id)
  where state in ('RECEIVED', 'RUNNING');
create index usage_right_batch_receiving on usage_right_batch (organiser) where state = 'RECEIVING';
create index usage_right_batch_behind on usage_right_batch (id) where effective_to < reached;
create index usage_right_batch_finished on usage_right_batch (finished_at);

-- The lines, never as they were sent: the client is a pseudonym from the start. A line keeps what it asks for until it
-- has its outcome.
create table usage_right_batch_line (
  batch       uuid not null references usage_right_batch on delete cascade,
  line        int  not null check (line > 0),
  ref         text,
  command     jsonb,
  outcome     text check (outcome in ('DONE', 'REFUSED', 'INVALID', 'CANCELLED')),
  code        text,
  violations  jsonb,
  usage_right uuid,
  version     bigint,

  primary key (batch, line),
  check ((command is null) <> (outcome is null))
);
