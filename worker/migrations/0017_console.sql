-- The console: who may use it, how they come in, and letters to them.

CREATE TABLE user (
  id           TEXT PRIMARY KEY, -- random; what the ledger and the audit log name
  email        TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  locale       TEXT NOT NULL DEFAULT 'en',
  rights       TEXT NOT NULL CHECK (json_valid(rights)),
  active       INTEGER NOT NULL DEFAULT 1,
  created_at   INTEGER NOT NULL,
  signed_in_at INTEGER
) STRICT;

-- A way in that was asked for by mail; good once.
CREATE TABLE sign_in (
  id         TEXT PRIMARY KEY,
  user       TEXT NOT NULL REFERENCES user (id),
  expires_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_by_expiry ON sign_in (expires_at);

-- The token itself stands only in the user's cookie.
CREATE TABLE user_session (
  id         TEXT PRIMARY KEY,
  sha256     TEXT NOT NULL UNIQUE,
  user       TEXT NOT NULL REFERENCES user (id),
  browser    TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,
  ended_at   INTEGER
) STRICT;

CREATE INDEX user_session_by_user ON user_session (user, seen_at);

ALTER TABLE api_key ADD COLUMN created_by TEXT;
ALTER TABLE api_key ADD COLUMN last_used_at INTEGER;
ALTER TABLE api_key ADD COLUMN ended_at INTEGER;

CREATE INDEX audit_by_object ON audit (object, sequence);
CREATE INDEX audit_by_actor ON audit (actor, sequence);
CREATE INDEX audit_by_act ON audit (act, sequence);

-- Letters to users have no person: the table is made anew, for SQLite cannot drop a NOT NULL.
CREATE TABLE outbox_new (
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
  recipient  TEXT,
  error      TEXT
) STRICT;

INSERT INTO outbox_new (id, person, template, locale, facts, state, tries, next_at, created_at, sent_at, recipient, error)
SELECT id, person, template, locale, facts, state, tries, next_at, created_at, sent_at, recipient, error
FROM outbox;

DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;

CREATE INDEX outbox_due ON outbox (next_at) WHERE state = 'waiting';
CREATE INDEX outbox_by_person ON outbox (person, template);
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL AND facts <> '{}';
CREATE INDEX outbox_dead ON outbox (created_at) WHERE state = 'dead';
CREATE INDEX outbox_by_recipient ON outbox (recipient, created_at) WHERE recipient IS NOT NULL;

INSERT INTO mail_text (template, locale, subject, body, button, footer) VALUES
  ('sign-in', 'en', 'Your way into the console',
   'Press the button and then the one on the page that it opens. The link is good for 15 minutes, and once.',
   'Sign in', 'Did you not ask for this? Then somebody else wrote your address, and nothing happens as long as nobody presses the button. This letter is from {sender}.'),
  ('sign-in', 'da', 'Din vej ind i konsollen',
   'Tryk på knappen og derefter på den på siden, der åbner. Linket gælder i 15 minutter og kun én gang.',
   'Log ind', 'Har du ikke bedt om det? Så har en anden skrevet din adresse, og der sker ikke noget, så længe ingen trykker på knappen. Brevet er fra {sender}.');
