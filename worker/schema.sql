-- The schema after all migrations, for reading. Written by `npm run schema`; do not edit it.
-- Each table is followed by its indexes and its triggers.

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
  -- The mail template of the privacy notice, and whether it goes out by itself (GDPR art. 13 and 14).
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
  retention_days INTEGER
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

CREATE TRIGGER subscription_type_is_not_moved BEFORE UPDATE OF purpose ON subscription_type
WHEN NEW.purpose <> OLD.purpose AND EXISTS (
  SELECT 1 FROM standing
  WHERE item_kind = 'subscription' AND item = OLD.key AND decision IN ('given', 'pending'))
BEGIN SELECT RAISE(ABORT, 'a subscription type is not moved while anyone is subscribed to it'); END;

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
  sha256     TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  content    TEXT NOT NULL, -- RFC 8785 JSON; its SHA-256 is the key
  created_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER statement_is_never_changed BEFORE UPDATE ON statement
BEGIN SELECT RAISE(ABORT, 'a statement is never changed'); END;

CREATE TRIGGER statement_is_never_deleted BEFORE DELETE ON statement
BEGIN SELECT RAISE(ABORT, 'a statement is never deleted'); END;

CREATE TRIGGER statement_is_never_replaced BEFORE INSERT ON statement
WHEN EXISTS (SELECT 1 FROM statement WHERE sha256 = NEW.sha256 AND content <> NEW.content)
BEGIN SELECT RAISE(ABORT, 'a statement is never changed'); END;

