-- Files brought in: what they were, what became of their rows, and mappings that were kept. Nobody's case.

create table complaints.import (
  id           uuid        primary key,
  name         text        not null,
  -- Of the file as it came.
  sha256       text        not null,
  bytes        bigint      not null,
  format       text        not null check (format in ('csv', 'xlsx', 'jsonl')),
  columns      text[]      not null,
  -- The first rows for the screen of the mapping, numbers masked; gone when the import has ended.
  sample       jsonb,
  preset_id    text,
  -- The preset as it was used: a later change of it does not change this report.
  preset       jsonb,
  mapping      jsonb,
  unit         text        not null,
  state        text        not null check (state in ('uploaded', 'trying', 'tried', 'running', 'stopped', 'done', 'failed')),
  -- The line up to which every row has been dealt with: a run that was killed goes on from here.
  line         bigint      not null default 0,
  total        bigint      not null,
  trial        jsonb,
  report       jsonb,
  -- Why it stopped or failed, for the screen: a key and its values.
  fault        jsonb,
  requested_by text        not null,
  requested_at timestamptz not null,
  ended_at     timestamptz
);
create index import_requested on complaints.import (requested_at desc, id);
create index import_unfinished on complaints.import (sha256) where ended_at is null;

create table complaints.import_preset (
  id         text        primary key,
  body       jsonb       not null,
  changed_by text        not null,
  changed_at timestamptz not null
);
