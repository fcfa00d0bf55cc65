-- The ledger, what follows from it, and beside it what opens it and can be erased. It is stored small, in numbers
-- and bytes; the views `record` and `standing` say it in words. No column identifies anyone once what is beside it is
-- erased: person is a number whose id is random, subject and comment are salted hashes whose salts are elsewhere.

-- What records say by a number: decisions, legal bases, sources, actors, locales, forms and pages.
CREATE TABLE term (
  code INTEGER PRIMARY KEY CHECK (code > 0),
  word TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER term_is_never_changed BEFORE UPDATE ON term
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER term_is_never_deleted BEFORE DELETE ON term
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

-- INSERT OR REPLACE deletes without firing a delete trigger, so replacing is refused here and below: a number that
-- SQLite is still to give is -1 in the trigger, and looked up by nobody. What is there already, and no word, is passed
-- over: so that writers insert without a SELECT, which D1 bills for a row of its own. Whether something is IN an index
-- is no row read.
CREATE TRIGGER term_is_never_replaced BEFORE INSERT ON term
BEGIN
  SELECT CASE
    WHEN NEW.code > 0 AND EXISTS (SELECT 1 FROM term WHERE code = NEW.code) THEN RAISE(ABORT, 'the ledger only grows')
    WHEN NEW.word IS NULL OR NEW.word IN (SELECT word FROM term) THEN RAISE(IGNORE)
  END;
END;

-- What is decided of: a purpose or a subscription type, by the key that the lists know it by. The lists' own
-- triggers add it, and say which purpose a subscription type is under.
CREATE TABLE item (
  code    INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (kind IN ('purpose', 'subscription')),
  key     TEXT NOT NULL,
  purpose INTEGER,
  UNIQUE (kind, key)
) STRICT;

CREATE TRIGGER item_is_never_changed BEFORE UPDATE OF code, kind, key ON item
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

-- UPDATE OF does not see code set by its other name, rowid.
CREATE TRIGGER item_is_never_renumbered BEFORE UPDATE ON item
WHEN NEW.code <> OLD.code
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER item_is_never_deleted BEFORE DELETE ON item
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER item_is_never_replaced BEFORE INSERT ON item
BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM item WHERE code = NEW.code) THEN RAISE(ABORT, 'the ledger only grows')
    WHEN EXISTS (SELECT 1 FROM item WHERE kind = NEW.kind AND key = NEW.key) THEN RAISE(IGNORE)
  END;
END;

-- One act about one person: what all of its records share. Codes are those of term.
CREATE TABLE occasion (
  number       INTEGER PRIMARY KEY CHECK (number > 0),
  -- A UUIDv7 whose last twelve bits are left to the records: each has its position there.
  base         BLOB NOT NULL CHECK (length(base) = 16),
  person       INTEGER NOT NULL,
  subject      BLOB NOT NULL,
  source       INTEGER NOT NULL,
  actor        INTEGER NOT NULL,
  recorded_at  INTEGER NOT NULL, -- UTC ms, the server's clock
  decided_at   INTEGER,          -- UTC ms; when someone decided, where that was before it was recorded here
  statement    INTEGER CHECK (statement > 0), -- a number of statement, where none is ever deleted
  form         INTEGER,
  form_version INTEGER,
  page         INTEGER,
  locale       INTEGER NOT NULL,
  comment      BLOB,             -- salted SHA-256
  submission   BLOB,             -- its UUID; empty where that is the base
  counted_as   INTEGER NOT NULL
) STRICT;

CREATE INDEX occasion_by_person -- What did this person decide, and in which order?
ON occasion (person);

