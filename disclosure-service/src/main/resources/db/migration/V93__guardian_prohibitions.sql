-- What a minor doesn't want guardians to see is a fact like the others.
alter table client_fact drop constraint client_fact_kind_check;
alter table client_fact add constraint client_fact_kind_check
  check (kind in ('usage-right', 'informing', 'permit', 'prohibition', 'guardian-prohibition', 'representation'));
