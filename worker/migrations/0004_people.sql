-- People, and what can be erased of them.

-- The id is random: it says nothing of the person once this row is gone. The number stands for it wherever rows are
-- many, and is never given twice: what an erased person leaves in the ledger never becomes another's.
CREATE TABLE person (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  email      TEXT NOT NULL UNIQUE,
  locale     TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Links that were made before this moment (UTC ms) open nothing any more.
  links_after INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The random ids of people who were erased, by the numbers that the ledger knows them by.
CREATE TABLE former_person (
  number INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER former_person_is_never_changed BEFORE UPDATE ON former_person
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER former_person_is_never_deleted BEFORE DELETE ON former_person
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER former_person_is_never_replaced BEFORE INSERT ON former_person
WHEN NEW.number IN (SELECT number FROM former_person) OR NEW.id IN (SELECT id FROM former_person)
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER person_is_former AFTER DELETE ON person
BEGIN
  INSERT INTO former_person (number, id) VALUES (OLD.number, OLD.id);
  INSERT INTO erased (person) VALUES (OLD.id);
END;

-- Who was erased, and keyed hashes of addresses that stay so, in the order in which that was. It is kept outside of
-- the database too, so that a backup from before forgets them again.
CREATE TABLE erased (
  number INTEGER PRIMARY KEY,
  person TEXT,
  hash   TEXT,
  CHECK ((person IS NULL) <> (hash IS NULL))
) STRICT;

CREATE TRIGGER erased_is_never_changed BEFORE UPDATE ON erased
BEGIN SELECT RAISE(ABORT, 'who was erased stays so'); END;

CREATE TRIGGER erased_is_never_deleted BEFORE DELETE ON erased
BEGIN SELECT RAISE(ABORT, 'who was erased stays so'); END;

CREATE TRIGGER erased_is_never_replaced BEFORE INSERT ON erased
WHEN NEW.number > 0 AND NEW.number IN (SELECT number FROM erased)
BEGIN SELECT RAISE(ABORT, 'who was erased stays so'); END;

-- How far the copy outside has got: its last file, and the last row in that.
CREATE TABLE erased_copy (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  file   INTEGER NOT NULL,
  number INTEGER NOT NULL
) STRICT;

INSERT INTO erased_copy (one, file, number) VALUES (1, 0, 0);

-- A new row gets the number after the highest that is there, which was the newest person's if they were just erased.
-- AUTOINCREMENT would see to it too, and write a row more for each person.
CREATE TRIGGER person_number_is_new AFTER INSERT ON person
WHEN EXISTS (SELECT 1 FROM former_person WHERE number >= NEW.number)
BEGIN
  UPDATE person
  SET number = 1 + MAX((SELECT MAX(number) FROM former_person), (SELECT MAX(number) FROM person))
  WHERE number = NEW.number;
END;

-- Nobody is added without an id: so that a sign-up, which gives none unless it was recorded, inserts without a SELECT.
CREATE TRIGGER person_without_id_is_passed_over BEFORE INSERT ON person
WHEN NEW.id IS NULL
BEGIN SELECT RAISE(IGNORE); END;

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

CREATE TRIGGER suppression_is_erased AFTER INSERT ON suppression
BEGIN
  INSERT INTO erased (hash) VALUES (NEW.hash);
END;

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

CREATE INDEX segment_person_by_person -- Which segments is this person in?
ON segment_person (person);

-- Any part of an address or a name is found by the three letters that begin at each of its letters. The schedule puts
-- people in, so that a sign-up writes nothing here; what is taken out leaves nothing in the index.
CREATE VIRTUAL TABLE person_words USING fts5 (words, tokenize = 'trigram remove_diacritics 1');

INSERT INTO person_words (person_words, rank) VALUES ('secure-delete', 1);

-- Up to which number people have been put in.
CREATE TABLE person_words_upto (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL
) STRICT;

INSERT INTO person_words_upto (one, number) VALUES (1, 0);

-- Of those, whose address or name has changed since.
CREATE TABLE person_words_due (
  number INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER person_address_is_searched AFTER UPDATE OF email ON person
WHEN NEW.number <= (SELECT number FROM person_words_upto WHERE one = 1)
BEGIN
  INSERT INTO person_words_due (number) VALUES (NEW.number) ON CONFLICT (number) DO NOTHING;
END;

CREATE TRIGGER person_words_are_erased AFTER DELETE ON person
WHEN OLD.number <= (SELECT number FROM person_words_upto WHERE one = 1)
BEGIN
  DELETE FROM person_words WHERE rowid = OLD.number;
  DELETE FROM person_words_due WHERE number = OLD.number;
END;

CREATE TRIGGER person_name_is_added AFTER INSERT ON person_field
WHEN NEW.name IN ('name', 'given-name', 'family-name')
BEGIN
  INSERT INTO person_words_due (number)
  SELECT number
  FROM person
  WHERE id = NEW.person AND number <= (SELECT number FROM person_words_upto WHERE one = 1)
  ON CONFLICT (number) DO NOTHING;
END;

CREATE TRIGGER person_name_is_changed AFTER UPDATE ON person_field
WHEN NEW.name IN ('name', 'given-name', 'family-name')
BEGIN
  INSERT INTO person_words_due (number)
  SELECT number
  FROM person
  WHERE id = NEW.person AND number <= (SELECT number FROM person_words_upto WHERE one = 1)
  ON CONFLICT (number) DO NOTHING;
END;

CREATE TRIGGER person_name_is_forgotten AFTER DELETE ON person_field
WHEN OLD.name IN ('name', 'given-name', 'family-name')
BEGIN
  INSERT INTO person_words_due (number)
  SELECT number
  FROM person
  WHERE id = OLD.person AND number <= (SELECT number FROM person_words_upto WHERE one = 1)
  ON CONFLICT (number) DO NOTHING;
END;
