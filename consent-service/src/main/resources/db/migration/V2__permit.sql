-- Disclosure permit (luovutuslupa, act 703/2023 53 § 3 and 55 § 1): one current per client and kind, with all its versions.
create table permit (
  client_ref uuid not null,
  id uuid not null,
  kind text not null check (kind in ('SOCIAL_CARE', 'SOCIAL_TO_HEALTH')),
  version bigint not null check (version >= 1),
  state text not null check (state in ('GIVEN', 'REFUSED', 'WITHDRAWN')),
  targets jsonb not null,
  text_version text not null check (text_version <> ''),
  channel text not null check (channel in ('PROVIDER', 'CITIZEN')),
  given_at timestamptz,
  changed_at timestamptz not null,
  primary key (client_ref, id),
  constraint one_per_kind unique (client_ref, kind),
  -- a permit in force to health care says whom and what it covers; nothing else has targets (53 § 3, decree 457/2024 25 §)
  constraint targets_fit check (
    jsonb_typeof(targets) = 'array'
      and (jsonb_array_length(targets) > 0) = (kind = 'SOCIAL_TO_HEALTH' and state = 'GIVEN')),
  -- never in advance
  constraint given_when_given check ((given_at is null) = (state = 'REFUSED') and given_at <= changed_at)
);
create index permit_by_id on permit (id);

create table permit_version (
  client_ref uuid not null,
  id uuid not null,
  kind text not null,
  version bigint not null check (version >= 1),
  state text not null,
  targets jsonb not null,
  text_version text not null,
  channel text not null,
  given_at timestamptz,
  changed_at timestamptz not null,
  organisation text,
  unit text,
  professional_id text,
  professional_name text,
  professional_role text,
  primary key (client_ref, id, version),
  foreign key (client_ref, id) references permit (client_ref, id),
  constraint recorder_of_channel check (
    num_nonnulls(organisation, unit, professional_id, professional_name, professional_role)
      = case channel when 'PROVIDER' then 5 else 0 end)
);
