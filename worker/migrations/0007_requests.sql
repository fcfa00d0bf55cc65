-- People using their rights (GDPR art. 15 to 21).

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

-- A person asks, and corrects, so often in 24 hours: each has its email and its row. Two at once count as two.
-- A change of address was capped by its emails when it was asked for.
CREATE TRIGGER request_is_capped BEFORE INSERT ON request
WHEN (SELECT COUNT(*) FROM request
    WHERE person = NEW.person
      AND asked_at > NEW.asked_at - 86400000
      AND (kind = 'rectification' AND state = 'done') = (NEW.kind = 'rectification' AND NEW.state = 'done')) >= 20
  AND NOT EXISTS (SELECT 1 FROM address_change WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'too many requests in a day'); END;

CREATE INDEX request_by_state -- What is open or waiting, the earliest deadline first?
ON request (state, due_at);

CREATE INDEX request_waiting -- Which erasures are due?
ON request (state, acts_at) WHERE acts_at IS NOT NULL;

-- What someone wrote with a request; erased with the person.
CREATE TABLE request_message (
  request INTEGER PRIMARY KEY REFERENCES request (number),
  person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  text    TEXT NOT NULL
) STRICT;

CREATE INDEX request_message_by_person -- What did this person write with their requests?
ON request_message (person);

-- Why a request was refused, or takes longer, as the person was told.
CREATE TABLE request_reason (
  request INTEGER NOT NULL REFERENCES request (number),
  about   TEXT NOT NULL CHECK (about IN ('refusal', 'extension')),
  person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  text    TEXT NOT NULL,
  PRIMARY KEY (request, about)
) STRICT, WITHOUT ROWID;

CREATE INDEX request_reason_by_person -- What was this person told of their requests?
ON request_reason (person);

-- What staff noted on a request; erased with the person.
CREATE TABLE request_note (
  number   INTEGER PRIMARY KEY,
  request  INTEGER NOT NULL REFERENCES request (number),
  person   TEXT REFERENCES person (id) ON DELETE CASCADE,
  actor    TEXT NOT NULL,
  text     TEXT NOT NULL,
  noted_at INTEGER NOT NULL
) STRICT;

CREATE INDEX request_note_by_request -- What was noted on this request?
ON request_note (request);

CREATE INDEX request_note_by_person -- What was noted on this person's requests?
ON request_note (person);

-- Who asked, where nobody was found in the data: forgotten, with the notes, a year after the request ended.
CREATE TABLE request_contact (
  request INTEGER PRIMARY KEY REFERENCES request (number),
  text    TEXT NOT NULL
) STRICT;

-- Recipients of the data who were told of an erasure, a correction or a restriction (art. 19). It holds nothing of
-- the person, and stays.
CREATE TABLE request_told (
  request   INTEGER NOT NULL REFERENCES request (number),
  recipient TEXT NOT NULL,
  actor     TEXT NOT NULL,
  told_at   INTEGER NOT NULL,
  PRIMARY KEY (request, recipient)
) STRICT, WITHOUT ROWID;
