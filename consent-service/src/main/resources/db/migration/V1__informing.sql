-- Informing (informointi, act 703/2023 68 §): one per client, with all its versions.
-- client_ref stands in every key: it is the distribution column when the data grows past one machine (design, section 6).
create table informing (
  client_ref uuid not null primary key,
  id uuid not null,
  version bigint not null check (version >= 1),
  text_version text not null check (text_version <> ''),
  language text not null check (language in ('fi', 'sv', 'en')),
  channel text not null check (channel in ('PROVIDER', 'CITIZEN')),
  informed_at timestamptz not null,
  recorded_at timestamptz not null,
  check (informed_at <= recorded_at),
  unique (client_ref, id)
);
create index informing_by_id on informing (id);

-- The professional's identifier, name and role stay in this table: they go to no answer, event or log line.
create table informing_version (
  client_ref uuid not null,
  id uuid not null,
  version bigint not null check (version >= 1),
  text_version text not null,
  language text not null,
  channel text not null,
  informed_at timestamptz not null,
  recorded_at timestamptz not null,
  organisation text,
  unit text,
  professional_id text,
  professional_name text,
  professional_role text,
  primary key (client_ref, id, version),
  foreign key (client_ref, id) references informing (client_ref, id),
  constraint recorder_of_channel check (
    num_nonnulls(organisation, unit, professional_id, professional_name, professional_role)
      = case channel when 'PROVIDER' then 5 else 0 end)
);
