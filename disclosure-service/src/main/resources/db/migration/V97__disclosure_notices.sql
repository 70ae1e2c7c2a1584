-- Disclosures by other means than Lupa, as their controllers noted them (act 703/2023 10 §). With the names of the persons, who are told to
-- the client in the answer to a log request only. No trigger or rule deletes: kept as long as the log.
create table disclosure_notice (
  client_ref uuid not null,
  id uuid not null,
  organisation text not null,
  noted_at timestamptz not null,
  disclosed_on date not null,
  notice jsonb not null,
  primary key (client_ref, id)
);
