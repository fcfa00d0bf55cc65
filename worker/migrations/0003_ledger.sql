-- The ledger, and beside it what identifies a person and can be erased.

-- The id is random: it says nothing of the person once this row is gone.
CREATE TABLE person (
  id         TEXT PRIMARY KEY,
  email      TEXT NOT NULL UNIQUE,
  locale     TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE person_field (
  person      TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  name        TEXT NOT NULL,
  value       TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

-- person is checked at commit: the submission is written first, and all else hangs from it.
CREATE TABLE submission (
  id              TEXT PRIMARY KEY,
  form            TEXT NOT NULL,
  version         INTEGER NOT NULL,
  person          TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  idempotency_key TEXT NOT NULL,
  body_sha256     TEXT NOT NULL,
  receipt         TEXT NOT NULL UNIQUE,
  statement       TEXT NOT NULL REFERENCES statement (sha256),
  locale          TEXT NOT NULL,
  page            TEXT,
  fields          TEXT NOT NULL CHECK (json_valid(fields)),
  decisions       TEXT NOT NULL CHECK (json_valid(decisions)),
  recorded_at     INTEGER NOT NULL,
  UNIQUE (form, idempotency_key)
) STRICT;

CREATE INDEX submission_by_person ON submission (person, recorded_at);

-- One row is one decision. No column identifies anybody once the rows below are erased:
-- person is a random id, subject and comment are salted hashes whose salts stand elsewhere.
CREATE TABLE record (
  sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
  id           TEXT NOT NULL UNIQUE, -- UUIDv7
  person       TEXT NOT NULL,
  subject      TEXT NOT NULL,
  item_kind    TEXT NOT NULL CHECK (item_kind IN ('purpose', 'subscription')),
  item         TEXT NOT NULL,
  decision     TEXT NOT NULL CHECK (decision IN
    ('given', 'pending', 'refused', 'withdrawn', 'objected', 'restricted', 'expired')),
  legal_basis  TEXT NOT NULL,
  source       TEXT NOT NULL,
  actor        TEXT NOT NULL,
  recorded_at  INTEGER NOT NULL, -- UTC ms, the server's clock
  statement    TEXT REFERENCES statement (sha256),
  form         TEXT,
  form_version INTEGER,
  page         TEXT,
  locale       TEXT NOT NULL,
  comment      TEXT, -- salted SHA-256
  submission   TEXT,
  sha256       TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

CREATE INDEX record_by_person ON record (person, sequence);
CREATE INDEX record_by_submission ON record (submission) WHERE submission IS NOT NULL;

CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

-- INSERT OR REPLACE deletes without firing a delete trigger, so replacing is refused here.
CREATE TRIGGER record_is_never_replaced BEFORE INSERT ON record
WHEN EXISTS (SELECT 1 FROM record WHERE id = NEW.id OR sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

-- What holds now: kept by the trigger below, so that it can never differ from the ledger.
CREATE TABLE standing (
  person      TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  item_kind   TEXT NOT NULL,
  item        TEXT NOT NULL,
  decision    TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  source      TEXT NOT NULL,
  since       INTEGER NOT NULL,
  record      TEXT NOT NULL,
  PRIMARY KEY (person, item_kind, item)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER record_makes_standing AFTER INSERT ON record
BEGIN
  INSERT INTO standing (person, item_kind, item, decision, legal_basis, source, since, record)
  VALUES (NEW.person, NEW.item_kind, NEW.item, NEW.decision, NEW.legal_basis, NEW.source, NEW.recorded_at, NEW.id)
  ON CONFLICT (person, item_kind, item) DO UPDATE SET
    decision = excluded.decision,
    legal_basis = excluded.legal_basis,
    source = excluded.source,
    since = excluded.since,
    record = excluded.record;
END;

-- Opens a record's subject: SHA-256 of salt and address. Erased with the person.
CREATE TABLE subject (
  sha256 TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  email  TEXT NOT NULL,
  salt   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX subject_by_person ON subject (person);

-- Opens a record's comment. Erased with the person.
CREATE TABLE comment (
  record TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  salt   TEXT NOT NULL,
  text   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX comment_by_person ON comment (person);

-- Where a submission came from, for a short while (setting evidence-days).
CREATE TABLE evidence (
  submission TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  ip         TEXT,
  user_agent TEXT,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_by_expiry ON evidence (expires_at);
