-- The schema after all migrations, for reading. Written by `npm run schema`; do not edit it.
-- Each table and view is followed by its indexes and its triggers.

CREATE TABLE legal_basis (
  key    TEXT PRIMARY KEY,
  active INTEGER NOT NULL DEFAULT 1,
  rank   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE legal_basis_text (
  legal_basis TEXT NOT NULL REFERENCES legal_basis (key),
  locale      TEXT NOT NULL,
  name        TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (legal_basis, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  key              TEXT PRIMARY KEY,
  active           INTEGER NOT NULL DEFAULT 1,
  rank             INTEGER NOT NULL DEFAULT 0,
  -- The mail template of the privacy notice, and whether it is sent automatically (GDPR art. 13 and 14).
  notice_template  TEXT,
  notice_automatic INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE source_text (
  source TEXT NOT NULL REFERENCES source (key),
  locale TEXT NOT NULL,
  name   TEXT NOT NULL,
  PRIMARY KEY (source, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE purpose (
  key            TEXT PRIMARY KEY,
  active         INTEGER NOT NULL DEFAULT 1,
  rank           INTEGER NOT NULL DEFAULT 0,
  legal_basis    TEXT NOT NULL REFERENCES legal_basis (key),
  -- 1: asked with a checkbox. 0: told in a notice, without a question.
  explicit       INTEGER NOT NULL DEFAULT 1,
  retention_days INTEGER,
  -- Who gets the data and where it is stored (GDPR art. 30), where that is not what the settings say of all.
  recipients     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients)),
  storage        TEXT NOT NULL DEFAULT '',
  subjects       TEXT NOT NULL DEFAULT '', -- whose data it is
  transfers      TEXT NOT NULL DEFAULT '', -- outside the EU and EEA
  security       TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER purpose_is_an_item AFTER INSERT ON purpose
BEGIN
  INSERT INTO item (kind, key) VALUES ('purpose', NEW.key);
END;

CREATE TABLE purpose_text (
  purpose       TEXT NOT NULL REFERENCES purpose (key),
  locale        TEXT NOT NULL,
  title         TEXT NOT NULL,
  approval      TEXT NOT NULL, -- beside the checkbox
  notice        TEXT NOT NULL, -- in its place where nothing is asked
  description   TEXT NOT NULL, -- the long text
  privacy_title TEXT NOT NULL,
  privacy_url   TEXT NOT NULL,
  PRIMARY KEY (purpose, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE subscription_type (
  key     TEXT PRIMARY KEY,
  purpose TEXT NOT NULL REFERENCES purpose (key),
  channel TEXT NOT NULL CHECK (channel IN ('e-mail', 'sms', 'phone', 'post')),
  active  INTEGER NOT NULL DEFAULT 1,
  rank    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER subscription_type_is_an_item AFTER INSERT ON subscription_type
BEGIN
  INSERT INTO item (kind, key) VALUES ('subscription', NEW.key);

  UPDATE item
  SET purpose = (SELECT code FROM item WHERE kind = 'purpose' AND key = NEW.purpose)
  WHERE kind = 'subscription' AND key = NEW.key;
END;

CREATE TRIGGER subscription_type_is_not_moved BEFORE UPDATE OF purpose ON subscription_type
WHEN NEW.purpose <> OLD.purpose AND EXISTS (
  SELECT 1
  FROM item i
  JOIN held h ON h.item = i.code
  WHERE i.kind = 'subscription' AND i.key = OLD.key AND h.decision IN (1, 2))
BEGIN SELECT RAISE(ABORT, 'a subscription type is not moved while anyone is subscribed to it'); END;

CREATE TRIGGER subscription_type_item_is_moved AFTER UPDATE OF purpose ON subscription_type
BEGIN
  UPDATE item
  SET purpose = (SELECT code FROM item WHERE kind = 'purpose' AND key = NEW.purpose)
  WHERE kind = 'subscription' AND key = NEW.key;
END;

CREATE TABLE subscription_type_text (
  subscription_type TEXT NOT NULL REFERENCES subscription_type (key),
  locale            TEXT NOT NULL,
  name              TEXT NOT NULL,
  description       TEXT NOT NULL,
  frequency         TEXT NOT NULL DEFAULT '', -- how often it comes: 'Once a month'
  PRIMARY KEY (subscription_type, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE zone_offset (
  starts_at INTEGER PRIMARY KEY, -- UTC ms
  offset_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE statement (
  number     INTEGER PRIMARY KEY, -- stands for the hash in the ledger
  sha256     TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  content    TEXT NOT NULL, -- RFC 8785 JSON; its SHA-256 is the key
  created_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER statement_is_never_changed BEFORE UPDATE ON statement
BEGIN SELECT RAISE(ABORT, 'a statement is never changed'); END;

CREATE TRIGGER statement_is_never_deleted BEFORE DELETE ON statement
BEGIN SELECT RAISE(ABORT, 'a statement is never deleted'); END;

CREATE TRIGGER statement_is_never_replaced BEFORE INSERT ON statement
BEGIN
  SELECT CASE
    WHEN NEW.number IN (SELECT number FROM statement) THEN RAISE(ABORT, 'a statement is never changed')
    WHEN (SELECT content FROM statement WHERE sha256 = NEW.sha256) <> NEW.content
      THEN RAISE(ABORT, 'a statement is never changed')
    WHEN NEW.sha256 IN (SELECT sha256 FROM statement) THEN RAISE(IGNORE)
  END;
END;

CREATE TABLE form (
  key             TEXT PRIMARY KEY,
  version         INTEGER NOT NULL,
  locale          TEXT NOT NULL,           -- the locale to fall back to
  active          INTEGER NOT NULL DEFAULT 1,
  origins         TEXT NOT NULL CHECK (json_valid(origins)),
  expires_at      INTEGER,                 -- UTC ms
  max_submissions INTEGER,
  inactive        TEXT NOT NULL CHECK (json_valid(inactive)), -- message per locale
  updated_at      INTEGER NOT NULL,
  -- Of whom what a form says is kept with the person only after someone has looked at it.
  review          TEXT NOT NULL DEFAULT 'none' CHECK (review IN ('none', 'unknown', 'all')),
  -- As it was last published, with what may change in place; form_version keeps what each version began as.
  definition      TEXT CHECK (definition IS NULL OR json_valid(definition))
) STRICT;

CREATE TABLE form_version (
  form         TEXT NOT NULL REFERENCES form (key),
  version      INTEGER NOT NULL,
  definition   TEXT NOT NULL CHECK (json_valid(definition)),
  published_at INTEGER NOT NULL,
  PRIMARY KEY (form, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER form_version_is_never_changed BEFORE UPDATE ON form_version
BEGIN SELECT RAISE(ABORT, 'a form version is never changed'); END;

CREATE TRIGGER form_version_is_never_deleted BEFORE DELETE ON form_version
WHEN EXISTS (SELECT 1 FROM counted_form WHERE form = OLD.form AND submissions > 0)
  OR EXISTS (SELECT 1 FROM form_count WHERE form = OLD.form AND what = 'submitted')
BEGIN SELECT RAISE(ABORT, 'a form version is never deleted'); END;

CREATE TRIGGER form_version_is_never_replaced BEFORE INSERT ON form_version
WHEN EXISTS (SELECT 1 FROM form_version WHERE form = NEW.form AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a form version is never changed'); END;

CREATE TABLE form_statement (
  form      TEXT NOT NULL,
  version   INTEGER NOT NULL,
  locale    TEXT NOT NULL,
  part      TEXT NOT NULL CHECK (part IN ('form', 'field')),
  statement TEXT NOT NULL REFERENCES statement (sha256),
  PRIMARY KEY (form, version, locale, part),
  FOREIGN KEY (form, version) REFERENCES form_version (form, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER form_statement_is_never_changed BEFORE UPDATE ON form_statement
BEGIN SELECT RAISE(ABORT, 'what a version shows is never changed'); END;

CREATE TRIGGER form_statement_is_never_deleted BEFORE DELETE ON form_statement
WHEN EXISTS (SELECT 1 FROM counted_form WHERE form = OLD.form AND submissions > 0)
  OR EXISTS (SELECT 1 FROM form_count WHERE form = OLD.form AND what = 'submitted')
BEGIN SELECT RAISE(ABORT, 'what a version shows is never deleted'); END;

CREATE TRIGGER form_statement_is_never_replaced BEFORE INSERT ON form_statement
WHEN EXISTS (SELECT 1 FROM form_statement
  WHERE form = NEW.form AND version = NEW.version AND locale = NEW.locale AND part = NEW.part)
BEGIN SELECT RAISE(ABORT, 'what a version shows is never changed'); END;

CREATE TABLE form_draft (
  form       TEXT PRIMARY KEY,
  definition TEXT NOT NULL CHECK (json_valid(definition)), -- may be incomplete
  updated_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE image (
  sha256     TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  type       TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER image_is_never_changed BEFORE UPDATE ON image
BEGIN SELECT RAISE(ABORT, 'an image is never changed'); END;

CREATE TRIGGER image_is_never_deleted BEFORE DELETE ON image
BEGIN SELECT RAISE(ABORT, 'an image is never deleted'); END;

CREATE TRIGGER image_is_never_replaced BEFORE INSERT ON image
WHEN NEW.sha256 IN (SELECT sha256 FROM image)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TABLE form_count (
  form  TEXT NOT NULL,
  day   TEXT NOT NULL, -- UTC
  what  TEXT NOT NULL CHECK (what IN ('shown', 'started', 'submitted', 'confirmed')),
  page  TEXT NOT NULL DEFAULT '', -- without its query
  utm   TEXT NOT NULL DEFAULT '', -- source/medium/campaign
  count INTEGER NOT NULL,
  PRIMARY KEY (form, day, what, page, utm)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER form_count_grows_late AFTER UPDATE OF count ON form_count
WHEN NEW.what = 'submitted' AND NEW.day <= (SELECT day FROM counted WHERE one = 1)
BEGIN
  UPDATE counted_form SET submissions = submissions + NEW.count - OLD.count WHERE form = NEW.form;
END;

CREATE TRIGGER form_count_is_late AFTER INSERT ON form_count
WHEN NEW.what = 'submitted' AND NEW.day <= (SELECT day FROM counted WHERE one = 1)
BEGIN
  INSERT INTO counted_form (form, submissions)
  VALUES (NEW.form, NEW.count)
  ON CONFLICT DO UPDATE SET submissions = submissions + NEW.count;
END;

CREATE TRIGGER form_count_of_nothing_is_passed_over BEFORE INSERT ON form_count
WHEN NEW.form IS NULL
BEGIN SELECT RAISE(IGNORE); END;

CREATE TABLE person (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  email      TEXT NOT NULL UNIQUE,
  locale     TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Links that were made before this moment (UTC ms) open nothing any more.
  links_after INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER connected_person_moves AFTER UPDATE OF email ON person
WHEN OLD.email <> NEW.email AND (SELECT COUNT(*) FROM connection) > 0
BEGIN
  -- Also of someone who was never read there: what they said under the address that they had counts.
  INSERT INTO connected (person, connection, contacts, differences, moved, seen_at, before)
  SELECT NEW.number, number, '[]', '{}', 1, 0, json_array(OLD.email)
  FROM connection
  WHERE true
  ON CONFLICT (person, connection) DO UPDATE SET
    moved = 1,
    before = json_insert(COALESCE(before, '[]'), '$[#]', OLD.email);
END;

CREATE TRIGGER due_person_goes_with_its_person BEFORE DELETE ON person
BEGIN
  DELETE FROM due_person WHERE number = OLD.number;
END;

CREATE TRIGGER erased_person_is_an_event AFTER DELETE ON person
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, at)
  VALUES ('person.erased', OLD.id, CAST(unixepoch('subsec') * 1000 AS INTEGER));
END;

CREATE TRIGGER erased_person_is_passed_on BEFORE DELETE ON person
WHEN (SELECT COUNT(*) FROM connection) > 0
BEGIN
  INSERT INTO connection_erasure (connection, person, contacts, asked_at)
  SELECT connection, OLD.id, (SELECT json_group_array(value ->> 'id') FROM json_each(contacts)),
    CAST(unixepoch('subsec') * 1000 AS INTEGER)
  FROM connected
  WHERE person = OLD.number AND json_array_length(contacts) > 0;
  DELETE FROM connected WHERE person = OLD.number;
END;

CREATE TRIGGER held_goes_with_its_person AFTER DELETE ON person
BEGIN
  DELETE FROM held WHERE person = OLD.number;
END;

CREATE TRIGGER new_person_is_an_event AFTER INSERT ON person
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, at) VALUES ('person.created', NEW.id, NEW.created_at);
END;

CREATE TRIGGER person_address_is_searched AFTER UPDATE OF email ON person
WHEN NEW.number <= (SELECT number FROM person_words_upto WHERE one = 1)
BEGIN
  INSERT INTO person_words_due (number) VALUES (NEW.number) ON CONFLICT (number) DO NOTHING;
END;

CREATE TRIGGER person_is_counted_no_more AFTER DELETE ON person
BEGIN
  UPDATE counted SET people = people - 1 WHERE person >= OLD.number;
END;

CREATE TRIGGER person_is_former AFTER DELETE ON person
BEGIN
  INSERT INTO former_person (number, id) VALUES (OLD.number, OLD.id);
  INSERT INTO erased (person) VALUES (OLD.id);
END;

CREATE TRIGGER person_number_is_new AFTER INSERT ON person
WHEN EXISTS (SELECT 1 FROM former_person WHERE number >= NEW.number)
BEGIN
  UPDATE person
  SET number = 1 + MAX((SELECT MAX(number) FROM former_person), (SELECT MAX(number) FROM person))
  WHERE number = NEW.number;
END;

CREATE TRIGGER person_without_id_is_passed_over BEFORE INSERT ON person
WHEN NEW.id IS NULL
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER person_words_are_erased AFTER DELETE ON person
WHEN OLD.number <= (SELECT number FROM person_words_upto WHERE one = 1)
BEGIN
  DELETE FROM person_words WHERE rowid = OLD.number;
  DELETE FROM person_words_due WHERE number = OLD.number;
END;

CREATE TABLE former_person (
  number INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER former_person_is_never_changed BEFORE UPDATE ON former_person
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER former_person_is_never_deleted BEFORE DELETE ON former_person
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER former_person_is_never_replaced BEFORE INSERT ON former_person
WHEN NEW.number IN (SELECT number FROM former_person) OR NEW.id IN (SELECT id FROM former_person)
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TABLE erased (
  number INTEGER PRIMARY KEY,
  person TEXT,
  hash   TEXT,
  CHECK ((person IS NULL) <> (hash IS NULL))
) STRICT;

CREATE TRIGGER erased_is_never_changed BEFORE UPDATE ON erased
BEGIN SELECT RAISE(ABORT, 'who was erased stays so'); END;

CREATE TRIGGER erased_is_never_deleted BEFORE DELETE ON erased
BEGIN SELECT RAISE(ABORT, 'who was erased stays so'); END;

CREATE TRIGGER erased_is_never_replaced BEFORE INSERT ON erased
WHEN NEW.number > 0 AND NEW.number IN (SELECT number FROM erased)
BEGIN SELECT RAISE(ABORT, 'who was erased stays so'); END;

CREATE TABLE erased_copy (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  file   INTEGER NOT NULL,
  number INTEGER NOT NULL
) STRICT;

CREATE TABLE person_field (
  person      TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  name        TEXT NOT NULL,
  value       TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER person_name_is_added AFTER INSERT ON person_field
WHEN NEW.name IN ('name', 'given-name', 'family-name')
BEGIN
  INSERT INTO person_words_due (number)
  SELECT number
  FROM person
  WHERE id = NEW.person AND number <= (SELECT number FROM person_words_upto WHERE one = 1)
  ON CONFLICT (number) DO NOTHING;
END;

CREATE TRIGGER person_name_is_changed AFTER UPDATE ON person_field
WHEN NEW.name IN ('name', 'given-name', 'family-name')
BEGIN
  INSERT INTO person_words_due (number)
  SELECT number
  FROM person
  WHERE id = NEW.person AND number <= (SELECT number FROM person_words_upto WHERE one = 1)
  ON CONFLICT (number) DO NOTHING;
END;

CREATE TRIGGER person_name_is_forgotten AFTER DELETE ON person_field
WHEN OLD.name IN ('name', 'given-name', 'family-name')
BEGIN
  INSERT INTO person_words_due (number)
  SELECT number
  FROM person
  WHERE id = OLD.person AND number <= (SELECT number FROM person_words_upto WHERE one = 1)
  ON CONFLICT (number) DO NOTHING;
END;

CREATE TABLE undeliverable (
  person      TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE suppression (
  hash       TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER suppression_is_erased AFTER INSERT ON suppression
BEGIN
  INSERT INTO erased (hash) VALUES (NEW.hash);
END;

CREATE TABLE segment (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  filter     TEXT NOT NULL CHECK (json_valid(filter)),
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE segment_person (
  segment TEXT NOT NULL REFERENCES segment (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  person    TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (segment, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX segment_person_by_person -- Which segments is this person in?
ON segment_person (person);

CREATE VIRTUAL TABLE person_words USING fts5 (words, tokenize = 'trigram remove_diacritics 1');

CREATE TABLE person_words_upto (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL
) STRICT;

CREATE TABLE person_words_due (
  number INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE term (
  code INTEGER PRIMARY KEY CHECK (code > 0),
  word TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER term_is_never_changed BEFORE UPDATE ON term
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER term_is_never_deleted BEFORE DELETE ON term
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER term_is_never_replaced BEFORE INSERT ON term
BEGIN
  SELECT CASE
    WHEN NEW.code > 0 AND EXISTS (SELECT 1 FROM term WHERE code = NEW.code) THEN RAISE(ABORT, 'the ledger only grows')
    WHEN NEW.word IS NULL OR NEW.word IN (SELECT word FROM term) THEN RAISE(IGNORE)
  END;
END;

CREATE TABLE item (
  code    INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (kind IN ('purpose', 'subscription')),
  key     TEXT NOT NULL,
  purpose INTEGER,
  UNIQUE (kind, key)
) STRICT;

CREATE TRIGGER item_is_never_changed BEFORE UPDATE OF code, kind, key ON item
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER item_is_never_deleted BEFORE DELETE ON item
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER item_is_never_renumbered BEFORE UPDATE ON item
WHEN NEW.code <> OLD.code
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER item_is_never_replaced BEFORE INSERT ON item
BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM item WHERE code = NEW.code) THEN RAISE(ABORT, 'the ledger only grows')
    WHEN EXISTS (SELECT 1 FROM item WHERE kind = NEW.kind AND key = NEW.key) THEN RAISE(IGNORE)
  END;
END;

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

CREATE TRIGGER decisions_are_events AFTER INSERT ON occasion
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  SELECT 'decided', id, NEW.number, NEW.recorded_at FROM person WHERE number = NEW.person;
END;

CREATE TRIGGER occasion_is_never_changed BEFORE UPDATE ON occasion
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER occasion_is_never_deleted BEFORE DELETE ON occasion
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER occasion_is_never_replaced BEFORE INSERT ON occasion
WHEN NEW.number > 0 AND EXISTS (SELECT 1 FROM occasion WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

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

CREATE TRIGGER held_is_counted_no_more AFTER DELETE ON held
BEGIN
  INSERT INTO counted_standing (item, decision, count)
  VALUES (OLD.item, OLD.decision, -1)
  ON CONFLICT DO UPDATE SET count = count - 1;

  INSERT INTO counted_wording (item, statement, count)
  SELECT OLD.item, COALESCE(o.statement, 0), -1
  FROM occasion o
  JOIN item i ON i.code = OLD.item
  WHERE o.number = OLD.occasion AND i.kind = 'purpose' AND OLD.decision IN (1, 3)
  ON CONFLICT DO UPDATE SET count = count - 1;
END;

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

CREATE TRIGGER record_is_never_added INSTEAD OF INSERT ON record
BEGIN SELECT RAISE(ABORT, 'the ledger only grows by occasion and decided'); END;

CREATE TRIGGER record_is_never_changed INSTEAD OF UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER record_is_never_deleted INSTEAD OF DELETE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

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

CREATE TABLE subject (
  person       INTEGER NOT NULL REFERENCES person (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  sha256       BLOB NOT NULL,
  email        TEXT NOT NULL,
  salt         BLOB NOT NULL,
  comment      TEXT,
  comment_salt BLOB,
  PRIMARY KEY (person, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  id              TEXT PRIMARY KEY, -- UUIDv7 of recorded_at
  form            TEXT NOT NULL,
  version         INTEGER NOT NULL,
  person          TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  idempotency_key BLOB NOT NULL CHECK (length(idempotency_key) = 16), -- the first half of its SHA-256
  body_sha256     BLOB NOT NULL CHECK (length(body_sha256) = 32),
  -- Its receipt: one that the page has made itself, or the id and these bytes.
  receipt         TEXT,
  secret          BLOB CHECK (length(secret) = 16),
  statement       INTEGER NOT NULL, -- a number of statement, where none is ever deleted
  locale          TEXT NOT NULL,
  page            TEXT,
  fields          TEXT NOT NULL CHECK (json_valid(fields)),
  decisions       TEXT NOT NULL CHECK (json_valid(decisions)),
  recorded_at     INTEGER NOT NULL,
  -- Whether someone has dealt with what was sent, and who.
  processed_at    INTEGER,
  processed_by    TEXT,
  -- Until when (UTC ms) its evidence is kept; by it and the id that is found.
  evidence_until  INTEGER,
  UNIQUE (form, idempotency_key),
  CHECK ((receipt IS NULL) <> (secret IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX submission_by_form -- What was sent in this form, the newest first?
ON submission (form, id);

CREATE INDEX submission_by_person -- What did this person send, and when?
ON submission (person);

CREATE UNIQUE INDEX submission_by_receipt -- Which submission has this receipt, that a page has made?
ON submission (receipt) WHERE receipt IS NOT NULL;

CREATE INDEX submission_new -- What has nobody dealt with yet?
ON submission (id) WHERE processed_at IS NULL;

CREATE TRIGGER evidence_goes_with_its_submission AFTER DELETE ON submission
BEGIN
  DELETE FROM evidence WHERE expires_at = OLD.evidence_until AND submission = OLD.id;
END;

CREATE TRIGGER submission_is_an_event AFTER INSERT ON submission
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  VALUES ('submission.recorded', NEW.person, NEW.id, NEW.recorded_at);
END;

CREATE TRIGGER submission_is_in_terms AFTER INSERT ON submission
BEGIN
  INSERT INTO term (word) VALUES (NEW.form);
  INSERT INTO term (word) VALUES (NEW.page);
  INSERT INTO term (word) VALUES (NEW.locale);
END;

CREATE TRIGGER submission_without_id_is_passed_over BEFORE INSERT ON submission
WHEN NEW.id IS NULL
BEGIN SELECT RAISE(IGNORE); END;

CREATE TABLE evidence (
  expires_at INTEGER NOT NULL,
  submission TEXT NOT NULL,
  ip         TEXT,
  user_agent TEXT,
  -- Where the address was confirmed from, where it was to be.
  confirmed_ip         TEXT,
  confirmed_user_agent TEXT,
  -- Whether the browser sent Global Privacy Control.
  privacy_control INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (expires_at, submission)
) STRICT, WITHOUT ROWID;

CREATE TABLE file (
  id         TEXT PRIMARY KEY, -- random, and known only to the page that sent it
  form       TEXT NOT NULL,
  field      TEXT NOT NULL,
  name       TEXT NOT NULL,
  size       INTEGER NOT NULL,
  submission TEXT REFERENCES submission (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX file_by_submission -- Which files came with this submission, and which with none for a day?
ON file (submission, created_at);

CREATE TRIGGER file_is_doomed AFTER DELETE ON file
BEGIN
  INSERT INTO doomed_file (id) VALUES (OLD.id);
END;

CREATE TABLE doomed_file (
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE confirmation (
  submission   TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  expires_at   INTEGER NOT NULL,          -- until when the link and the code are good
  tries        INTEGER NOT NULL DEFAULT 0, -- of the code
  confirmed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX confirmation_open -- Whose confirmation is overdue?
ON confirmation (expires_at) WHERE confirmed_at IS NULL;

CREATE TRIGGER confirmation_is_an_event AFTER UPDATE OF confirmed_at ON confirmation
WHEN OLD.confirmed_at IS NULL
  AND NEW.confirmed_at IS NOT NULL
  AND (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  SELECT 'submission.confirmed', person, id, NEW.confirmed_at FROM submission WHERE id = NEW.submission;
END;

CREATE TABLE entry (
  id         TEXT PRIMARY KEY,
  person     TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  tries      INTEGER NOT NULL DEFAULT 0,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_by_expiry -- Which codes have expired?
ON entry (expires_at);

CREATE INDEX entry_by_person -- Which codes were sent to this person?
ON entry (person);

CREATE TABLE identity_use (
  token      TEXT PRIMARY KEY, -- SHA-256 of kid and jti, or the id of a session that was ended
  expires_at INTEGER NOT NULL  -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE INDEX identity_use_by_expiry -- Which tokens have expired?
ON identity_use (expires_at);

CREATE TABLE address_change (
  id         TEXT PRIMARY KEY,
  person     TEXT NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
  email      TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  old_at     INTEGER, -- when either was confirmed, UTC ms
  new_at     INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX address_change_by_expiry -- Which changes of address have expired?
ON address_change (expires_at);

CREATE TABLE pause (
  person       TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  subscription TEXT NOT NULL REFERENCES subscription_type (key),
  until        INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (person, subscription)
) STRICT, WITHOUT ROWID;

CREATE TABLE request (
  number   INTEGER PRIMARY KEY AUTOINCREMENT,
  person   TEXT, -- a random id; it stays when the person is erased. NULL where nobody was found
  kind     TEXT NOT NULL CHECK (kind IN
    ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection')),
  -- waiting: an erasure in its grace period. open: for the privacy officer.
  state    TEXT NOT NULL CHECK (state IN ('open', 'waiting', 'done', 'refused', 'cancelled')),
  -- How it came, and how it was checked that the person made it: by a code or link sent to their address, ...
  channel  TEXT NOT NULL DEFAULT 'preference-centre' CHECK (channel IN
    ('preference-centre', 'email', 'phone', 'letter', 'in-person', 'other')),
  identity TEXT NOT NULL DEFAULT 'mailbox' CHECK (identity IN
    ('mailbox', 'call-back', 'document', 'known', 'unchecked')),
  taken_by TEXT NOT NULL DEFAULT 'person', -- the actor who took it
  assignee TEXT,             -- the id of a user
  asked_at INTEGER NOT NULL,
  due_at   INTEGER NOT NULL, -- a month later, or up to three where it was extended (art. 12(3))
  extended_at INTEGER,
  acts_at  INTEGER,          -- when an erasure is carried out
  ended_at INTEGER,
  -- Made before the row is written, so that what hangs from a request goes into the same batch.
  id       TEXT
) STRICT;

CREATE UNIQUE INDEX request_by_id -- Which request has this id?
ON request (id) WHERE id IS NOT NULL;

CREATE INDEX request_by_person -- What did this person ask for?
ON request (person, number);

CREATE INDEX request_by_state -- What is open or waiting, the earliest deadline first?
ON request (state, due_at);

CREATE INDEX request_waiting -- Which erasures are due?
ON request (state, acts_at) WHERE acts_at IS NOT NULL;

CREATE TRIGGER closed_request_is_an_event AFTER UPDATE OF state ON request
WHEN OLD.state IN ('open', 'waiting')
  AND NEW.state NOT IN ('open', 'waiting')
  AND (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  VALUES (iif(NEW.state = 'done' AND NEW.kind = 'rectification', 'person.corrected ', '') || 'request.closed',
    NEW.person, NEW.number, NEW.ended_at);
END;

CREATE TRIGGER new_request_is_an_event AFTER INSERT ON request
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  VALUES ('request.opened'
      || iif(NEW.state = 'done' AND NEW.kind = 'rectification', ' person.corrected', '')
      || iif(NEW.state IN ('open', 'waiting'), '', ' request.closed'),
    NEW.person, NEW.number, NEW.asked_at);
END;

CREATE TRIGGER request_is_capped BEFORE INSERT ON request
WHEN (SELECT COUNT(*) FROM request
    WHERE person = NEW.person
      AND asked_at > NEW.asked_at - 86400000
      AND (kind = 'rectification' AND state = 'done') = (NEW.kind = 'rectification' AND NEW.state = 'done')) >= 20
  AND NOT EXISTS (SELECT 1 FROM address_change WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'too many requests in a day'); END;

CREATE TABLE request_message (
  request INTEGER PRIMARY KEY REFERENCES request (number),
  person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  text    TEXT NOT NULL
) STRICT;

CREATE INDEX request_message_by_person -- What did this person write with their requests?
ON request_message (person);

CREATE TABLE request_reason (
  request INTEGER NOT NULL REFERENCES request (number),
  about   TEXT NOT NULL CHECK (about IN ('refusal', 'extension')),
  person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  text    TEXT NOT NULL,
  PRIMARY KEY (request, about)
) STRICT, WITHOUT ROWID;

CREATE INDEX request_reason_by_person -- What was this person told of their requests?
ON request_reason (person);

CREATE TABLE request_note (
  number   INTEGER PRIMARY KEY,
  request  INTEGER NOT NULL REFERENCES request (number),
  person   TEXT REFERENCES person (id) ON DELETE CASCADE,
  actor    TEXT NOT NULL,
  text     TEXT NOT NULL,
  noted_at INTEGER NOT NULL
) STRICT;

CREATE INDEX request_note_by_person -- What was noted on this person's requests?
ON request_note (person);

CREATE INDEX request_note_by_request -- What was noted on this request?
ON request_note (request);

CREATE TABLE request_contact (
  request INTEGER PRIMARY KEY REFERENCES request (number),
  text    TEXT NOT NULL
) STRICT;

CREATE TABLE request_told (
  request   INTEGER NOT NULL REFERENCES request (number),
  recipient TEXT NOT NULL,
  actor     TEXT NOT NULL,
  told_at   INTEGER NOT NULL,
  PRIMARY KEY (request, recipient)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id         TEXT PRIMARY KEY, -- the local part of the Message-ID, the same over all tries
  person     TEXT REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  template   TEXT NOT NULL,
  locale     TEXT NOT NULL,
  facts      TEXT NOT NULL CHECK (json_valid(facts)),
  state      TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead')),
  tries      INTEGER NOT NULL DEFAULT 0,
  next_at    INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  sent_at    INTEGER,
  -- Set where a message goes elsewhere than to the person's own address.
  recipient  TEXT,
  -- Why the last try failed: a code of ours, never the server's words, which may hold an address.
  error      TEXT,
  -- The number of the request that an email is about: what else it told is forgotten once it is sent.
  request    INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_by_person -- Which emails did this person get, of this template?
ON outbox (person, template);

CREATE INDEX outbox_by_recipient -- How many emails went to this address since then?
ON outbox (recipient, created_at) WHERE recipient IS NOT NULL;

CREATE INDEX outbox_dead -- Which emails failed for good, the newest first?
ON outbox (created_at) WHERE state = 'dead';

CREATE INDEX outbox_dead_of_submission -- Which submissions have an email that failed for good, the newest first?
ON outbox (facts ->> '$.submission') WHERE state = 'dead' AND facts ->> '$.submission' IS NOT NULL;

CREATE INDEX outbox_due -- Which emails are due?
ON outbox (next_at) WHERE state = 'waiting';

CREATE INDEX outbox_sent -- Of which sent emails may the facts be forgotten?
ON outbox (sent_at) WHERE sent_at IS NOT NULL AND facts <> '{}';

CREATE TABLE mailbox (
  id          TEXT PRIMARY KEY,
  recipient   TEXT NOT NULL,
  message     TEXT NOT NULL CHECK (json_valid(message)),
  received_at INTEGER NOT NULL
) STRICT;

CREATE TABLE mail_text (
  template TEXT NOT NULL,
  locale   TEXT NOT NULL,
  subject  TEXT NOT NULL,
  body     TEXT NOT NULL,
  button   TEXT NOT NULL, -- on the link, where the email has one
  footer   TEXT NOT NULL,
  PRIMARY KEY (template, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE due_notice (
  last   INTEGER PRIMARY KEY,
  first  INTEGER NOT NULL CHECK (first <= last),
  source TEXT NOT NULL,
  due_at INTEGER NOT NULL -- UTC ms
) STRICT;

CREATE INDEX due_notice_by_time -- Who is owed a privacy notice, the earliest deadline first?
ON due_notice (due_at);

CREATE TABLE due_notice_count (
  day   INTEGER PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT;

CREATE VIEW due_person AS
SELECT p.number, p.id AS person, d.source, d.due_at
FROM person p
CROSS JOIN due_notice d ON d.last = (SELECT MIN(last) FROM due_notice WHERE last >= p.number) AND d.first <= p.number;

CREATE TRIGGER due_person_is_taken_off INSTEAD OF DELETE ON due_person
BEGIN
  INSERT INTO due_notice (last, first, source, due_at)
  SELECT OLD.number - 1, first, source, due_at
  FROM due_notice
  WHERE last = (SELECT MIN(last) FROM due_notice WHERE last >= OLD.number) AND first < OLD.number;
  UPDATE due_notice
  SET first = OLD.number + 1
  WHERE last = (SELECT MIN(last) FROM due_notice WHERE last > OLD.number) AND first <= OLD.number;
  DELETE FROM due_notice WHERE last = OLD.number;
  UPDATE due_notice_count SET count = count - 1 WHERE day = OLD.due_at / 86400000;
END;

CREATE TABLE signal_taken (
  id          TEXT PRIMARY KEY,
  received_at INTEGER NOT NULL -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE INDEX signal_taken_by_time -- Which reports are so old that none of them comes again?
ON signal_taken (received_at);

CREATE TABLE signal_provider (
  provider    TEXT PRIMARY KEY,
  received_at INTEGER NOT NULL, -- UTC ms
  taken       INTEGER NOT NULL,
  ignored     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE user (
  id           TEXT PRIMARY KEY, -- random; what the ledger and the audit log name
  email        TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  locale       TEXT NOT NULL DEFAULT 'en',
  rights       TEXT NOT NULL CHECK (json_valid(rights)),
  active       INTEGER NOT NULL DEFAULT 1,
  created_at   INTEGER NOT NULL,
  signed_in_at INTEGER,
  -- The account at an OpenID Connect provider (`iss` and `sub`) that the user signs in with, and since when.
  oidc_issuer  TEXT,
  oidc_subject TEXT,
  oidc_since   INTEGER
) STRICT;

CREATE UNIQUE INDEX user_by_oidc -- Who signs in with this account?
ON user (oidc_issuer, oidc_subject) WHERE oidc_issuer IS NOT NULL;

CREATE TRIGGER user_managers_never_run_out AFTER UPDATE OF rights, active ON user
WHEN OLD.active = 1
  AND EXISTS (SELECT 1 FROM json_each(OLD.rights) WHERE value = 'users')
  AND NOT EXISTS (SELECT 1 FROM user u, json_each(u.rights) r WHERE u.active = 1 AND r.value = 'users')
BEGIN SELECT RAISE(ABORT, 'someone always manages users'); END;

CREATE TABLE sign_in (
  id         TEXT PRIMARY KEY,
  user       TEXT NOT NULL REFERENCES user (id),
  expires_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_by_expiry -- Which sign-in links have expired?
ON sign_in (expires_at);

CREATE TABLE user_session (
  id         TEXT PRIMARY KEY,
  sha256     TEXT NOT NULL UNIQUE,
  user       TEXT NOT NULL REFERENCES user (id),
  browser    TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,
  ended_at   INTEGER
) STRICT;

CREATE INDEX user_session_by_user -- Which sessions does this user have?
ON user_session (user, seen_at);

CREATE TABLE api_key (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  sha256     TEXT NOT NULL UNIQUE,
  rights     TEXT NOT NULL CHECK (json_valid(rights)),
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  created_by TEXT,
  last_used_at INTEGER,
  ended_at   INTEGER
) STRICT;

CREATE TABLE audit (
  sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
  actor       TEXT NOT NULL,
  act         TEXT NOT NULL,
  object      TEXT NOT NULL,
  before      TEXT CHECK (before IS NULL OR json_valid(before)),
  after       TEXT CHECK (after IS NULL OR json_valid(after)),
  recorded_at INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_by_act -- When was this done, the last time first?
ON audit (act, sequence);

CREATE INDEX audit_by_actor -- What did this user do, the last first?
ON audit (actor, sequence);

CREATE INDEX audit_by_object -- What was done to this, the last first?
ON audit (object, sequence);

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

CREATE TABLE edit (
  object   TEXT PRIMARY KEY, -- setting/sender, purposes/e-marketing …
  version  INTEGER NOT NULL,
  actor    TEXT NOT NULL,
  saved_at INTEGER NOT NULL -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE TABLE breach_case (
  id            TEXT PRIMARY KEY,
  title         TEXT NOT NULL,
  facts         TEXT NOT NULL CHECK (json_valid(facts)), -- nature, consequences, measures, contact
  translations  TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(translations)), -- the same by language
  -- What the authority asks for besides (GDPR art. 33(3)): kind, categories and numbers, risk.
  details       TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
  discovered_at INTEGER NOT NULL,
  authority_at  INTEGER, -- when the authority was told (GDPR art. 33)
  authority_reference TEXT NOT NULL DEFAULT '', -- the authority's own number of the case
  closed_at     INTEGER,
  created_by    TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  -- How many were told, and when the first and the last of them (UTC ms): written with them, for they may be everybody.
  notified          INTEGER NOT NULL DEFAULT 0,
  first_notified_at INTEGER,
  last_notified_at  INTEGER
) STRICT;

CREATE TABLE breach_notified (
  breach  TEXT NOT NULL REFERENCES breach_case (id),
  person  TEXT NOT NULL,
  notified_at INTEGER NOT NULL,
  PRIMARY KEY (breach, person)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER notified_breach_is_an_event AFTER INSERT ON breach_notified
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  VALUES ('breach.notified', NEW.person, NEW.breach, NEW.notified_at);
END;

CREATE TABLE breach_note (
  number   INTEGER PRIMARY KEY,
  breach   TEXT NOT NULL REFERENCES breach_case (id),
  actor    TEXT NOT NULL,
  text     TEXT NOT NULL,
  noted_at INTEGER NOT NULL
) STRICT;

CREATE INDEX breach_note_by_case -- What was noted on this case?
ON breach_note (breach);

CREATE TABLE breach_file (
  id       TEXT PRIMARY KEY,
  breach   TEXT NOT NULL REFERENCES breach_case (id),
  name     TEXT NOT NULL,
  content  BLOB NOT NULL,
  actor    TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;

CREATE INDEX breach_file_by_case -- Which files does this case have?
ON breach_file (breach);

CREATE TABLE breach_report (
  id          TEXT PRIMARY KEY,
  text        TEXT NOT NULL,
  happened    TEXT NOT NULL, -- when, in the reporter's words
  contact     TEXT NOT NULL,
  reported_by TEXT NOT NULL, -- the actor; 'person' is anyone
  reported_at INTEGER NOT NULL,
  closed_at   INTEGER,
  breach      TEXT REFERENCES breach_case (id) -- the case that was opened from it
) STRICT;

CREATE INDEX breach_report_closed -- Which reports were closed, the latest first?
ON breach_report (closed_at) WHERE closed_at IS NOT NULL;

CREATE INDEX breach_report_open -- Which reports has nobody dealt with, the oldest first?
ON breach_report (reported_at) WHERE closed_at IS NULL;

CREATE TABLE sweep (
  name   TEXT PRIMARY KEY,
  cursor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE resting (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  tasks TEXT NOT NULL CHECK (json_valid(tasks))
) STRICT;

CREATE TABLE failing_task (
  name  TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  error TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('draft', 'running', 'stopped', 'done', 'failed')),
  filter     TEXT NOT NULL CHECK (json_valid(filter)),
  orders     TEXT NOT NULL CHECK (json_valid(orders)), -- what is to be done, by the kind's own schema
  cursor     TEXT NOT NULL DEFAULT '',
  seen       INTEGER NOT NULL DEFAULT 0, -- how many were looked at
  changed    INTEGER NOT NULL DEFAULT 0, -- with how many something was done
  total      INTEGER NOT NULL,           -- as the dry run counted
  error      TEXT,
  actor      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at   INTEGER,
  leased_to  INTEGER NOT NULL DEFAULT 0, -- until when (UTC ms) a runner has it to itself
  undoes     TEXT REFERENCES job (id)    -- the job that it undoes; none is undone twice
) STRICT;

CREATE INDEX job_by_time -- Which jobs are the newest?
ON job (created_at);

CREATE INDEX job_running -- Which jobs are to be run?
ON job (leased_to) WHERE state = 'running';

CREATE UNIQUE INDEX job_undoes -- Which job undoes this one?
ON job (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE job_slice (
  job    TEXT NOT NULL REFERENCES job (id),
  cursor TEXT NOT NULL,
  PRIMARY KEY (job, cursor)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_outcome (
  job     TEXT NOT NULL REFERENCES job (id),
  outcome TEXT NOT NULL,
  count   INTEGER NOT NULL,
  PRIMARY KEY (job, outcome)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_person (
  job         TEXT NOT NULL REFERENCES job (id),
  person      INTEGER NOT NULL, -- their number; it stays when the person is erased
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (job, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_added (
  job         TEXT NOT NULL REFERENCES job (id),
  last        INTEGER NOT NULL,
  first       INTEGER NOT NULL CHECK (first <= last),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (job, last)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_file (
  job         TEXT PRIMARY KEY,
  uploaded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX import_file_by_age -- Which uploads are the oldest?
ON import_file (uploaded_at);

CREATE TABLE import_part (
  job     TEXT NOT NULL REFERENCES import_file (job) ON DELETE CASCADE,
  last    INTEGER NOT NULL, -- the number of its last row, as a spreadsheet counts it
  count   INTEGER NOT NULL, -- of its rows
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (job, last)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_problem (
  job    TEXT NOT NULL REFERENCES job (id),
  number INTEGER NOT NULL,
  field  TEXT NOT NULL,
  code   TEXT NOT NULL,
  -- Whether a problem left out the row, or only one value of it.
  dropped TEXT NOT NULL DEFAULT 'row' CHECK (dropped IN ('row', 'value')),
  PRIMARY KEY (job, number, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE counted (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  occasion INTEGER NOT NULL,
  person   INTEGER NOT NULL,
  people   INTEGER NOT NULL,
  day      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE counted_form (
  form        TEXT PRIMARY KEY,
  submissions INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counted_standing (
  item     INTEGER NOT NULL,
  decision INTEGER NOT NULL,
  count    INTEGER NOT NULL,
  PRIMARY KEY (item, decision)
) STRICT, WITHOUT ROWID;

CREATE TABLE counted_wording (
  item      INTEGER NOT NULL,
  statement INTEGER NOT NULL, -- 0 where no words of ours were shown: registered by hand, imported
  count     INTEGER NOT NULL,
  PRIMARY KEY (item, statement)
) STRICT, WITHOUT ROWID;

CREATE TABLE counted_record (
  item       INTEGER NOT NULL,
  day        TEXT NOT NULL, -- of the operator's time zone
  decision   INTEGER NOT NULL,
  counted_as INTEGER NOT NULL,
  count      INTEGER NOT NULL,
  PRIMARY KEY (item, day, decision, counted_as)
) STRICT, WITHOUT ROWID;

CREATE VIEW uncounted AS
SELECT d.occasion, d.item, d.decision, o.statement, o.counted_as,
  (SELECT date((o.recorded_at + z.offset_ms) / 1000, 'unixepoch')
    FROM zone_offset z
    WHERE z.starts_at <= o.recorded_at
    ORDER BY z.starts_at DESC
    LIMIT 1) AS day,
  d.before,
  (SELECT statement FROM occasion WHERE number = d.before_on) AS statement_before
FROM counted c
CROSS JOIN occasion o ON o.number > c.occasion
CROSS JOIN decided d ON d.occasion = o.number;

CREATE VIEW wording_count AS
SELECT i.key AS purpose, COALESCE(t.sha256, '') AS statement, SUM(w.count) AS count
FROM (
  SELECT item, statement, count FROM counted_wording
  UNION ALL
  SELECT item, COALESCE(statement, 0), 1 FROM uncounted WHERE decision IN (1, 3)
  UNION ALL
  SELECT item, COALESCE(statement_before, 0), -1 FROM uncounted WHERE before IN (1, 3)
) w
CROSS JOIN item i ON i.code = w.item AND i.kind = 'purpose'
LEFT JOIN statement t ON t.number = w.statement
GROUP BY w.item, w.statement;

CREATE TABLE log (
  number     INTEGER PRIMARY KEY,
  origin     TEXT NOT NULL,    -- the log's name, and where it is served: its address without the scheme
  started_at INTEGER NOT NULL, -- UTC ms
  halted_at  INTEGER,          -- when the ledger was found to be other than what was signed
  halted_by  TEXT CHECK (halted_by IN ('shorter', 'changed', 'behind')),
  CHECK ((halted_at IS NULL) = (halted_by IS NULL))
) STRICT;

CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
WHEN OLD.halted_at IS NOT NULL
  OR (NEW.number, NEW.origin, NEW.started_at) IS NOT (OLD.number, OLD.origin, OLD.started_at)
BEGIN SELECT RAISE(ABORT, 'a log is only ever halted'); END;

CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'a log is never deleted'); END;

CREATE TRIGGER log_is_never_replaced BEFORE INSERT ON log
WHEN NEW.number IN (SELECT number FROM log)
BEGIN SELECT RAISE(ABORT, 'a log is only ever halted'); END;

CREATE TABLE log_checkpoint (
  log       INTEGER NOT NULL REFERENCES log (number),
  size      INTEGER NOT NULL,
  sequence  INTEGER NOT NULL,
  note      TEXT NOT NULL,
  signed_at INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (log, size)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_checkpoint_is_never_changed BEFORE UPDATE ON log_checkpoint
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;

CREATE TRIGGER log_checkpoint_is_never_deleted BEFORE DELETE ON log_checkpoint
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never deleted'); END;

CREATE TRIGGER log_checkpoint_is_never_replaced BEFORE INSERT ON log_checkpoint
WHEN EXISTS (SELECT 1 FROM log_checkpoint WHERE log = NEW.log AND size = NEW.size)
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;

CREATE TABLE log_tile (
  log    INTEGER NOT NULL REFERENCES log (number),
  level  INTEGER NOT NULL,
  number INTEGER NOT NULL,
  first  INTEGER,
  hashes BLOB NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192),
  PRIMARY KEY (log, level, number),
  CHECK ((level = 0) = (first IS NOT NULL))
) STRICT;

CREATE INDEX log_tile_by_record -- In which tile is this record?
ON log_tile (log, first) WHERE level = 0;

CREATE TRIGGER log_tile_is_never_deleted BEFORE DELETE ON log_tile
BEGIN SELECT RAISE(ABORT, 'a tile only grows'); END;

CREATE TRIGGER log_tile_is_never_replaced BEFORE INSERT ON log_tile
WHEN NEW.rowid IN (SELECT rowid FROM log_tile)
  OR EXISTS (SELECT 1 FROM log_tile
    WHERE log = NEW.log AND level = NEW.level AND number = NEW.number
      AND (first IS NOT NEW.first OR substr(NEW.hashes, 1, length(hashes)) IS NOT hashes))
BEGIN SELECT RAISE(ABORT, 'a tile only grows'); END;

CREATE TRIGGER log_tile_only_grows BEFORE UPDATE ON log_tile
WHEN substr(NEW.hashes, 1, length(OLD.hashes)) IS NOT OLD.hashes
  OR (NEW.log, NEW.level, NEW.number, NEW.first) IS NOT (OLD.log, OLD.level, OLD.number, OLD.first)
BEGIN SELECT RAISE(ABORT, 'a tile only grows'); END;

CREATE TABLE log_key (
  vkey      TEXT PRIMARY KEY,
  signed_at INTEGER NOT NULL -- UTC ms, first
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_key_is_never_changed BEFORE UPDATE ON log_key
BEGIN SELECT RAISE(ABORT, 'a key that has signed is never changed'); END;

CREATE TRIGGER log_key_is_never_deleted BEFORE DELETE ON log_key
BEGIN SELECT RAISE(ABORT, 'a key that has signed is never changed'); END;

CREATE TRIGGER log_key_is_never_replaced BEFORE INSERT ON log_key
WHEN EXISTS (SELECT 1 FROM log_key WHERE vkey = NEW.vkey)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TABLE log_cosignature (
  log       INTEGER NOT NULL,
  size      INTEGER NOT NULL,
  vkey      TEXT NOT NULL,
  line      TEXT NOT NULL,
  signed_at INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (log, size, vkey),
  FOREIGN KEY (log, size) REFERENCES log_checkpoint (log, size)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_cosignature_is_never_changed BEFORE UPDATE ON log_cosignature
BEGIN SELECT RAISE(ABORT, 'a cosignature is never changed'); END;

CREATE TRIGGER log_cosignature_is_never_deleted BEFORE DELETE ON log_cosignature
BEGIN SELECT RAISE(ABORT, 'a cosignature is never changed'); END;

CREATE TRIGGER log_cosignature_is_never_replaced BEFORE INSERT ON log_cosignature
WHEN EXISTS (SELECT 1 FROM log_cosignature WHERE log = NEW.log AND size = NEW.size AND vkey = NEW.vkey)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TABLE log_timestamp (
  log        INTEGER NOT NULL,
  size       INTEGER NOT NULL,
  token      BLOB NOT NULL,
  stamped_at INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (log, size),
  FOREIGN KEY (log, size) REFERENCES log_checkpoint (log, size)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_timestamp_is_never_changed BEFORE UPDATE ON log_timestamp
BEGIN SELECT RAISE(ABORT, 'a time stamp is never changed'); END;

CREATE TRIGGER log_timestamp_is_never_deleted BEFORE DELETE ON log_timestamp
BEGIN SELECT RAISE(ABORT, 'a time stamp is never changed'); END;

CREATE TRIGGER log_timestamp_is_never_replaced BEFORE INSERT ON log_timestamp
WHEN EXISTS (SELECT 1 FROM log_timestamp WHERE log = NEW.log AND size = NEW.size)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TABLE log_sent (
  log      INTEGER NOT NULL,
  receiver TEXT NOT NULL,
  size     INTEGER NOT NULL,
  sent_at  INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (log, receiver),
  FOREIGN KEY (log, size) REFERENCES log_checkpoint (log, size)
) STRICT, WITHOUT ROWID;

CREATE TABLE witnessed (
  origin  TEXT PRIMARY KEY,
  size    INTEGER NOT NULL,
  root    TEXT NOT NULL,
  seen_at INTEGER NOT NULL -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE TABLE event_reader (
  name  TEXT PRIMARY KEY,  -- changes, webhook/{id}, connector/{key}
  after INTEGER NOT NULL,  -- the sequence of the last event that it has
  holds INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  -- The types of its events, in their order, or `decided`: then the ledger has what each was.
  kind   TEXT NOT NULL,
  person TEXT,             -- a random id; it stays when the person is erased
  about  ANY,              -- the number of an occasion or a request, the id of a submission or a breach
  at     INTEGER NOT NULL  -- UTC ms
) STRICT;

CREATE TABLE webhook (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  url        TEXT NOT NULL,
  types      TEXT NOT NULL CHECK (json_valid(types)),  -- none for all
  fields     TEXT NOT NULL CHECK (json_valid(fields)), -- details of the person that are sent along
  -- disabled: by its receiver, who has gone, or since it failed for days.
  state      TEXT NOT NULL CHECK (state IN ('active', 'paused', 'gone', 'failing')),
  secret     TEXT NOT NULL,  -- sealed (SECRETS_KEY), as the next
  old_secret TEXT,           -- signs too, until then (UTC ms)
  old_until  INTEGER,
  failing_since INTEGER,     -- since when nothing arrives
  next_at    INTEGER NOT NULL, -- nothing is sent before, since its receiver said so
  claimed_until INTEGER NOT NULL DEFAULT 0, -- one run sends at a time
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_waiting (
  webhook  TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  person   TEXT,             -- a random id
  state    TEXT NOT NULL CHECK (state IN ('waiting', 'failed')),
  tries    INTEGER NOT NULL,
  next_at  INTEGER NOT NULL,
  PRIMARY KEY (webhook, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_log (
  webhook  TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  id       TEXT NOT NULL,    -- UUIDv7
  attempts TEXT NOT NULL CHECK (json_valid(attempts)),
  PRIMARY KEY (webhook, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE connection (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  connector  TEXT NOT NULL,
  name       TEXT NOT NULL,
  settings   TEXT NOT NULL CHECK (json_valid(settings)), -- what is no secret
  secrets    TEXT NOT NULL,                              -- sealed with SECRETS_KEY
  mapping    TEXT NOT NULL CHECK (json_valid(mapping)),
  most       INTEGER NOT NULL, -- so many changes a run may make
  takes_in   TEXT,             -- the locale in which people who are only known there are added here; NULL where they are not
  state      TEXT NOT NULL CHECK (state IN ('draft', 'live', 'paused')),
  stopped    TEXT,
  created_at INTEGER NOT NULL,
  -- The last occasion of the ledger that was sent there.
  sent_to    INTEGER NOT NULL,
  -- Nobody else works on it before this moment, and it is not asked again before that one (UTC ms).
  claimed_until INTEGER NOT NULL DEFAULT 0,
  retry_at   INTEGER NOT NULL DEFAULT 0,
  tries      INTEGER NOT NULL DEFAULT 0,
  -- A comparison of everybody that is under way, and the last ones that ended.
  running    TEXT CHECK (json_valid(running)),
  dry_run    TEXT CHECK (json_valid(dry_run)),
  reconciled TEXT CHECK (json_valid(reconciled))
) STRICT;

CREATE TABLE connected (
  -- Deleted with the person by the trigger below: looking for rows of a foreign key reads one where there is none.
  person     INTEGER NOT NULL,
  connection INTEGER NOT NULL REFERENCES connection (number) ON DELETE CASCADE,
  contacts   TEXT NOT NULL CHECK (json_valid(contacts)), -- the tool's ids of them, with what each item was
  differences TEXT NOT NULL CHECK (json_valid(differences)), -- why items differ, by item
  -- Their address has changed here since, or what was written there is yet to be seen.
  moved      INTEGER NOT NULL DEFAULT 0,
  -- The addresses that they have had since they were read there last, as a JSON array.
  before     TEXT CHECK (json_valid(before)),
  seen_at    INTEGER NOT NULL,
  PRIMARY KEY (person, connection)
) STRICT, WITHOUT ROWID;

CREATE INDEX connected_by_connection -- Whom does this tool know?
ON connected (connection);

CREATE INDEX connected_that_differ -- Who differs at this tool?
ON connected (connection, person) WHERE differences <> '{}';

CREATE INDEX connected_that_moved -- Who is to be read again at this tool?
ON connected (connection, person) WHERE moved = 1;

CREATE TABLE connection_erasure (
  connection  INTEGER NOT NULL REFERENCES connection (number) ON DELETE CASCADE,
  person      TEXT NOT NULL,
  contacts    TEXT CHECK (json_valid(contacts)),
  asked_at    INTEGER NOT NULL,
  answer      TEXT CHECK (answer IN ('erased', 'not-there')),
  answered_at INTEGER,
  refused_at  INTEGER, -- when the tool refused it last
  PRIMARY KEY (connection, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX connection_erasure_by_time -- Which erasures has this tool not answered, or answered last?
ON connection_erasure (connection, answered_at, refused_at);
