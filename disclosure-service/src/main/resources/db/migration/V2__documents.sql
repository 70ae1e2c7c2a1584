create table document (
  client_ref uuid not null,
  document_oid text not null,
  version int not null,
  version_oid text not null,
  controller text not null,
  producer text,
  unit text not null,
  usage_right_id uuid,
  usage_right_version bigint,
  document_type text not null,
  schema_oid text,
  media_type text not null check (media_type in ('application/json', 'application/xhtml+xml')),
  service_tasks text[] not null check (cardinality(service_tasks) > 0),
  social_services text[] not null,
  title jsonb not null,
  author jsonb not null,
  language text not null,
  recorded_at timestamptz not null,
  stored_at timestamptz not null,
  content_bytes int not null,
  content_sha256 bytea not null,
  primary key (client_ref, document_oid, version)
);

-- a document's identifier is one person's document: the same identifier never serves two clients
create unique index document_identifier on document (document_oid, version);

-- the query: a client's newest documents first
create index document_newest on document (client_ref, recorded_at desc, document_oid desc);

-- bytes as received, apart, so that metadata stays dense
create table document_content (
  client_ref uuid not null,
  document_oid text not null,
  version int not null,
  bytes bytea not null,
  primary key (client_ref, document_oid, version),
  foreign key (client_ref, document_oid, version) references document
);

alter table document_content alter column bytes set storage external;
