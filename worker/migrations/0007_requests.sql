-- People using their rights (GDPR art. 15 to 21).

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

-- How the privacy officer decided a request, and why.
CREATE TABLE request_reason (
  request INTEGER PRIMARY KEY REFERENCES request (number),
  person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  text    TEXT NOT NULL
) STRICT;

CREATE INDEX request_reason_by_person -- What was this person told of their requests?
ON request_reason (person);
