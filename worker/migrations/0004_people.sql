-- People, and what can be erased of them.

-- The id is random: it says nothing of the person once this row is gone.
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

-- How many people there are.
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

-- Addresses that refused our emails for good.
CREATE TABLE undeliverable (
  person      TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Keyed hashes of erased addresses, so that no import brings a person back unnoticed.
CREATE TABLE suppression (
  hash       TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A saved filter over people.
CREATE TABLE segment (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  filter     TEXT NOT NULL CHECK (json_valid(filter)),
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Who is in a segment that was made from a list of addresses, not from a filter.
CREATE TABLE segment_person (
  segment TEXT NOT NULL REFERENCES segment (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  person    TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (segment, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX segment_person_by_person ON segment_person (person);
