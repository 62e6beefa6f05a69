-- Work that is nobody's case: imports, exports, seals, verification. What pg-boss keeps is its own affair; this is what people see.

create table platform.job (
  id           uuid        primary key,
  kind         text        not null,
  state        text        not null check (state in ('waiting', 'running', 'done', 'failed')),
  input        jsonb       not null,
  -- Where the work stood when it last said so: a job that was killed goes on from here.
  saved        jsonb,
  progress     bigint      not null default 0,
  total        bigint,
  result       jsonb,
  -- The kind of the last fault, never its words: they may quote personal data.
  fault        text,
  attempts     integer     not null default 0,
  requested_by text        not null,
  requested_at timestamptz not null,
  started_at   timestamptz,
  ended_at     timestamptz
);
create index job_requested on platform.job (requested_at desc, id);
create index job_unfinished on platform.job (kind, requested_at) where ended_at is null;
