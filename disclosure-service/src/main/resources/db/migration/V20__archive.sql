-- The archive's metadata (kuvailutiedot, facts 5.4). One row = one version of a document for one client: of a common
-- matter's document each client has a row and the bytes, so that no transaction has to span clients.
alter table document
  add column phase text not null default 'PHASE_2' check (phase in ('PHASE_1', 'PHASE_2', 'OBLIGATION')),
  add column old boolean not null default false,
  add column controller_kind text not null default 'PUBLIC' check (controller_kind in ('PUBLIC', 'PRIVATE')),
  add column register_code text,
  add column processing_ground text not null default 'OWN_REGISTER'
    check (processing_ground in ('OWN_REGISTER', 'REGISTER_USAGE_RIGHT')),
  add column organiser_unit text,
  add column producer_unit text,
  add column subcontractor_unit text,
  add column matters text[] not null default '{}',
  add column signature_state text not null default 'NONE' check (signature_state in ('NONE', 'VERIFIED', 'NOT_VERIFIED')),
  add column signature_type text,
  add column signed_by text,
  add column retention_class text,
  add column show_to_client text not null default 'YES' check (show_to_client in ('YES', 'DELAYED', 'NO')),
  add column show_from date,
  add column hidden_reason text,
  add column secrecy text not null default 'PERMANENTLY_SECRET',
  add column special_category text
    check (special_category in ('MEDIATION', 'SHELTER', 'THERAPEUTIC_WORK', 'EXAMINATION')),
  -- the client's days in the common matter; no joined_on = not a common matter
  add column joined_on date,
  add column left_on date,
  -- when the document's first version was recorded; the same for all its versions, so that a page's place never moves
  add column sort_at timestamptz,
  -- the one row of a document's version that stands for it, whatever clients it has
  add column lead boolean not null default true,
  -- the newest version that isn't voided
  add column current boolean not null default true,
  add column voided_at timestamptz,
  add column void_reason text,
  -- which upload it came from, and the access that let it in: the same upload again gets the same answer
  add column fingerprint bytea,
  add column store_id uuid,
  add constraint document_show check (
    (show_to_client = 'DELAYED') = (show_from is not null) and (show_to_client = 'NO') = (hidden_reason is not null)),
  add constraint document_void check ((voided_at is null) = (void_reason is null) and not (current and voided_at is not null)),
  add constraint document_days check (left_on is null or left_on >= joined_on);

update document set
  sort_at = recorded_at,
  controller_kind = coalesce((select data->>'ownership' from organisation_fact where oid = controller), 'PUBLIC'),
  processing_ground = case when producer is null then 'OWN_REGISTER' else 'REGISTER_USAGE_RIGHT' end,
  producer_unit = case when producer is not null and subcontractor is null then unit end,
  subcontractor_unit = case when subcontractor is not null then unit end;

alter table document alter column sort_at set not null;

-- a document's identifier is one document's, whoever its clients are
drop index document_identifier;
create unique index document_lead on document (document_oid, version) where lead;

-- the query: a client's current documents, newest first; and never two current versions of one
drop index document_newest;
create unique index document_current on document (client_ref, sort_at desc, document_oid desc) where current;

alter table access_record drop constraint access_record_act_check;
alter table access_record add constraint access_record_act_check check (act in ('QUERY', 'STORE', 'VOID', 'SUMMARY'));
