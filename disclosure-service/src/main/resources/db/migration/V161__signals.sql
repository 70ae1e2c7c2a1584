-- What the signals compare, ready to be compared. A row of the use log from before, or of an instance of before, has no names: the rule then
-- takes them from the access's record.
alter table client_relationship
  add column surname_parts text[] generated always as (regexp_split_to_array(lower(surname), '[\s-]+')) stored;
create index client_relationship_address on client_relationship using gin (address_refs);
alter table use_log add column professional_names text[];
