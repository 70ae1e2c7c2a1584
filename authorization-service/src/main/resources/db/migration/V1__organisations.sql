-- Providers of social and health care as they stand now. Their changes are told in the outbox; what one was at a
-- decision is stored with the decision.
create table organisation (
  oid         text collate "C" primary key,
  version     bigint      not null check (version > 0),
  business_id text        not null,
  name_fi     text        not null,
  name_sv     text,
  name_en     text,
  sector      text        not null check (sector in ('SOCIAL', 'HEALTH')),
  ownership   text        not null check (ownership in ('PUBLIC', 'PRIVATE')),
  status      text        not null check (status in ('REGISTERED', 'JOINED', 'SUSPENDED', 'LEFT')),
  functions   text[]      not null check (functions <@ array['ARCHIVING', 'OLD_DOCUMENTS', 'REGISTER_USAGE_RIGHT',
                                                             'SOCIAL_DISCLOSURE', 'HEALTH_DISCLOSURE', 'DECLARATIONS']),
  changed_at  timestamptz not null
);

-- A service unit has one OID in the whole country, so it is the key over all organisations. A closed unit stays, with
-- its OID, for the rights that name it.
create table unit (
  oid          text collate "C" primary key,
  organisation text collate "C" not null references organisation,
  name_fi      text    not null,
  name_sv      text,
  name_en      text,
  open         boolean not null,
  -- what a usage right refers to: the unit as this organisation's
  unique (organisation, oid)
);
