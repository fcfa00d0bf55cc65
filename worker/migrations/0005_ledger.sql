-- The ledger, what follows from it, and beside it what opens it and can be erased.

-- One row is one decision. No column identifies anybody once what stands beside it is erased:
-- person is a random id, subject and comment are salted hashes whose salts stand elsewhere.
CREATE TABLE record (
  sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
  id           TEXT NOT NULL UNIQUE, -- UUIDv7
  person       TEXT NOT NULL,
  subject      TEXT NOT NULL,
  item_kind    TEXT NOT NULL CHECK (item_kind IN ('purpose', 'subscription')),
  item         TEXT NOT NULL,
  decision     TEXT NOT NULL CHECK (decision IN
    ('given', 'pending', 'informed', 'refused', 'withdrawn', 'objected', 'restricted', 'expired')),
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
  sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
  -- What the hash says of the decision, where that is read otherwise since.
  sealed_as    TEXT CHECK (sealed_as IS NULL OR (sealed_as = 'given' AND decision = 'informed')),
  counted_as   TEXT NOT NULL DEFAULT 'own' CHECK (counted_as IN ('own', 'import', 'erasure')),
  decided_at   INTEGER, -- UTC ms; when someone decided, where that was before it was recorded here: an import says so
  CHECK (decision <> 'informed' OR item_kind = 'purpose')
) STRICT;

CREATE INDEX record_by_person ON record (person, sequence);

CREATE INDEX record_by_submission ON record (submission) WHERE submission IS NOT NULL;

-- Days are those of the operator's time zone.
CREATE TRIGGER record_is_counted AFTER INSERT ON record
BEGIN
  INSERT INTO record_count (day, item_kind, item, decision, counted_as, count)
  SELECT date((NEW.recorded_at + offset_ms) / 1000, 'unixepoch'), NEW.item_kind, NEW.item, NEW.decision, NEW.counted_as, 1
  FROM zone_offset
  WHERE starts_at <= NEW.recorded_at
  ORDER BY starts_at DESC
  LIMIT 1
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

-- INSERT OR REPLACE deletes without firing a delete trigger, so replacing is refused here.
CREATE TRIGGER record_is_never_replaced BEFORE INSERT ON record
WHEN EXISTS (SELECT 1 FROM record WHERE id = NEW.id OR sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

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

-- What holds now: kept by the trigger record_makes_standing, so that it can never differ from the ledger.
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

CREATE INDEX standing_by_age ON standing (item_kind, item, decision, since);

CREATE INDEX standing_by_item ON standing (item_kind, item, decision, person);

CREATE INDEX standing_by_legal_basis ON standing (legal_basis, person);

CREATE INDEX standing_by_source ON standing (source, person);

CREATE TRIGGER standing_is_counted AFTER INSERT ON standing
BEGIN
  INSERT INTO standing_count (item_kind, item, decision, count)
  VALUES (NEW.item_kind, NEW.item, NEW.decision, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER standing_is_counted_anew AFTER UPDATE OF decision ON standing
WHEN NEW.decision <> OLD.decision
BEGIN
  UPDATE standing_count SET count = count - 1
  WHERE item_kind = OLD.item_kind AND item = OLD.item AND decision = OLD.decision;
  INSERT INTO standing_count (item_kind, item, decision, count)
  VALUES (NEW.item_kind, NEW.item, NEW.decision, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER standing_is_counted_no_more AFTER DELETE ON standing
BEGIN
  UPDATE standing_count SET count = count - 1
  WHERE item_kind = OLD.item_kind AND item = OLD.item AND decision = OLD.decision;
END;

CREATE TRIGGER wording_is_counted AFTER INSERT ON standing
WHEN NEW.item_kind = 'purpose' AND NEW.decision IN ('given', 'informed')
BEGIN
  INSERT INTO wording_count (purpose, statement, count)
  SELECT NEW.item, COALESCE(statement, ''), 1 FROM record WHERE id = NEW.record
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER wording_is_counted_anew AFTER UPDATE OF record ON standing
WHEN NEW.item_kind = 'purpose' AND (OLD.decision IN ('given', 'informed') OR NEW.decision IN ('given', 'informed'))
BEGIN
  UPDATE wording_count SET count = count - 1
  WHERE OLD.decision IN ('given', 'informed') AND purpose = OLD.item
    AND statement = (SELECT COALESCE(statement, '') FROM record WHERE id = OLD.record);
  INSERT INTO wording_count (purpose, statement, count)
  SELECT NEW.item, COALESCE(statement, ''), 1 FROM record
  WHERE NEW.decision IN ('given', 'informed') AND id = NEW.record
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER wording_is_counted_no_more AFTER DELETE ON standing
WHEN OLD.item_kind = 'purpose' AND OLD.decision IN ('given', 'informed')
BEGIN
  UPDATE wording_count SET count = count - 1
  WHERE purpose = OLD.item AND statement = (SELECT COALESCE(statement, '') FROM record WHERE id = OLD.record);
END;

-- How many stand how. It follows standing, whatever changes that.
CREATE TABLE standing_count (
  item_kind TEXT NOT NULL,
  item      TEXT NOT NULL,
  decision  TEXT NOT NULL,
  count     INTEGER NOT NULL,
  PRIMARY KEY (item_kind, item, decision)
) STRICT, WITHOUT ROWID;

-- How many consented or were told, by the words that they were shown: the statement of the record that holds.
CREATE TABLE wording_count (
  purpose   TEXT NOT NULL,
  statement TEXT NOT NULL, -- '' where no words of ours were shown: registered by hand, imported
  count     INTEGER NOT NULL,
  PRIMARY KEY (purpose, statement)
) STRICT, WITHOUT ROWID;

-- What was decided, by day: what people decided, or what was registered, imported and erased.
CREATE TABLE record_count (
  day        TEXT NOT NULL,
  item_kind  TEXT NOT NULL,
  item       TEXT NOT NULL,
  decision   TEXT NOT NULL,
  counted_as TEXT NOT NULL,
  count      INTEGER NOT NULL,
  PRIMARY KEY (item_kind, item, day, decision, counted_as)
) STRICT, WITHOUT ROWID;

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
