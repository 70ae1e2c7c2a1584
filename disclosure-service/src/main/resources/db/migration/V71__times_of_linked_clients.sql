-- A link joins what is known of a person, and its cancellation parts it: the times of the documents on both sides are counted again.
create function count_linked() returns trigger language plpgsql as $$
begin
  insert into retention_todo (client_ref, controller)
  select distinct d.client_ref, d.controller from document d
  where d.client_ref in (
    select ref from same_person(new.former_ref)
    union select ref from same_person(new.client_ref)
    union select new.client_ref);
  return null;
end $$;

create trigger count_linked after insert or update on client_link for each row execute function count_linked();
