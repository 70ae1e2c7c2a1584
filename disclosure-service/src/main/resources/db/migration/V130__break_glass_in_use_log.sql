-- What a controller looks for most, and finds least often: without it the search reads a month of accesses to find none.
create index use_log_break_glass on use_log (organisation, occurred_at, access_id) where break_glass;
