-- Emails on their way out, in which words, and who is still owed one.

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

-- For development only: where mail lands instead of going out.
CREATE TABLE mailbox (
  id          TEXT PRIMARY KEY,
  recipient   TEXT NOT NULL,
  message     TEXT NOT NULL CHECK (json_valid(message)),
  received_at INTEGER NOT NULL
) STRICT;

-- What an operator wrote in place of the emails in worker/locales. Texts hold {places}; a blank line in the body
-- parts two paragraphs.
CREATE TABLE mail_text (
  template TEXT NOT NULL,
  locale   TEXT NOT NULL,
  subject  TEXT NOT NULL,
  body     TEXT NOT NULL,
  button   TEXT NOT NULL, -- on the link, where the email has one
  footer   TEXT NOT NULL,
  PRIMARY KEY (template, locale)
) STRICT, WITHOUT ROWID;

-- People whose data came from elsewhere and who have not been told yet (GDPR art. 14), by their numbers: everyone from
-- the first to the last, so that an import writes a row for hundreds. No number is in two rows, and who goes is taken
-- out: each number is that of someone who is known and due.
CREATE TABLE due_notice (
  last   INTEGER PRIMARY KEY,
  first  INTEGER NOT NULL CHECK (first <= last),
  source TEXT NOT NULL,
  due_at INTEGER NOT NULL -- UTC ms
) STRICT;

-- How many are due by the day (days since 1970, UTC): counting them takes no scan. What adds many adds their number
-- once; the trigger below takes off each that goes.
CREATE TABLE due_notice_count (
  day   INTEGER PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT;

CREATE INDEX due_notice_by_time -- Who is owed a privacy notice, the earliest deadline first?
ON due_notice (due_at);

-- The same person by person: for one person, or a few, at a time.
CREATE VIEW due_person AS
SELECT p.number, p.id AS person, d.source, d.due_at
FROM person p
CROSS JOIN due_notice d ON d.last = (SELECT MIN(last) FROM due_notice WHERE last >= p.number) AND d.first <= p.number;

-- Parts the row of someone who is told, or gone, into those before and those after.
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

CREATE TRIGGER due_person_goes_with_its_person BEFORE DELETE ON person
BEGIN
  DELETE FROM due_person WHERE number = OLD.number;
END;

-- What providers of email reported, by a hash of the provider's own id of it: what comes again is done once.
CREATE TABLE signal_taken (
  id          TEXT PRIMARY KEY,
  received_at INTEGER NOT NULL -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE INDEX signal_taken_by_time -- Which reports are so old that none of them comes again?
ON signal_taken (received_at);

-- When each provider reported last, and how much so far.
CREATE TABLE signal_provider (
  provider    TEXT PRIMARY KEY,
  received_at INTEGER NOT NULL, -- UTC ms
  taken       INTEGER NOT NULL,
  ignored     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
