-- The clients of a common matter's document: contact data of one who is protected are hidden from all who read it.
create index document_common on document (document_oid) where joined_on is not null;
