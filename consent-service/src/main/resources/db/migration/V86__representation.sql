-- Who may act for a client (act 703/2023 50 §), as the operator loads it from the national registers: one row per client,
-- representative and role (national code set 1.2.246.537.6.1284), with all its versions. Nothing here tells a person without
-- the deployment's key; blocks go to no event, answer (but the operator's) or log line.
create table representation (
  client_ref uuid not null,
  id uuid not null,
  representative_ref uuid not null,
  role text not null check (role in ('GUARDIAN_OF_MINOR', 'LEGAL_GUARDIAN', 'CONTINUING_POWER', 'MANDATE')),
  version bigint not null check (version >= 1),
  state text not null check (state in ('REGISTERED', 'ENDED')),
  matters text[] check (matters <@ array['SOCIAL_CARE', 'HEALTH_CARE', 'OTHER'] and cardinality(matters) > 0),
  valid_from date not null,
  valid_until date,
  blocks text[] not null check (blocks <@ array[
    'TAKEN_INTO_CARE', 'SAFETY_NON_DISCLOSURE', 'CUSTODY_SPLIT', 'REPRESENTATIVE_UNDER_GUARDIANSHIP', 'OTHER']),
  changed_at timestamptz not null,
  primary key (client_ref, id),
  constraint one_per_role unique (client_ref, representative_ref, role),
  constraint two_persons check (client_ref <> representative_ref),
  constraint days_in_order check (valid_until >= valid_from),
  constraint custody_is_whole check (role <> 'GUARDIAN_OF_MINOR' or matters is null)
);
create index representation_by_id on representation (id);

create table representation_version (
  client_ref uuid not null,
  id uuid not null,
  representative_ref uuid not null,
  role text not null,
  version bigint not null check (version >= 1),
  state text not null,
  matters text[],
  valid_from date not null,
  valid_until date,
  blocks text[] not null,
  changed_at timestamptz not null,
  -- which of the operator's systems told it
  system text not null,
  primary key (client_ref, id, version),
  foreign key (client_ref, id) references representation (client_ref, id)
);
