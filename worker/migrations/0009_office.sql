-- Who may use the console and the API, who did what, and what the privacy officer keeps.

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

CREATE TRIGGER user_managers_never_run_out AFTER UPDATE OF rights, active ON user
WHEN OLD.active = 1
  AND EXISTS (SELECT 1 FROM json_each(OLD.rights) WHERE value = 'users')
  AND NOT EXISTS (SELECT 1 FROM user u, json_each(u.rights) r WHERE u.active = 1 AND r.value = 'users')
BEGIN SELECT RAISE(ABORT, 'someone always manages users'); END;

CREATE UNIQUE INDEX user_by_oidc -- Who signs in with this account?
ON user (oidc_issuer, oidc_subject) WHERE oidc_issuer IS NOT NULL;

-- A sign-in link that was asked for by email; good once.
CREATE TABLE sign_in (
  id         TEXT PRIMARY KEY,
  user       TEXT NOT NULL REFERENCES user (id),
  expires_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_by_expiry -- Which sign-in links have expired?
ON sign_in (expires_at);

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

CREATE INDEX user_session_by_user -- Which sessions does this user have?
ON user_session (user, seen_at);

-- The token itself is shown once and never stored.
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

-- How often a thing was saved that is edited as a whole (a form, a setting, an entry of a list), and by whom last:
-- a save that began from an earlier version is refused.
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

-- Who was told of a breach, and when; it stays when the person is erased.
CREATE TABLE breach_notified (
  breach  TEXT NOT NULL REFERENCES breach_case (id),
  person  TEXT NOT NULL,
  notified_at INTEGER NOT NULL,
  PRIMARY KEY (breach, person)
) STRICT, WITHOUT ROWID;

-- What staff noted on a breach case.
CREATE TABLE breach_note (
  number   INTEGER PRIMARY KEY,
  breach   TEXT NOT NULL REFERENCES breach_case (id),
  actor    TEXT NOT NULL,
  text     TEXT NOT NULL,
  noted_at INTEGER NOT NULL
) STRICT;

CREATE INDEX breach_note_by_case -- What was noted on this case?
ON breach_note (breach);

-- Files of a breach case: small ones, since they stand in the database.
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

-- What someone reported that may be a breach: staff, or anyone on the page for it. Deleted a year after it was closed.
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

CREATE INDEX breach_report_open -- Which reports has nobody dealt with, the oldest first?
ON breach_report (reported_at) WHERE closed_at IS NULL;

CREATE INDEX breach_report_closed -- Which reports were closed, the latest first?
ON breach_report (closed_at) WHERE closed_at IS NOT NULL;

-- Where a sweep over everybody goes on next time.
CREATE TABLE sweep (
  name   TEXT PRIMARY KEY,
  cursor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Tasks of the schedule that found nothing to do, and until when (UTC ms) they rest: a JSON object by name.
CREATE TABLE resting (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  tasks TEXT NOT NULL CHECK (json_valid(tasks))
) STRICT;

INSERT INTO resting (one, tasks) VALUES (1, '{}');

-- Tasks of the schedule that failed when they last ran. `error` is an id under which the log has why.
CREATE TABLE failing_task (
  name  TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  error TEXT NOT NULL
) STRICT, WITHOUT ROWID;
