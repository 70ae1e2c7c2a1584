-- A document's electronic signature, exactly as received, beside the bytes that it signs: they are kept and destroyed
-- together. What verifying it came to stands with the metadata.
alter table document_content add column signature bytea;
alter table document_content alter column signature set storage external;

alter table document
  add column signature_reason text,
  -- what the signer says
  add column signed_at timestamptz,
  add constraint document_signature check (
    (signature_state = 'NONE') = (signature_type is null)
    and (signature_state = 'NOT_VERIFIED') = (signature_reason is not null)
    and (signature_state = 'VERIFIED' or (signed_by is null and signed_at is null)));
