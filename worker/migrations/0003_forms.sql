-- What was shown (statements), the forms that show it, and how they fare.

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

-- INSERT OR REPLACE deletes without firing a delete trigger, so replacing is refused here. One that is there already
-- is passed over: under another number, the ledger would no longer find it.
CREATE TRIGGER statement_is_never_replaced BEFORE INSERT ON statement
BEGIN
  SELECT CASE
    WHEN NEW.number IN (SELECT number FROM statement) THEN RAISE(ABORT, 'a statement is never changed')
    WHEN (SELECT content FROM statement WHERE sha256 = NEW.sha256) <> NEW.content
      THEN RAISE(ABORT, 'a statement is never changed')
    WHEN NEW.sha256 IN (SELECT sha256 FROM statement) THEN RAISE(IGNORE)
  END;
END;

-- A form's settings may change under a running version; what a visitor sees may not.
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

-- But for a form that nobody has ever submitted: no record names it.
CREATE TRIGGER form_version_is_never_deleted BEFORE DELETE ON form_version
WHEN EXISTS (SELECT 1 FROM counted_form WHERE form = OLD.form AND submissions > 0)
  OR EXISTS (SELECT 1 FROM form_count WHERE form = OLD.form AND what = 'submitted')
BEGIN SELECT RAISE(ABORT, 'a form version is never deleted'); END;

CREATE TRIGGER form_version_is_never_replaced BEFORE INSERT ON form_version
WHEN EXISTS (SELECT 1 FROM form_version WHERE form = NEW.form AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a form version is never changed'); END;

-- The statement that a version shows in a locale, as a whole form or as the consent part of another.
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

-- Forms that are being written.
CREATE TABLE form_draft (
  form       TEXT PRIMARY KEY,
  definition TEXT NOT NULL CHECK (json_valid(definition)), -- may be incomplete
  updated_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Images that forms show. They are evidence: a version names one by its hash, and it is never changed.
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

-- One that is there already is passed over.
CREATE TRIGGER image_is_never_replaced BEFORE INSERT ON image
WHEN NEW.sha256 IN (SELECT sha256 FROM image)
BEGIN SELECT RAISE(IGNORE); END;

-- Counts by day, and where visitors came from; nobody is told apart from anyone.
CREATE TABLE form_count (
  form  TEXT NOT NULL,
  day   TEXT NOT NULL, -- UTC
  what  TEXT NOT NULL CHECK (what IN ('shown', 'started', 'submitted', 'confirmed')),
  page  TEXT NOT NULL DEFAULT '', -- without its query
  utm   TEXT NOT NULL DEFAULT '', -- source/medium/campaign
  count INTEGER NOT NULL,
  PRIMARY KEY (form, day, what, page, utm)
) STRICT, WITHOUT ROWID;

-- So that what hangs from a submission is inserted without a SELECT, which D1 bills for a row of its own.
CREATE TRIGGER form_count_of_nothing_is_passed_over BEFORE INSERT ON form_count
WHEN NEW.form IS NULL
BEGIN SELECT RAISE(IGNORE); END;
