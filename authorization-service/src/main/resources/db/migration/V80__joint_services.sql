-- Units whose service social and health care give together (act 703/2023 46 and 53 § 1).
alter table unit add column joint_service boolean not null default false;
