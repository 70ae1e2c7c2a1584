-- How long documents are kept and their destruction (act 703/2023 23 and 24 §, annex).
alter table document
  -- the last day that the decision in it is valid
  add column valid_to date,
  -- told with a client relationship document
  add column client_died date;

-- finds the other clients of a common matter's document
create index document_follower on document (document_oid) where not lead;

-- Whose documents' times are to be counted again. Rows are only added and taken, never changed: so nobody waits for anybody, and a
-- row is seen when the change that it came with is.
create table retention_todo (
  id bigint generated always as identity primary key,
  client_ref uuid not null,
  controller text not null
);

insert into retention_todo (client_ref, controller) select distinct client_ref, controller from document;

-- Documents whose last day is known.
create table document_due (
  client_ref uuid not null,
  document_oid text not null,
  controller text not null,
  last_day date not null,
  -- a relationship or case document goes after those whose times are counted from it
  source boolean not null,
  classes text[] not null,
  primary key (client_ref, document_oid)
);

create index document_due_next on document_due (source, last_day, client_ref, document_oid);
create index document_due_register on document_due (controller, last_day, document_oid);

-- What stays of a destroyed document: that it was, whose, and why it went.
create table destroyed_document (
  document_oid text not null,
  client_ref uuid not null,
  controller text not null,
  versions int not null,
  last_day date not null,
  classes text[] not null,
  destroyed_at timestamptz not null,
  primary key (document_oid, client_ref)
);

-- A destroyed document's identifier is never stored again: neither anew by anyone, nor as a new version for the client whose time was up.
-- After the insert, so that a destruction that the insert waited for is seen.
create function refuse_destroyed() returns trigger language plpgsql as $$
begin
  if exists (
    select from destroyed_document d
    where d.document_oid = new.document_oid and (new.version = 1 or d.client_ref = new.client_ref)) then
    raise exception 'a destroyed document''s identifier' using errcode = 'unique_violation';
  end if;
  return null;
end $$;

create trigger refuse_destroyed after insert on document for each row execute function refuse_destroyed();
