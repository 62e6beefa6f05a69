-- What a consumer needs who has no account: the digest of their code, and how the bank can be reached.

-- The code itself is kept nowhere. Wrong codes are counted before they are compared, and lock the number for a while.
create table complaints.tracking (
  complaint_id text        primary key,
  digest       bytea       not null,
  created_at   timestamptz not null,
  attempts     integer     not null default 0 check (attempts >= 0),
  locked_until timestamptz
);

-- No.3 Art. 8: what the bank publishes; the newest is in force, the earlier ones prove what stood there before.
create table complaints.publication (
  no   integer     generated always as identity primary key,
  at   timestamptz not null,
  by   text        not null,
  body jsonb       not null
);
