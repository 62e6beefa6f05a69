-- Versions of rule packs, editions of calendars and re-computations: one row each, the fold of their facts.

create schema if not exists rulebook;

create table rulebook.record (
  id      text    primary key,
  version integer not null,
  hash    bytea   not null,
  state   jsonb   not null
);
-- Whether anything changed is asked every second: the sum of the versions is read from this index alone.
create index record_version on rulebook.record (version);
