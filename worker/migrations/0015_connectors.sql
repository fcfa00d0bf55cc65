-- Tools that marketers send from, connected: what is written there, and what was read of it.

CREATE TABLE connection (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  connector  TEXT NOT NULL,
  name       TEXT NOT NULL,
  settings   TEXT NOT NULL CHECK (json_valid(settings)), -- what is no secret
  secrets    TEXT NOT NULL,                              -- sealed with SECRETS_KEY
  mapping    TEXT NOT NULL CHECK (json_valid(mapping)),
  most       INTEGER NOT NULL, -- so many changes a run may make
  takes_in   TEXT,             -- the locale in which people who are only known there are added here; NULL where they are not
  state      TEXT NOT NULL CHECK (state IN ('draft', 'live', 'paused')),
  stopped    TEXT,
  created_at INTEGER NOT NULL,
  -- The last occasion of the ledger that was sent there.
  sent_to    INTEGER NOT NULL,
  -- Nobody else works on it before this moment, and it is not asked again before that one (UTC ms).
  claimed_until INTEGER NOT NULL DEFAULT 0,
  retry_at   INTEGER NOT NULL DEFAULT 0,
  tries      INTEGER NOT NULL DEFAULT 0,
  -- A comparison of everybody that is under way, and the last ones that ended.
  running    TEXT CHECK (json_valid(running)),
  dry_run    TEXT CHECK (json_valid(dry_run)),
  reconciled TEXT CHECK (json_valid(reconciled))
) STRICT;

-- What was last read of a person at a tool, and what was written there: all of it is forgotten with the person.
CREATE TABLE connected (
  -- Deleted with the person by the trigger below: looking for rows of a foreign key reads one where there is none.
  person     INTEGER NOT NULL,
  connection INTEGER NOT NULL REFERENCES connection (number) ON DELETE CASCADE,
  contacts   TEXT NOT NULL CHECK (json_valid(contacts)), -- the tool's ids of them, with what each item was
  differences TEXT NOT NULL CHECK (json_valid(differences)), -- why items differ, by item
  -- Their address has changed here since, or what was written there is yet to be seen.
  moved      INTEGER NOT NULL DEFAULT 0,
  -- The addresses that they have had since they were read there last, as a JSON array.
  before     TEXT CHECK (json_valid(before)),
  seen_at    INTEGER NOT NULL,
  PRIMARY KEY (person, connection)
) STRICT, WITHOUT ROWID;

CREATE INDEX connected_by_connection -- Whom does this tool know?
ON connected (connection);

CREATE INDEX connected_that_differ -- Who differs at this tool?
ON connected (connection, person) WHERE differences <> '{}';

CREATE INDEX connected_that_moved -- Who is to be read again at this tool?
ON connected (connection, person) WHERE moved = 1;

CREATE TRIGGER connected_person_moves AFTER UPDATE OF email ON person
WHEN OLD.email <> NEW.email AND (SELECT COUNT(*) FROM connection) > 0
BEGIN
  -- Also of someone who was never read there: what they said under the address that they had counts.
  INSERT INTO connected (person, connection, contacts, differences, moved, seen_at, before)
  SELECT NEW.number, number, '[]', '{}', 1, 0, json_array(OLD.email)
  FROM connection
  WHERE true
  ON CONFLICT (person, connection) DO UPDATE SET
    moved = 1,
    before = json_insert(COALESCE(before, '[]'), '$[#]', OLD.email);
END;

-- Erasures that tools are yet to be told of, by the ids that they know people by; what they answered stays (art. 19).
CREATE TABLE connection_erasure (
  connection  INTEGER NOT NULL REFERENCES connection (number) ON DELETE CASCADE,
  person      TEXT NOT NULL,
  contacts    TEXT CHECK (json_valid(contacts)),
  asked_at    INTEGER NOT NULL,
  answer      TEXT CHECK (answer IN ('erased', 'not-there')),
  answered_at INTEGER,
  refused_at  INTEGER, -- when the tool refused it last
  PRIMARY KEY (connection, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX connection_erasure_by_time -- Which erasures has this tool not answered, or answered last?
ON connection_erasure (connection, answered_at, refused_at);

CREATE TRIGGER erased_person_is_passed_on BEFORE DELETE ON person
WHEN (SELECT COUNT(*) FROM connection) > 0
BEGIN
  INSERT INTO connection_erasure (connection, person, contacts, asked_at)
  SELECT connection, OLD.id, (SELECT json_group_array(value ->> 'id') FROM json_each(contacts)),
    CAST(unixepoch('subsec') * 1000 AS INTEGER)
  FROM connected
  WHERE person = OLD.number AND json_array_length(contacts) > 0;
  DELETE FROM connected WHERE person = OLD.number;
END;
