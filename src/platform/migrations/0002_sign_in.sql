-- Who may come in: passwords, sessions, tokens of programs, preferences. Never a secret, only its digest.

create table platform.credential (
  person_id   text        primary key,
  account     text        not null unique,
  password    text        not null,
  -- A temporary password opens nothing but the change of the password.
  must_change boolean     not null default false,
  changed_at  timestamptz not null
);

create table platform.session (
  digest     bytea       primary key,
  person_id  text        not null,
  opened_at  timestamptz not null,
  seen_at    timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz
);
create index session_person on platform.session (person_id) where ended_at is null;

create table platform.token (
  id         text        primary key,
  digest     bytea       not null unique,
  person_id  text        not null,
  name       text        not null,
  created_by text        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create table platform.preference (
  person_id  text        primary key,
  chosen     jsonb       not null,
  changed_at timestamptz not null
);

-- One-time links; today there is one, by which an empty bank gets its first administrator.
create table platform.link (
  name       text        primary key,
  digest     bytea       not null,
  made_at    timestamptz not null,
  spent_at   timestamptz
);
