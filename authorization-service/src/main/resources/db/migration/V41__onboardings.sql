-- Joining as a process. An onboarding is its steps; what is known of it follows from them (Progress.java). Rows of
-- steps are only ever added, and the number in the key makes of two simultaneous steps one.
create table onboarding (
  id           uuid   primary key,
  organisation text collate "C" not null references organisation,
  situation    text   not null check (situation in ('PUBLIC', 'PRIVATE', 'EXTENSION', 'OLD_DOCUMENTS_ONLY')),
  functions    text[] not null,
  -- what follows from the steps, for the indexes
  state        text   not null check (state in ('OPEN', 'IN_PRODUCTION', 'CANCELLED', 'ENDED'))
);
create index onboarding_of_organisation on onboarding (organisation, id);
create unique index onboarding_open_once on onboarding (organisation) where state = 'OPEN';

create table onboarding_step (
  onboarding      uuid        not null references onboarding,
  number          int         not null check (number > 0),
  step            text        not null,
  content         jsonb       not null,
  taken_at        timestamptz not null,
  by_organisation text,
  by_system       text,
  primary key (onboarding, number),
  check ((by_organisation is null) = (by_system is null))
);

create function refuse_to_rewrite_onboardings() returns trigger language plpgsql as $$
begin
  raise exception 'the steps of onboardings are only ever added to';
end
$$;
create trigger onboarding_step_stays before update or delete on onboarding_step
  for each row execute function refuse_to_rewrite_onboardings();

-- What is due, as it follows from the steps: written anew with each step. seen_to: a deadline that passed and of which
-- Lupa has done what it does by itself.
create table onboarding_deadline (
  onboarding   uuid not null references onboarding,
  organisation text collate "C" not null,
  kind         text not null check (kind in ('START', 'REPORT', 'CERTIFICATE')),
  due_on       date not null,
  met_at       timestamptz,
  seen_to      boolean not null,
  primary key (onboarding, kind)
);
create index onboarding_deadline_due on onboarding_deadline (due_on, onboarding, kind) where met_at is null;
create index onboarding_deadline_due_of on onboarding_deadline (organisation, due_on, onboarding, kind)
  where met_at is null;
