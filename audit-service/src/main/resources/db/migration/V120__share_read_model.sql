-- Waits for whoever begins or ends a rebuild of the read model, and tells whether one is being built. The two statements see what was
-- committed before each of them: asked in one, the answer would be of the moment before the wait.
create function share_read_model() returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('audit.read_model'));
  return (select rebuilding from read_model);
end
$$;
