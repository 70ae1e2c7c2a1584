-- A document shows its whole purchase chain (act 703/2023 37 § 3): the controller, the producer, and the subcontractor
-- that stored it on the producer's behalf.
alter table document add column subcontractor text;
alter table document add constraint document_chain check (subcontractor is null or producer is not null);