CREATE TRIGGER occasion_is_never_changed BEFORE UPDATE ON occasion
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER occasion_is_never_deleted BEFORE DELETE ON occasion
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER occasion_is_never_replaced BEFORE INSERT ON occasion
WHEN NEW.number > 0 AND EXISTS (SELECT 1 FROM occasion WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

-- One row is one decision.
CREATE TABLE decided (
  occasion    INTEGER NOT NULL,
  n           INTEGER NOT NULL CHECK (n BETWEEN 0 AND 4095),
  item        INTEGER NOT NULL,
  decision    INTEGER NOT NULL CHECK (decision BETWEEN 1 AND 8),
  legal_basis INTEGER NOT NULL,
  sha256      BLOB NOT NULL CHECK (length(sha256) = 32),
  -- What the hash says of the decision, where that is read otherwise since.
  sealed_as   INTEGER CHECK (sealed_as IS NULL OR (sealed_as = 1 AND decision = 3)),
  -- What held until then, and the occasion that it was decided on: so that counting looks nothing up.
  before      INTEGER,
  before_on   INTEGER,
  PRIMARY KEY (occasion, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER decided_is_never_changed BEFORE UPDATE ON decided
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER decided_is_never_deleted BEFORE DELETE ON decided
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER decided_is_never_replaced BEFORE INSERT ON decided
WHEN EXISTS (SELECT 1 FROM decided WHERE occasion = NEW.occasion AND n = NEW.n)
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER only_of_purposes_is_anyone_informed BEFORE INSERT ON decided
WHEN NEW.decision = 3 AND (SELECT kind FROM item WHERE code = NEW.item) <> 'purpose'
BEGIN SELECT RAISE(ABORT, 'people are informed of purposes only'); END;

-- What holds now: kept by the triggers below, so that it can never differ from the ledger. A foreign key to the
-- person would be looked up for each record; `subject` has one, which every act writes.
CREATE TABLE held (
  person      INTEGER NOT NULL,
  item        INTEGER NOT NULL,
  decision    INTEGER NOT NULL,
  legal_basis INTEGER NOT NULL,
  source      INTEGER NOT NULL,
  since       INTEGER NOT NULL, -- UTC ms
  occasion    INTEGER NOT NULL,
  n           INTEGER NOT NULL,
  PRIMARY KEY (person, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX held_by_item -- Of whom does this decision of an item hold now, in the order of people?
ON held (item, decision, person);

CREATE TRIGGER decided_is_held AFTER INSERT ON decided
BEGIN
  INSERT INTO held (person, item, decision, legal_basis, source, since, occasion, n)
  SELECT person, NEW.item, NEW.decision, NEW.legal_basis, source, recorded_at, number, NEW.n
  FROM occasion
  WHERE number = NEW.occasion
  ON CONFLICT (person, item) DO UPDATE SET
    decision = excluded.decision,
    legal_basis = excluded.legal_basis,
    source = excluded.source,
    since = excluded.since,
    occasion = excluded.occasion,
    n = excluded.n;
END;

CREATE TRIGGER held_goes_with_its_person AFTER DELETE ON person
BEGIN
  DELETE FROM held WHERE person = OLD.number;
END;

-- The ledger in words, as it is sealed, exported and verified. `sequence` grows strictly; `number` is that of the
-- person. The words that every installation has stand here, so that no row is read for them: `stored.test.ts` compares
-- them with the table.
CREATE VIEW record AS
SELECT
  o.number * 4096 + d.n AS sequence,
  format('%s-%s-%s-%s-%s%03x', lower(hex(substr(o.base, 1, 4))), lower(hex(substr(o.base, 5, 2))),
    lower(hex(substr(o.base, 7, 2))), lower(hex(substr(o.base, 9, 2))), substr(lower(hex(o.base)), 21, 9), d.n) AS id,
  COALESCE((SELECT id FROM person WHERE number = o.person), (SELECT id FROM former_person WHERE number = o.person)) AS person,
  lower(hex(o.subject)) AS subject,
  i.kind AS item_kind,
  i.key AS item,
  '["given","pending","informed","refused","withdrawn","objected","restricted","expired"]' ->> (d.decision - 1) AS decision,
  CASE WHEN d.legal_basis BETWEEN 26 AND 31
    THEN '["61A","61B","61C","61D","61E","61F"]' ->> (d.legal_basis - 26)
    ELSE (SELECT word FROM term WHERE code = d.legal_basis) END AS legal_basis,
  CASE WHEN o.source BETWEEN 9 AND 25
    THEN '["own","import","erasure","person","undo","system","web-form","preference-centre","e-mail","chat","phone","meeting","event","business-card","social-media","api","manual"]' ->> (o.source - 9)
    WHEN o.source = 44 THEN 'automatic'
    ELSE (SELECT word FROM term WHERE code = o.source) END AS source,
  iif(o.actor = 12, 'person', (SELECT word FROM term WHERE code = o.actor)) AS actor,
  o.recorded_at,
  o.decided_at,
  (SELECT sha256 FROM statement WHERE number = o.statement) AS statement,
  (SELECT word FROM term WHERE code = o.form) AS form,
  o.form_version,
  (SELECT word FROM term WHERE code = o.page) AS page,
  CASE WHEN o.locale BETWEEN 32 AND 43
    THEN '["en","da","de","sv","nb","fi","nl","fr","es","it","pl","ar"]' ->> (o.locale - 32)
    ELSE (SELECT word FROM term WHERE code = o.locale) END AS locale,
  iif(o.comment IS NULL, NULL, lower(hex(o.comment))) AS comment,
  -- NULL where there is none, for format would make an empty UUID of it.
  iif(o.submission IS NULL, NULL, (SELECT format('%s-%s-%s-%s-%s', substr(h, 1, 8), substr(h, 9, 4), substr(h, 13, 4),
    substr(h, 17, 4), substr(h, 21)) FROM (SELECT lower(hex(iif(o.submission = x'', o.base, o.submission))) AS h))) AS submission,
  lower(hex(d.sha256)) AS sha256,
  '["given","pending","informed","refused","withdrawn","objected","restricted","expired"]' ->> (d.sealed_as - 1) AS sealed_as,
  '["own","import","erasure"]' ->> (o.counted_as - 9) AS counted_as,
  o.person AS number,
  o.number AS occasion,
  d.n AS position
FROM occasion o
CROSS JOIN decided d ON d.occasion = o.number
CROSS JOIN item i ON i.code = d.item;

-- The ledger writes `occasion` and `decided`: worker/ledger/write.ts.
CREATE TRIGGER record_is_never_added INSTEAD OF INSERT ON record
BEGIN SELECT RAISE(ABORT, 'the ledger only grows by occasion and decided'); END;

CREATE TRIGGER record_is_never_changed INSTEAD OF UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER record_is_never_deleted INSTEAD OF DELETE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

-- What holds now, in words: for one person at a time. Who holds an item is found by held_by_item.
CREATE VIEW standing AS
SELECT
  p.id AS person,
  i.kind AS item_kind,
  i.key AS item,
  '["given","pending","informed","refused","withdrawn","objected","restricted","expired"]' ->> (h.decision - 1) AS decision,
  CASE WHEN h.legal_basis BETWEEN 26 AND 31
    THEN '["61A","61B","61C","61D","61E","61F"]' ->> (h.legal_basis - 26)
    ELSE (SELECT word FROM term WHERE code = h.legal_basis) END AS legal_basis,
  CASE WHEN h.source BETWEEN 9 AND 25
    THEN '["own","import","erasure","person","undo","system","web-form","preference-centre","e-mail","chat","phone","meeting","event","business-card","social-media","api","manual"]' ->> (h.source - 9)
    WHEN h.source = 44 THEN 'automatic'
    ELSE (SELECT word FROM term WHERE code = h.source) END AS source,
  h.since,
  (SELECT format('%s-%s-%s-%s-%s%03x', lower(hex(substr(o.base, 1, 4))), lower(hex(substr(o.base, 5, 2))),
    lower(hex(substr(o.base, 7, 2))), lower(hex(substr(o.base, 9, 2))), substr(lower(hex(o.base)), 21, 9), h.n)
    FROM occasion o WHERE o.number = h.occasion) AS record
FROM person p
CROSS JOIN held h ON h.person = p.number
CROSS JOIN item i ON i.code = h.item;

-- Opens the subject of occasions, SHA-256 of salt and address, and their comment in the same way, with a salt of its
-- own. Erased with the person.
CREATE TABLE subject (
  person       INTEGER NOT NULL REFERENCES person (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  sha256       BLOB NOT NULL,
  email        TEXT NOT NULL,
  salt         BLOB NOT NULL,
  comment      TEXT,
  comment_salt BLOB,
  PRIMARY KEY (person, sha256)
) STRICT, WITHOUT ROWID;
