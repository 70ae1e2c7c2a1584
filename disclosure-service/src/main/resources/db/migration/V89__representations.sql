-- Who may act for a client is a fact like the others.
alter table client_fact drop constraint client_fact_kind_check;
alter table client_fact add constraint client_fact_kind_check
  check (kind in ('usage-right', 'informing', 'permit', 'prohibition', 'representation'));
