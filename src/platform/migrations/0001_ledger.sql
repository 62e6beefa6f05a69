-- The ledger of every module, the vault of personal keys, and what the machine keeps for itself.
-- Whatever grows with cases carries module and case_id in its keys, so that it can be spread by case.

create schema if not exists ledger;
create schema if not exists vault;

-- What happened. Append-only by grants. The hash covers the canonical fact and the hash before it in the same case.
create table ledger.fact (
  module         text        not null,
  case_id        text        not null,
  version        integer     not null check (version > 0),
  at             timestamptz not null,
  actor          text        not null,
  type           text        not null,
  -- json, not jsonb: it is read whole and never asked into, and text goes in and out as it stands.
  body           json        not null,
  request_id     text,
  request_digest text,
  ordinal        integer     not null check (ordinal >= 0),
  hash           bytea       not null,
  primary key (module, case_id, version)
);
create unique index fact_request on ledger.fact (module, case_id, request_id, ordinal) where request_id is not null;
create index fact_at on ledger.fact (at, module, case_id, version);

-- One line per case of every module: the unified work list, search and data scope stand on it.
create table ledger.desk (
  module     text        not null,
  case_id    text        not null,
  version    integer     not null,
  number     text        not null,
  title      text        not null,
  state      text        not null,
  open       boolean     not null,
  owner      text,
  owner_unit text,
  opened_at  timestamptz not null,
  due_at     timestamptz,
  due_duty   text,
  scopes     text[]      not null,
  tags       text[]      not null,
  words      tsvector    not null default ''::tsvector,
  primary key (module, case_id)
);
create index desk_due on ledger.desk (module, due_at, case_id) where open;
create index desk_opened on ledger.desk (module, opened_at desc, case_id);
create index desk_number on ledger.desk (number);
-- What every page asks is written at once: a list of pending entries would be read through by each question.
create index desk_found on ledger.desk using gin (scopes, tags) with (fastupdate = off);
-- Words are many and asked for less often: theirs may wait, but only a few pages of them.
create index desk_words on ledger.desk using gin (words) with (gin_pending_list_limit = 256);

create table ledger.alarm (
  module  text        not null,
  case_id text        not null,
  key     text        not null,
  at      timestamptz not null,
  primary key (module, case_id, key)
);
create index alarm_at on ledger.alarm (at);

create table ledger.news (
  module  text        not null,
  case_id text        not null,
  version integer     not null,
  hearer  text        not null,
  at      timestamptz not null,
  primary key (module, case_id, version, hearer)
);
create index news_at on ledger.news (at);

-- Who read, unmasked, printed or exported what, and why. Append-only by grants.
create table ledger.reading (
  id      bigint      generated always as identity primary key,
  at      timestamptz not null,
  actor   text        not null,
  act     text        not null check (act in ('opened', 'listed', 'searched', 'revealed', 'printed', 'exported', 'downloaded')),
  module  text,
  case_id text,
  subject text,
  purpose text
);
create index reading_case on ledger.reading (module, case_id, at);
create index reading_actor on ledger.reading (actor, at);

-- Cases changed since the last seal; the writer leaves the mark, the sealer removes exactly the version it sealed.
create table ledger.unsealed (
  module  text    not null,
  case_id text    not null,
  version integer not null,
  hash    bytea   not null,
  primary key (module, case_id)
);

-- A Merkle root over (case, last version, its hash) of every case changed since the seal before, and the readings since.
create table ledger.seal (
  no           integer     primary key check (no > 0),
  at           timestamptz not null,
  leaves       integer     not null,
  readings_to  bigint      not null,
  -- Digest of the readings since the seal before, up to number readings_to.
  readings     bytea       not null,
  root         bytea       not null,
  previous     bytea,
  hash         bytea       not null
);
create table ledger.seal_leaf (
  no      integer not null,
  module  text    not null,
  case_id text    not null,
  version integer not null,
  hash    bytea   not null,
  primary key (module, case_id, no)
);
create index seal_leaf_no on ledger.seal_leaf (no);

-- A person's key, wrapped under the master key. Deleting the row erases the person from every fact.
create table vault.person (
  person_id   text        primary key,
  wrapped_key bytea       not null,
  opened_at   timestamptz not null
);
-- Blind indexes: keyed digests by which a phone, identity number or account finds its person, and nobody finds the number.
create table vault.mark (
  mark      bytea not null,
  kind      text  not null check (kind in ('phone', 'identity', 'account')),
  person_id text  not null,
  primary key (mark, kind, person_id)
);

-- Settings that must outlive a start: the time machine's offset, the one-time administrator link, what the demonstration has done.
create table platform.setting (
  name       text        primary key,
  value      jsonb       not null,
  changed_at timestamptz not null
);
