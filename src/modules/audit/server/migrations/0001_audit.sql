-- The audit keeps nothing of its own; it reads the ledger by time.

create index reading_at on ledger.reading (at, id);
