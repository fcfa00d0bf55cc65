-- What visitors sent, and what they may still do with it.

-- person is checked at commit: the submission is written first, and all else hangs from it. Its id begins with the
-- time, so that rows are stored, and found, in the order in which they were sent.
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

-- Nothing is sent without an id: so that what a closed form is sent, which has none, is passed over without a SELECT,
-- which D1 bills for a row of its own.
CREATE TRIGGER submission_without_id_is_passed_over BEFORE INSERT ON submission
WHEN NEW.id IS NULL
BEGIN SELECT RAISE(IGNORE); END;

-- What the records of a submission say by a number has one by the time that they are written, without a statement more.
CREATE TRIGGER submission_is_in_terms AFTER INSERT ON submission
BEGIN
  INSERT INTO term (word) VALUES (NEW.form);
  INSERT INTO term (word) VALUES (NEW.page);
  INSERT INTO term (word) VALUES (NEW.locale);
END;

CREATE UNIQUE INDEX submission_by_receipt -- Which submission has this receipt, that a page has made?
ON submission (receipt) WHERE receipt IS NOT NULL;

CREATE INDEX submission_by_form -- What was sent in this form, the newest first?
ON submission (form, id);

CREATE INDEX submission_by_person -- What did this person send, and when?
ON submission (person);

CREATE INDEX submission_new -- What has nobody dealt with yet?
ON submission (id) WHERE processed_at IS NULL;

-- Where a submission came from, for a short while (setting evidence-days). Stored in the order in which it expires;
-- it goes with its submission.
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

CREATE TRIGGER evidence_goes_with_its_submission AFTER DELETE ON submission
BEGIN
  DELETE FROM evidence WHERE expires_at = OLD.evidence_until AND submission = OLD.id;
END;

-- A file that a visitor sent: its bytes are in R2 under the id. Until the form is submitted, it belongs to nothing.
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

-- Files that are gone here and still to be deleted from R2: with their submission, its person, or by their age.
CREATE TABLE doomed_file (
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER file_is_doomed AFTER DELETE ON file
BEGIN
  INSERT INTO doomed_file (id) VALUES (OLD.id);
END;

-- Double opt-in: a submission whose decisions are pending until the address is confirmed.
CREATE TABLE confirmation (
  submission   TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  expires_at   INTEGER NOT NULL,          -- until when the link and the code are good
  tries        INTEGER NOT NULL DEFAULT 0, -- of the code
  confirmed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX confirmation_open -- Whose confirmation is overdue?
ON confirmation (expires_at) WHERE confirmed_at IS NULL;

-- A code that was asked for; made from our key, so that only its tries stand here.
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

-- Tokens by which a site has vouched for its visitor; each opens a session once.
CREATE TABLE identity_use (
  token      TEXT PRIMARY KEY, -- SHA-256 of kid and jti, or the id of a session that was ended
  expires_at INTEGER NOT NULL  -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE INDEX identity_use_by_expiry -- Which tokens have expired?
ON identity_use (expires_at);

-- A new address is used once it was confirmed where emails went until now, and where they are to go.
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

-- A subscription that rests for a while. Consent stands; only emails wait.
CREATE TABLE pause (
  person       TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  subscription TEXT NOT NULL REFERENCES subscription_type (key),
  until        INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (person, subscription)
) STRICT, WITHOUT ROWID;
