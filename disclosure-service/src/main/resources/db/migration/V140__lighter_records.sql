-- An access's record costs less to write: the explanation as it comes, without a binary form of it, and the rows of the use log by the
-- service's own statement. The trigger stays for whoever else writes a record: an instance of before, an operator.
alter table access_record add column in_use_log boolean not null default false;

drop trigger keep_use_log on access_record;
create trigger keep_use_log after insert on access_record for each row when (not new.in_use_log) execute function keep_use_log();

-- which had to read the explanation at each insert
drop index access_break_glass;
drop index access_record_break_glass;
update access_record set break_glass = true where explanation->>'ground' = 'PROTECTION' and not break_glass;
alter table access_record alter column explanation type json;
create index access_break_glass on access_record (occurred_at desc, id desc) where break_glass;
