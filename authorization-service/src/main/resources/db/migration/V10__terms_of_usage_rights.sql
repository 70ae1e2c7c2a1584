-- What a right says beyond whose, to whom and when: powers, how the service was bought, and subcontractors.
alter table usage_right
  add column powers text[] not null default array['READ', 'WRITE']
    check (cardinality(powers) > 0 and powers <@ array['READ', 'WRITE']),
  add column purchase_form text check (purchase_form in ('SERVICE_VOUCHER', 'PAYMENT_COMMITMENT', 'OUTSOURCED_SERVICE')),
  add column purchase_contract text,
  add column purchase_decision text,
  -- as the event tells them: organisation, unit, socialServices, start, end
  add column subcontractors jsonb not null default '[]' check (jsonb_typeof(subcontractors) = 'array'),
  -- when the start was last amended; null when it is still the first one
  add column start_set_at timestamptz,
  add check (purchase_form is not null or (purchase_contract is null and purchase_decision is null));

-- An amended start has effect from the amendment on, like the first one from the grant.
alter table usage_right alter column effective_from set expression as
  (greatest(granted_at, start_set_at, start_day::timestamp at time zone 'Europe/Helsinki'));

alter table usage_right drop constraint usage_right_end_reason_check;
alter table usage_right add constraint usage_right_end_reason_check
  check (end_reason in ('RELATIONSHIP_ENDED', 'CONTRACT_ENDED', 'GRANTED_IN_ERROR', 'OTHER',
                        'END_DATE', 'PRODUCER_NOT_READY', 'ORGANISER_NOT_READY'));

alter table usage_right_version
  add column powers text[] not null default array['READ', 'WRITE'],
  add column purchase_form text,
  add column purchase_contract text,
  add column purchase_decision text,
  add column subcontractors jsonb not null default '[]',
  -- null when the right ended by itself
  alter column changed_by_organisation drop not null;

-- Which rights name an organisation as subcontractor: what it may find, and what keeps its unit its own. Follows
-- usage_right.subcontractors, whoever writes that.
create table usage_right_subcontractor (
  organisation text collate "C" not null,
  usage_right  uuid not null,
  unit         text collate "C" not null,
  client_ref   uuid not null,

  primary key (organisation, usage_right, unit),
  foreign key (usage_right, client_ref) references usage_right (id, client_ref),
  foreign key (organisation, unit) references unit (organisation, oid)
);
create index usage_right_subcontractor_of_right on usage_right_subcontractor (usage_right);

create function follow_subcontractors() returns trigger language plpgsql as $$
begin
  delete from usage_right_subcontractor where usage_right = new.id;
  insert into usage_right_subcontractor (organisation, usage_right, unit, client_ref)
  select distinct named.organisation, new.id, named.unit, new.client_ref
  from jsonb_to_recordset(new.subcontractors) as named (organisation text, unit text);
  return null;
end
$$;

create trigger usage_right_subcontractors_granted after insert on usage_right
  for each row when (new.subcontractors <> '[]') execute function follow_subcontractors();
create trigger usage_right_subcontractors_amended after update of subcontractors on usage_right
  for each row when (new.subcontractors <> old.subcontractors) execute function follow_subcontractors();
