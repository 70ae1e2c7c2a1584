-- log_year counts as well: how many entries a client has of each combination, and when the last was made. So who acted is told without
-- a look at each entry. Nobody adds or clears entries until it has been filled.
lock table log_entry in share row exclusive mode;

create table log_year_counted (
  client_ref uuid not null,
  year smallint not null, -- of the entry's time, in UTC
  organisation uuid,
  kind smallint not null,
  basis smallint not null,
  tasks smallint not null,
  entries int not null,
  last timestamptz not null
);
insert into log_year_counted
select client_ref, extract(year from time at time zone 'UTC')::int, organisation, kind, basis, tasks, count(*), max(time)
from log_entry group by 1, 2, 3, 4, 5, 6;
drop table log_year;
alter table log_year_counted rename to log_year;
alter table log_year add constraint log_year_key unique nulls not distinct (client_ref, year, organisation, kind, basis, tasks);

-- Sorted, so that all who write at once wait for each other's rows in one order.
create or replace function add_log_years() returns trigger language plpgsql as $$
begin
  insert into log_year (client_ref, year, organisation, kind, basis, tasks, entries, last)
  select client_ref, extract(year from time at time zone 'UTC')::int, organisation, kind, basis, tasks, count(*), max(time)
  from added group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
  on conflict (client_ref, year, organisation, kind, basis, tasks) do update
    set entries = log_year.entries + excluded.entries, last = greatest(log_year.last, excluded.last);
  return null;
end
$$;

-- Its rows are locked in the same order, and looked at only then: nobody changes them meanwhile. Where the last entry is among those that
-- go, the one before is looked for.
create or replace function remove_log_years() returns trigger language plpgsql as $$
begin
  perform from log_year join (
    select distinct client_ref, extract(year from time at time zone 'UTC')::int as year, organisation, kind, basis, tasks from removed
  ) gone
    on log_year.client_ref = gone.client_ref and log_year.year = gone.year
      and log_year.organisation is not distinct from gone.organisation
      and (log_year.kind, log_year.basis, log_year.tasks) = (gone.kind, gone.basis, gone.tasks)
  order by gone.client_ref, gone.year, gone.organisation, gone.kind, gone.basis, gone.tasks
  for update of log_year;
  with gone as materialized (
    select client_ref, date_trunc('year', time, 'UTC') as since, organisation, kind, basis, tasks, count(*) as entries, max(time) as last
    from removed group by 1, 2, 3, 4, 5, 6
  ), empty as (
    delete from log_year using gone
    where log_year.client_ref = gone.client_ref and log_year.year = extract(year from gone.since at time zone 'UTC')::int
      and log_year.organisation is not distinct from gone.organisation
      and (log_year.kind, log_year.basis, log_year.tasks) = (gone.kind, gone.basis, gone.tasks)
      and log_year.entries <= gone.entries
  )
  update log_year
  set entries = log_year.entries - gone.entries,
    last = case when gone.last < log_year.last then log_year.last else coalesce((
      select max(time) from log_entry entry
      where entry.client_ref = gone.client_ref and entry.time >= gone.since and entry.time < gone.since + interval '1 year'
        and entry.organisation is not distinct from gone.organisation
        and (entry.kind, entry.basis, entry.tasks) = (gone.kind, gone.basis, gone.tasks)), log_year.last) end
  from gone
  where log_year.client_ref = gone.client_ref and log_year.year = extract(year from gone.since at time zone 'UTC')::int
    and log_year.organisation is not distinct from gone.organisation
    and (log_year.kind, log_year.basis, log_year.tasks) = (gone.kind, gone.basis, gone.tasks)
    and log_year.entries > gone.entries;
  return null;
end
$$;

-- A rebuild that was running was begun without the counts: it is given up.
drop schema if exists rebuild cascade;
update log_rebuild set state = 'ABANDONED', ended_at = clock_timestamp() where state = 'RUNNING';
update read_model set rebuilding = false where rebuilding;