CREATE TABLE form (
  key             TEXT PRIMARY KEY,
  version         INTEGER NOT NULL,
  locale          TEXT NOT NULL,           -- the locale to fall back to
  active          INTEGER NOT NULL DEFAULT 1,
  origins         TEXT NOT NULL CHECK (json_valid(origins)),
  expires_at      INTEGER,                 -- UTC ms
  max_submissions INTEGER,
  submissions     INTEGER NOT NULL DEFAULT 0,
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

CREATE TABLE form_count (
  form  TEXT NOT NULL,
  day   TEXT NOT NULL, -- UTC
  what  TEXT NOT NULL CHECK (what IN ('shown', 'started', 'submitted', 'confirmed')),
  page  TEXT NOT NULL DEFAULT '', -- without its query
  utm   TEXT NOT NULL DEFAULT '', -- source/medium/campaign
  count INTEGER NOT NULL,
  PRIMARY KEY (form, day, what, page, utm)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id         TEXT PRIMARY KEY,
  email      TEXT NOT NULL UNIQUE,
  locale     TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Links that were made before this moment (UTC ms) open nothing any more.
  links_after INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX person_by_age ON person (created_at, id);

CREATE TRIGGER person_is_counted AFTER INSERT ON person
BEGIN UPDATE person_count SET count = count + 1 WHERE one = 1; END;

CREATE TRIGGER person_is_counted_no_more AFTER DELETE ON person
BEGIN UPDATE person_count SET count = count - 1 WHERE one = 1; END;

CREATE TABLE person_count (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  count INTEGER NOT NULL
) STRICT;

CREATE TABLE person_field (
  person      TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  name        TEXT NOT NULL,
  value       TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE undeliverable (
  person      TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE suppression (
  hash       TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE standing_count (
  item_kind TEXT NOT NULL,
  item      TEXT NOT NULL,
  decision  TEXT NOT NULL,
  count     INTEGER NOT NULL,
  PRIMARY KEY (item_kind, item, decision)
) STRICT, WITHOUT ROWID;

CREATE TABLE wording_count (
  purpose   TEXT NOT NULL,
  statement TEXT NOT NULL, -- '' where no words of ours were shown: registered by hand, imported
  count     INTEGER NOT NULL,
  PRIMARY KEY (purpose, statement)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_count (
  day        TEXT NOT NULL,
  item_kind  TEXT NOT NULL,
  item       TEXT NOT NULL,
  decision   TEXT NOT NULL,
  counted_as TEXT NOT NULL,
  count      INTEGER NOT NULL,
  PRIMARY KEY (item_kind, item, day, decision, counted_as)
) STRICT, WITHOUT ROWID;

CREATE TABLE subject (
  sha256 TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  email  TEXT NOT NULL,
  salt   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX subject_by_person ON subject (person);

CREATE TABLE comment (
  record TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  salt   TEXT NOT NULL,
  text   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX comment_by_person ON comment (person);

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
  -- Whether someone has dealt with what was sent, and who.
  processed_at    INTEGER,
  processed_by    TEXT,
  UNIQUE (form, idempotency_key)
) STRICT;

CREATE INDEX submission_by_age -- Which submissions are the oldest, and which the newest?
ON submission (recorded_at, id);

CREATE INDEX submission_by_form -- What was sent in this form, the newest first?
ON submission (form, recorded_at, id);

CREATE INDEX submission_by_person -- What did this person send, and when?
ON submission (person, recorded_at);

CREATE INDEX submission_new -- What has nobody dealt with yet?
ON submission (recorded_at, id) WHERE processed_at IS NULL;

CREATE TRIGGER submission_is_counted AFTER INSERT ON submission
BEGIN
  UPDATE form SET submissions = submissions + 1 WHERE key = NEW.form;
END;

CREATE TABLE evidence (
  submission TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  ip         TEXT,
  user_agent TEXT,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_by_expiry -- Which evidence has been kept long enough?
ON evidence (expires_at);

CREATE TABLE confirmation (
  submission   TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  expires_at   INTEGER NOT NULL,          -- until when the link and the code are good
  tries        INTEGER NOT NULL DEFAULT 0, -- of the code
  confirmed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX confirmation_open -- Whose confirmation is overdue?
ON confirmation (expires_at) WHERE confirmed_at IS NULL;

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
  token      TEXT PRIMARY KEY, -- kid and jti
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
  person   TEXT NOT NULL, -- a random id; it stays when the person is erased
  kind     TEXT NOT NULL CHECK (kind IN
    ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection')),
  -- waiting: an erasure in its time of grace. open: for the privacy officer.
  state    TEXT NOT NULL CHECK (state IN ('open', 'waiting', 'done', 'cancelled')),
  asked_at INTEGER NOT NULL,
  due_at   INTEGER NOT NULL, -- a month later (art. 12(3))
  acts_at  INTEGER,          -- when an erasure is carried out
  ended_at INTEGER,
  -- Made before the row is written, so that what hangs from a request goes into the same batch.
  id       TEXT,
  refused  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX request_by_id -- Which request has this id?
ON request (id) WHERE id IS NOT NULL;

CREATE INDEX request_by_person -- What did this person ask for?
ON request (person, number);

CREATE INDEX request_by_state -- What is open or waiting, the earliest deadline first?
ON request (state, due_at);

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
  request INTEGER PRIMARY KEY REFERENCES request (number),
  person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  text    TEXT NOT NULL
) STRICT;

CREATE INDEX request_reason_by_person -- What was this person told of their requests?
ON request_reason (person);

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
) STRICT;

CREATE INDEX outbox_by_person -- Which emails did this person get, of this template?
ON outbox (person, template);

CREATE INDEX outbox_by_recipient -- How many emails went to this address since then?
ON outbox (recipient, created_at) WHERE recipient IS NOT NULL;

CREATE INDEX outbox_dead -- Which emails failed for good, the newest first?
ON outbox (created_at) WHERE state = 'dead';

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
  button   TEXT NOT NULL, -- on the link, where the letter has one
  footer   TEXT NOT NULL,
  PRIMARY KEY (template, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE due_notice (
  person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  due_at INTEGER NOT NULL -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE INDEX due_notice_by_time -- Who is owed a privacy notice, the earliest deadline first?
ON due_notice (due_at);

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

CREATE TABLE breach_case (
  id            TEXT PRIMARY KEY,
  title         TEXT NOT NULL,
  facts         TEXT NOT NULL CHECK (json_valid(facts)), -- nature, consequences, measures, contact
  discovered_at INTEGER NOT NULL,
  authority_at  INTEGER, -- when the authority was told (GDPR art. 33)
  closed_at     INTEGER,
  created_by    TEXT NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE breach_notified (
  breach  TEXT NOT NULL REFERENCES breach_case (id),
  person  TEXT NOT NULL,
  notified_at INTEGER NOT NULL,
  PRIMARY KEY (breach, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE sweep (
  name   TEXT PRIMARY KEY,
  cursor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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
  person      TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  recorded_at INTEGER NOT NULL,
  added       INTEGER NOT NULL, -- 1: the job made them known
  PRIMARY KEY (job, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_person_by_person -- Which jobs were about this person?
ON job_person (person);

CREATE TABLE import_file (
  job         TEXT PRIMARY KEY,
  uploaded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX import_file_by_age -- Which uploads are the oldest?
ON import_file (uploaded_at);

CREATE TABLE import_row (
  job     TEXT NOT NULL REFERENCES import_file (job) ON DELETE CASCADE,
  number  INTEGER NOT NULL, -- of the row, as a spreadsheet counts it
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (job, number)
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

CREATE TABLE log (
  number     INTEGER PRIMARY KEY,
  origin     TEXT NOT NULL,    -- the log's name, and where it is served: its address without the scheme
  started_at INTEGER NOT NULL, -- UTC ms
  halted_at  INTEGER,          -- when the ledger was found to be other than what was signed
  halted_by  TEXT CHECK (halted_by IN ('shorter', 'changed', 'behind')),
  CHECK ((halted_at IS NULL) = (halted_by IS NULL))
) STRICT;

CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'a log is never deleted'); END;

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

CREATE TRIGGER log_tile_only_grows BEFORE UPDATE ON log_tile
WHEN substr(NEW.hashes, 1, length(OLD.hashes)) IS NOT OLD.hashes
  OR (NEW.log, NEW.level, NEW.number, NEW.first) IS NOT (OLD.log, OLD.level, OLD.number, OLD.first)
BEGIN SELECT RAISE(ABORT, 'a tile only grows'); END;

CREATE TABLE log_key (
  vkey      TEXT PRIMARY KEY,
  signed_at INTEGER NOT NULL -- UTC ms, first
) STRICT, WITHOUT ROWID;
