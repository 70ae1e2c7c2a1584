-- Patient data of health providers (act 703/2023 53 §): what the client can choose of them (decree 457/2024 25 § 1) stands in the
-- place of service tasks.
alter table document
  add column patient_data_group text check (patient_data_group in ('SUMMARY', 'ENTRIES', 'STATEMENTS')),
  drop constraint document_service_tasks_check,
  add constraint document_belongs check ((cardinality(service_tasks) > 0) = (patient_data_group is null));
