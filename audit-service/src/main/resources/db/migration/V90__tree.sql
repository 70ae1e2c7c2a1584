-- The log's Merkle tree (RFC 6962): what it consists of so far, the roots of its complete subtrees in a row, the widest first.
-- Its one row is locked last by every transaction that appends, so that leaves stand in the order of commits and without gaps.
create table log_tree (
  only_row boolean primary key default true check (only_row),
  size bigint not null,
  roots bytea not null
);
insert into log_tree values (true, 0, '');

-- The leaves, for ever: an event came into the log (commitments to what its client may see and to the rest, and the salts, which
-- go when the event is cleared), or the event of an earlier leaf was cleared. hash: of the leaf's bytes, verify's Leaf.
create table log_leaf (
  idx bigint primary key,
  hash bytea not null,
  event_id uuid not null,
  time timestamptz not null,
  shown bytea,
  rest bytea,
  salts bytea,
  cleared bigint,
  why text,
  constraint log_leaf_of_one_kind check (
    case when cleared is null
      then shown is not null and rest is not null and why is null
      else shown is null and rest is null and salts is null and why is not null
    end)
);
create unique index log_leaf_of_event on log_leaf (event_id, time) where cleared is null;
create unique index log_leaf_of_clearing on log_leaf (cleared) where cleared is not null;

-- The tree's nodes at every eighth level above the leaves: the upper tiles of c2sp.org/tlog-tiles.
create table log_node (
  level int not null,
  idx bigint not null,
  hash bytea not null,
  primary key (level, idx)
);

-- What the log has signed, as it was given out (c2sp.org/tlog-checkpoint).
create table log_checkpoint (
  size bigint primary key,
  note text not null,
  signed_at timestamptz not null default clock_timestamp()
);
create index log_checkpoint_by_time on log_checkpoint (signed_at);

-- A cleared event keeps its key only.
alter table event alter column data drop not null;

-- How far the events of before there was a tree have become leaves; no row when all have.
create table log_backfill (
  only_row boolean primary key default true check (only_row),
  after uuid not null
);
insert into log_backfill select true, '00000000-0000-0000-0000-000000000000' where exists (select from event);
