-- The complaint's row: the fold of its facts, kept for lists and search.

create schema complaints;

create sequence complaints.number;

create table complaints.complaint (
  id      text    primary key,
  version integer not null,
  hash    bytea   not null,
  -- json, not jsonb: it is read whole with every page of the case.
  state   json    not null
);

-- A complaint that the bank still has to answer always has a clock; a line without one is refused by the table itself.
alter table ledger.desk add constraint complaint_has_a_clock check (
  module <> 'complaints' or due_at is not null or state not in (
    'registered', 'supplement', 'assigned', 'investigating', 'negotiating',
    'paused-appraisal', 'paused-mediation', 'decision-draft', 'decision-approved'
  )
);
