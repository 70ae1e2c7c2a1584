-- What organisations and their service units are called, followed from authorization.events: a printed declaration names them.
create table organisation_name (
  oid text primary key,
  version bigint not null,
  fi text not null,
  sv text,
  en text
);
