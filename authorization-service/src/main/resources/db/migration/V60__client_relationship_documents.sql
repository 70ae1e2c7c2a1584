-- Which version of a client's relationship document the rights follow. Nothing of the document itself is kept: the
-- fingerprint only tells a repetition from another content under the same version.
create table client_relationship (
  organiser    text collate "C" not null references organisation,
  client_ref   uuid             not null,
  document_oid text collate "C" not null,
  -- 0 while the first version is being applied
  version      bigint           not null check (version >= 0),
  fingerprint  bytea            not null,
  applied_at   timestamptz      not null,

  -- one chain of versions per client and controller
  primary key (organiser, client_ref),
  unique (organiser, document_oid)
);

-- The rights that a document has told of: those it no longer tells of end.
create table client_relationship_right (
  usage_right  uuid primary key references usage_right,
  document_oid text collate "C" not null
);

-- Which version of which document a version of a right came from. Rows are only ever added.
create table usage_right_origin (
  usage_right      uuid   not null,
  version          bigint not null,
  document_oid     text   not null,
  document_version bigint not null check (document_version > 0),

  primary key (usage_right, version),
  foreign key (usage_right, version) references usage_right_version (usage_right, version)
);

create trigger usage_right_origin_stays before update or delete on usage_right_origin
  for each row execute function refuse_to_rewrite_history();
