-- The lists that a privacy officer keeps: why, on what ground and how personal data is held.
-- Keys are stable and human-readable; rows that were used are deactivated, never deleted.
-- Every text has one value a locale, in the table beside its list.

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

-- Anyone who agreed to a subscription type did so under its purpose: the type is not moved to another one while
-- anyone is subscribed. By held_by_item.
CREATE TRIGGER subscription_type_is_not_moved BEFORE UPDATE OF purpose ON subscription_type
WHEN NEW.purpose <> OLD.purpose AND EXISTS (
  SELECT 1
  FROM item i
  JOIN held h ON h.item = i.code
  WHERE i.kind = 'subscription' AND i.key = OLD.key AND h.decision IN (1, 2))
BEGIN SELECT RAISE(ABORT, 'a subscription type is not moved while anyone is subscribed to it'); END;

-- What the ledger decides of has its number from the beginning, and with it which purpose it is under now.
CREATE TRIGGER purpose_is_an_item AFTER INSERT ON purpose
BEGIN
  INSERT INTO item (kind, key) VALUES ('purpose', NEW.key);
END;

CREATE TRIGGER subscription_type_is_an_item AFTER INSERT ON subscription_type
BEGIN
  INSERT INTO item (kind, key) VALUES ('subscription', NEW.key);

  UPDATE item
  SET purpose = (SELECT code FROM item WHERE kind = 'purpose' AND key = NEW.purpose)
  WHERE kind = 'subscription' AND key = NEW.key;
END;

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
