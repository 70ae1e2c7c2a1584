-- Who declared it for the client (national code set 1.2.246.537.6.1284: 31, 32, 33, 34). A provider may tell only the role.
-- The person stays in these tables; of the rest of Lupa only the role is told.
alter table informing_version
  add representative_role text, add representative_ref uuid,
  add constraint representative_known check (
    representative_role in ('GUARDIAN_OF_MINOR', 'LEGAL_GUARDIAN', 'CONTINUING_POWER', 'MANDATE')
      and (representative_ref is not null or channel = 'PROVIDER')
    or representative_role is null and representative_ref is null);
alter table permit_version
  add representative_role text, add representative_ref uuid,
  add constraint representative_known check (
    representative_role in ('GUARDIAN_OF_MINOR', 'LEGAL_GUARDIAN', 'CONTINUING_POWER', 'MANDATE')
      and (representative_ref is not null or channel = 'PROVIDER')
    or representative_role is null and representative_ref is null);
alter table prohibition_version
  add representative_role text, add representative_ref uuid,
  add constraint representative_known check (
    representative_role in ('GUARDIAN_OF_MINOR', 'LEGAL_GUARDIAN', 'CONTINUING_POWER', 'MANDATE')
      and (representative_ref is not null or channel = 'PROVIDER')
    or representative_role is null and representative_ref is null);
