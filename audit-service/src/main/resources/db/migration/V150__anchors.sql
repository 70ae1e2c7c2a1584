-- Where checkpoints were put outside the log, so that the log can't be changed unseen behind them: as an operator told.
create table log_anchor (
  size bigint not null, -- log_checkpoint.size
  place text not null,
  anchored_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (size, place)
);
