-- One index less to write and to clean for each event: only the relay reads here, and it goes by position. The id is a random one of 122 bits or
-- has the time in front; what comes twice is found by who reads the events.
alter table outbox drop constraint outbox_pkey;
drop index outbox_position;
alter table outbox add primary key (position);
