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
  ended_at INTEGER
) STRICT;

CREATE INDEX request_by_person ON request (person, number);
CREATE INDEX request_by_state ON request (state, due_at);

-- What somebody wrote with a request; erased with the person.
CREATE TABLE request_message (
  request INTEGER PRIMARY KEY REFERENCES request (number),
  person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  text    TEXT NOT NULL
) STRICT;

CREATE INDEX request_message_by_person ON request_message (person);

-- Keyed hashes of erased addresses, so that no import brings a person back unnoticed.
CREATE TABLE suppression (
  hash       TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO setting (key, value) VALUES ('erasure-days', '7'); -- the time of grace

INSERT INTO mail_text (template, locale, subject, body, button, footer) VALUES
  ('request-received', 'en', 'Your request no. {number}',
   'We have your request no. {number} ({kind}). You hear from us before {due}.

{grace}',
   'See my requests', 'This letter is from {sender}.'),
  ('request-received', 'da', 'Din anmodning nr. {number}',
   'Vi har modtaget din anmodning nr. {number} ({kind}). Du hører fra os inden {due}.

{grace}',
   'Se mine anmodninger', 'Brevet er fra {sender}.'),
  ('request-done', 'en', 'Your request no. {number} is done',
   'Your request no. {number} ({kind}) has been carried out.',
   '', 'This letter is from {sender}.'),
  ('request-done', 'da', 'Din anmodning nr. {number} er udført',
   'Din anmodning nr. {number} ({kind}) er udført.',
   '', 'Brevet er fra {sender}.');
