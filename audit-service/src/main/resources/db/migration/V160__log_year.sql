-- Where a filter of a client's log need not look: by what an entry can be filtered, once for each year that has such an entry.
-- Kept by log_entry's triggers, so that whoever writes or clears entries need not know of it.
create table log_year (
  client_ref uuid not null,
  year smallint not null, -- of the entry's time, in UTC
  organisation uuid,
  kind smallint not null,
  basis smallint not null,
  tasks smallint not null,
  constraint log_year_key unique nulls not distinct (client_ref, year, organisation, kind, basis, tasks)
);

-- Sorted, so that all who write at once wait for each other's rows in one order.
create function add_log_years() returns trigger language plpgsql as $$
begin
  insert into log_year (client_ref, year, organisation, kind, basis, tasks)
  select distinct client_ref, extract(year from time at time zone 'UTC')::int, organisation, kind, basis, tasks
  from added order by 1, 2, 3, 4, 5, 6
  on conflict do nothing;
  return null;
end
$$;

-- Alone: who is just adding an entry saw that its year is there already, so it must not go meanwhile.
create function remove_log_years() returns trigger language plpgsql as $$
begin
  lock table log_year in share row exclusive mode;
  delete from log_year using (
    select distinct client_ref, date_trunc('year', time, 'UTC') as since, organisation, kind, basis, tasks from removed
  ) gone
  where log_year.client_ref = gone.client_ref and log_year.year = extract(year from gone.since at time zone 'UTC')
    and log_year.organisation is not distinct from gone.organisation
    and (log_year.kind, log_year.basis, log_year.tasks) = (gone.kind, gone.basis, gone.tasks)
    and not exists (
      select from log_entry entry
      where entry.client_ref = gone.client_ref and entry.time >= gone.since and entry.time < gone.since + interval '1 year'
        and entry.organisation is not distinct from gone.organisation
        and (entry.kind, entry.basis, entry.tasks) = (gone.kind, gone.basis, gone.tasks));
  return null;
end
$$;

create trigger add_log_years after insert on log_entry referencing new table as added
  for each statement execute function add_log_years();
create trigger remove_log_years after delete on log_entry referencing old table as removed
  for each statement execute function remove_log_years();

insert into log_year
select distinct client_ref, extract(year from time at time zone 'UTC')::int, organisation, kind, basis, tasks from log_entry;

-- A rebuild that was running was begun without it: it is given up.
drop schema if exists rebuild cascade;
update log_rebuild set state = 'ABANDONED', ended_at = clock_timestamp() where state = 'RUNNING';
update read_model set rebuilding = false where rebuilding;

do $$
begin
  execute format('create or replace function read_model_tables() returns text[] language sql immutable return %L::text[]',
    read_model_tables() || 'log_year'::text);
end
$$;

-- As before, with the tables' triggers.
create or replace function begin_rebuild() returns void language plpgsql as $$
declare
  name text;
  old regclass;
  made record;
begin
  perform pg_advisory_xact_lock(hashtext('audit.ensure_month'));
  create schema rebuild;
  foreach name in array read_model_tables() loop
    old := ('public.' || name)::regclass;
    execute format('create table rebuild.%I (like public.%I including defaults including constraints including storage)%s', name, name,
      coalesce(' partition by ' || pg_get_partkeydef(old), ''));
    for made in select conname, pg_get_constraintdef(oid) as def from pg_constraint where conrelid = old and contype in ('p', 'u') loop
      execute format('alter table rebuild.%I add constraint %I %s', name, made.conname, made.def);
    end loop;
    for made in
      select pg_get_indexdef(indexrelid) as def from pg_index i
      where indrelid = old and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
    loop
      execute regexp_replace(made.def, ' ON (ONLY )?public\.', ' ON rebuild.');
    end loop;
    for made in select pg_get_triggerdef(oid) as def from pg_trigger where tgrelid = old and not tgisinternal loop
      execute regexp_replace(made.def, ' ON public\.', ' ON rebuild.');
    end loop;
    for made in
      select c.relname, pg_get_expr(c.relpartbound, c.oid) as bound
      from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = old
    loop
      execute format('create table rebuild.%I partition of rebuild.%I %s', made.relname, name, made.bound);
    end loop;
  end loop;
end
$$;
