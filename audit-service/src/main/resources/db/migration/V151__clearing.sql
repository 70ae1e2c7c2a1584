-- Up to when what the log held has been cleared, because its time was over: coverage begins there.
alter table log_start add column cleared_until timestamptz;

-- Why an event is still needed though its time is over; null when it isn't. This is the only list of such reasons: whoever makes the
-- service need an old event adds to it, or a rebuild loses what the event tells. All other events say what happened once and nothing more.
-- due: what happened before has no time left.
create function why_still_needed(event_type text, event_data text, due timestamptz, today date) returns text
language plpgsql stable as $$
declare
  one json;
begin
  case event_type
    -- Entries are told with the names of their time, and these are about no person.
    when 'fi.lupa.authorization.organisation-changed.v1' then
      return 'names of organisations and units';
    -- Without it the entries under the temporary identifier would leave the person's log.
    when 'fi.lupa.authorization.client-linked.v1' then
      one := event_data;
      if exists (
        select from client_link
        where former_ref = (one ->> 'former')::uuid and version = (one ->> 'version')::bigint)
      and exists (
        select from log_entry
        where client_ref in ((one ->> 'client')::uuid, (one ->> 'former')::uuid) and time >= due)
      then
        return 'a link of a client who has entries';
      end if;
    -- Without it whoever acts for the client could no longer read the log. A guardian's right ends with the child's 18th birthday.
    when 'fi.lupa.consent.representation-changed.v1' then
      one := event_data;
      if one ->> 'state' = 'REGISTERED'
      and (one ->> 'validUntil' is null or (one ->> 'validUntil')::date >= today)
      and (one ->> 'role' <> 'GUARDIAN_OF_MINOR' or (one ->> 'validFrom')::date > today - interval '18 years')
      and exists (
        select from representation
        where client_ref = (one ->> 'client')::uuid and id = (one ->> 'id')::uuid and version = (one ->> 'version')::bigint)
      then
        return 'a relation of representation that stands';
      end if;
    -- Only with a term shorter than the law's: none is set for longer than a year.
    when 'fi.lupa.audit.withholding-changed.v1' then
      if exists (
        select from withholding where id = (event_data::json ->> 'id')::uuid and ended_at is null and until >= today)
      then
        return 'a withholding in force';
      end if;
    else
  end case;
  return null;
end
$$;
