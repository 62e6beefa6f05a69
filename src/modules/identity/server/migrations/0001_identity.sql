-- Units and people: one row each, the fold of their facts.

create schema if not exists identity;

create table identity.identity (
  id      text    primary key,
  version integer not null,
  hash    bytea   not null,
  state   jsonb   not null
);
-- Whether anything changed is asked every second: the sum of the versions is read from this index alone.
create index identity_version on identity.identity (version);
