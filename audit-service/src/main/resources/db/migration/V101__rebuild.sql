-- Whether the read model is being rebuilt. Read under a shared advisory lock by whoever writes the read model, changed under the exclusive one.
create table read_model (
  only_row boolean primary key default true check (only_row),
  rebuilding boolean not null default false
);
insert into read_model default values;

-- Rebuilds of the read model, and how far the running one has read: the month's partition and the last event of it.
create table log_rebuild (
  id uuid primary key,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'SWITCHED', 'ABANDONED')),
  started_at timestamptz not null,
  started_by text not null,
  ended_at timestamptz,
  part text not null default '',
  after uuid not null default '00000000-0000-0000-0000-000000000000',
  events bigint not null default 0
);
create unique index log_rebuild_only_one_runs on log_rebuild ((true)) where state = 'RUNNING';

-- All that is built from the events and nothing else. Whoever adds such a table replaces this function.
create function read_model_tables() returns text[] language sql immutable
  return array['log_entry', 'party_name', 'client_link', 'representation'];

-- As before, and also in the new read model while one is being built.
create or replace function ensure_month(month_start timestamptz) returns void language plpgsql as $$
declare
  lower_bound timestamp := date_trunc('month', month_start at time zone 'UTC');
  upper_bound timestamp := lower_bound + interval '1 month';
  parent text;
  part text;
begin
  perform pg_advisory_xact_lock(hashtext('audit.ensure_month'));
  foreach parent in array
    case when to_regclass('rebuild.log_entry') is null then array['public.event', 'public.log_entry']
      else array['public.event', 'public.log_entry', 'rebuild.log_entry'] end
  loop
    part := parent || to_char(lower_bound, '_YYYY_MM');
    if to_regclass(part) is null then
      execute format('create table %s (like %s including defaults including constraints)', part, parent);
      execute format(
        'alter table %s attach partition %s for values from (%L) to (%L)', parent, part, lower_bound || '+00', upper_bound || '+00');
    end if;
  end loop;
end
$$;

-- Makes the new read model, empty: tables of the same names, keys and indexes in a schema of their own.
create function begin_rebuild() returns void language plpgsql as $$
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
    for made in
      select c.relname, pg_get_expr(c.relpartbound, c.oid) as bound
      from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = old
    loop
      execute format('create table rebuild.%I partition of rebuild.%I %s', made.relname, name, made.bound);
    end loop;
  end loop;
end
$$;

-- Puts the new read model in the place of the old one, which goes.
create function switch_read_model() returns void language plpgsql as $$
declare
  name text;
  part text;
begin
  foreach name in array read_model_tables() loop
    execute format('drop table public.%I', name);
    for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = ('rebuild.' || name)::regclass
    loop
      execute format('alter table rebuild.%I set schema public', part);
    end loop;
    execute format('alter table rebuild.%I set schema public', name);
  end loop;
  drop schema rebuild;
end
$$;
