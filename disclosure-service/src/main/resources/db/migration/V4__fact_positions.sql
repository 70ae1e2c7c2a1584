-- How far the facts' topics have been applied, written in the transaction that applies them.
create table fact_position (
  topic text not null,
  part int not null,
  next_offset bigint not null,
  primary key (topic, part)
);
