-- A notice is no consent: `informed` is a decision of its own. Notices were recorded as `given` until now. What
-- a record was sealed with stays beside it, so that the ledger still verifies; it is read as `informed`.
-- A record also says what it counts as, so that imports and erasures are counted apart from what people decided.
DROP TRIGGER wording_is_counted;
DROP TRIGGER wording_is_counted_anew;
DROP TRIGGER wording_is_counted_no_more;

CREATE TABLE record_next (
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
  CHECK (decision <> 'informed' OR item_kind = 'purpose')
) STRICT;

-- A notice: the statement shows the purpose without a question, or nothing was shown and none is asked.
INSERT INTO record_next (sequence, id, person, subject, item_kind, item, decision, legal_basis, source, actor,
  recorded_at, statement, form, form_version, page, locale, comment, submission, sha256, sealed_as, counted_as)
SELECT sequence, id, person, subject, item_kind, item, iif(notice, 'informed', decision), legal_basis, source, actor,
  recorded_at, statement, form, form_version, page, locale, comment, submission, sha256, iif(notice, 'given', NULL),
  CASE
    WHEN source = 'import' THEN 'import'
    WHEN decision = 'withdrawn' AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = old.person)
      AND recorded_at = (SELECT MAX(last.recorded_at) FROM record last WHERE last.person = old.person) THEN 'erasure'
    ELSE 'own'
  END
FROM (
  SELECT r.*, r.item_kind = 'purpose' AND r.decision = 'given' AND (
    (r.statement IS NULL AND EXISTS (SELECT 1 FROM purpose p WHERE p.key = r.item AND p.explicit = 0))
    OR EXISTS (
      SELECT 1
      FROM statement t, json_each(t.content, '$.sections') s, json_each(s.value, '$.purposes') p
      WHERE t.sha256 = r.statement AND p.value ->> '$.key' = r.item AND p.value ->> '$.asks' = 0)
    OR EXISTS (
      SELECT 1
      FROM statement t, json_each(t.content, '$.purposes') p
      WHERE t.sha256 = r.statement AND p.value ->> '$.key' = r.item AND p.value ->> '$.change' = 'object')
  ) AS notice
  FROM record r
) old
ORDER BY sequence;

DROP TABLE record;
ALTER TABLE record_next RENAME TO record;

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

-- The triggers of standing count these anew.
UPDATE standing
SET decision = 'informed'
WHERE decision = 'given' AND EXISTS (
  SELECT 1 FROM record r WHERE r.id = standing.record AND r.decision = 'informed');

-- What is counted: what people decided, or what was registered, imported and erased.
DROP TABLE record_count;
CREATE TABLE record_count (
  day        TEXT NOT NULL,
  item_kind  TEXT NOT NULL,
  item       TEXT NOT NULL,
  decision   TEXT NOT NULL,
  counted_as TEXT NOT NULL,
  count      INTEGER NOT NULL,
  PRIMARY KEY (item_kind, item, day, decision, counted_as)
) STRICT, WITHOUT ROWID;

INSERT INTO record_count (day, item_kind, item, decision, counted_as, count)
SELECT date(recorded_at / 1000, 'unixepoch'), item_kind, item, decision, counted_as, COUNT(*)
FROM record
GROUP BY 1, 2, 3, 4, 5;

CREATE TRIGGER record_is_counted AFTER INSERT ON record
BEGIN
  INSERT INTO record_count (day, item_kind, item, decision, counted_as, count)
  VALUES (date(NEW.recorded_at / 1000, 'unixepoch'), NEW.item_kind, NEW.item, NEW.decision, NEW.counted_as, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

-- By which words people consented or were told. The counts themselves stay as they are.
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

-- Submissions and segments say it as the ledger does.
UPDATE submission
SET decisions = (
  SELECT json_group_array(json(iif(
    d.value ->> '$.decision' = 'given' AND EXISTS (
      SELECT 1
      FROM statement t, json_each(t.content, '$.sections') s, json_each(s.value, '$.purposes') p
      WHERE t.sha256 = submission.statement AND p.value ->> '$.key' = d.value ->> '$.purpose'
        AND p.value ->> '$.asks' = 0),
    json_set(d.value, '$.decision', 'informed'), d.value)))
  FROM json_each(submission.decisions) d)
WHERE EXISTS (
  SELECT 1
  FROM statement t, json_each(t.content, '$.sections') s, json_each(s.value, '$.purposes') p
  WHERE t.sha256 = submission.statement AND p.value ->> '$.asks' = 0);

UPDATE segment
SET filter = json_set(filter, '$.decision', 'informed')
WHERE filter ->> '$.decision' = 'given'
  AND EXISTS (SELECT 1 FROM purpose WHERE key = filter ->> '$.purpose' AND explicit = 0);
