-- Months of the log whose cleared events are gone; their leaves stay. An event of such a month that comes once more is passed over.
create table log_month_dropped (
  month date primary key,
  events bigint not null, -- whose keys went
  kept bigint not null, -- that stay, because they are still needed
  dropped_at timestamptz not null default clock_timestamp(),
  dropped_by text not null
);

-- Drops a month: its cleared events with their keys. What is still needed stays, in a partition of its own size. Refuses when that
-- could take away anything that isn't proved elsewhere to have been there and to have been cleared by law.
create function drop_month(month_start date, by_whom text) returns void language plpgsql as $$
declare
  lower_bound timestamptz := month_start::timestamp at time zone 'UTC';
  upper_bound timestamptz := (month_start + interval '1 month') at time zone 'UTC';
  part text := to_char(month_start, '"event"_YYYY_MM');
  places text := to_char(month_start, '"log_entry"_YYYY_MM');
  fresh text := part || '_kept';
  anchored bigint := coalesce((select max(size) from log_anchor), 0);
  held bigint;
  kept bigint;
  stays boolean;
begin
  if month_start <> date_trunc('month', month_start) then
    raise exception 'no such month' using errcode = 'LM404';
  end if;
  if to_regclass('public.' || part) is null then
    if exists (select from log_month_dropped where month = month_start) then
      return; -- who asked before didn't wait for the answer
    end if;
    raise exception 'no such month' using errcode = 'LM404';
  end if;
  -- The law's term, whatever the service is set to (act 703/2023, annex), from the month's last day on.
  if upper_bound > now() - interval '12 years' then
    raise exception 'the time of the month is not over' using errcode = 'LM001';
  end if;
  if share_read_model() then
    raise exception 'the read model is being rebuilt' using errcode = 'LM003';
  end if;
  -- From here on nobody writes into the month; it can still be read.
  execute format('lock table public.%I in share row exclusive mode', part);
  execute format(
    'select exists (select from public.%I where data is not null and why_still_needed(type, data, $1, current_date) is null)', part)
    using upper_bound into stays;
  if stays then
    raise exception 'the month has events that are not cleared' using errcode = 'LM001';
  end if;
  execute format(
    'select exists (
       select from public.%I event
       left join log_leaf leaf on leaf.event_id = event.event_id and leaf.time = event.time and leaf.cleared is null
       left join log_leaf clearing on clearing.cleared = leaf.idx
       where leaf.idx is null or leaf.idx >= $1
         or (event.data is null and (clearing.idx is null or clearing.idx >= $1)))', part)
    using anchored into stays;
  if stays then
    raise exception 'the month does not lie under a checkpoint that was put outside' using errcode = 'LM002';
  end if;

  perform pg_advisory_xact_lock(hashtext('audit.ensure_month'));
  execute format('create table public.%I (like public.event including defaults including constraints)', fresh);
  execute format('insert into public.%I select * from public.%I where data is not null', fresh, part);
  get diagnostics kept = row_count;
  execute format('select count(*) - $1 from public.%I', part) using kept into held;
  execute format('alter table public.event detach partition public.%I', part);
  execute format('drop table public.%I', part);
  if kept = 0 then
    execute format('drop table public.%I', fresh);
  else
    execute format('alter table public.%I rename to %I', fresh, part);
    execute format(
      'alter table public.event attach partition public.%I for values from (%L) to (%L)', part, lower_bound, upper_bound);
  end if;
  if to_regclass('public.' || places) is not null then
    execute format('select exists (select from public.%I)', places) into stays;
    if not stays then
      execute format('alter table public.log_entry detach partition public.%I', places);
      execute format('drop table public.%I', places);
    end if;
  end if;
  insert into log_month_dropped (month, events, kept, dropped_by) values (month_start, held, kept, by_whom)
  on conflict (month) do update
    set events = log_month_dropped.events + excluded.events, kept = excluded.kept, dropped_at = excluded.dropped_at,
      dropped_by = excluded.dropped_by;
end
$$;
