-- Forms that are being written, and how forms fare.

CREATE TABLE form_draft (
  form       TEXT PRIMARY KEY,
  definition TEXT NOT NULL CHECK (json_valid(definition)), -- may be incomplete
  updated_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Counts by day, and where visitors came from; nobody is told apart from anybody.
CREATE TABLE form_count (
  form  TEXT NOT NULL,
  day   TEXT NOT NULL, -- UTC
  what  TEXT NOT NULL CHECK (what IN ('shown', 'started', 'submitted', 'confirmed')),
  page  TEXT NOT NULL DEFAULT '', -- without its query
  utm   TEXT NOT NULL DEFAULT '', -- source/medium/campaign
  count INTEGER NOT NULL,
  PRIMARY KEY (form, day, what, page, utm)
) STRICT, WITHOUT ROWID;

-- What was decided, by day: kept by the write that decides, so that no code can forget it.
CREATE TABLE record_count (
  day       TEXT NOT NULL,
  item_kind TEXT NOT NULL,
  item      TEXT NOT NULL,
  decision  TEXT NOT NULL,
  count     INTEGER NOT NULL,
  PRIMARY KEY (item_kind, item, day, decision)
) STRICT, WITHOUT ROWID;

-- How many stand how. It follows standing, whatever changes that.
CREATE TABLE standing_count (
  item_kind TEXT NOT NULL,
  item      TEXT NOT NULL,
  decision  TEXT NOT NULL,
  count     INTEGER NOT NULL,
  PRIMARY KEY (item_kind, item, decision)
) STRICT, WITHOUT ROWID;

INSERT INTO record_count (day, item_kind, item, decision, count)
SELECT date(recorded_at / 1000, 'unixepoch'), item_kind, item, decision, COUNT(*)
FROM record
GROUP BY 1, 2, 3, 4;

INSERT INTO standing_count (item_kind, item, decision, count)
SELECT item_kind, item, decision, COUNT(*)
FROM standing
GROUP BY 1, 2, 3;

INSERT INTO form_count (form, day, what, count)
SELECT form, date(recorded_at / 1000, 'unixepoch'), 'submitted', COUNT(*)
FROM submission
GROUP BY 1, 2;

CREATE TRIGGER record_is_counted AFTER INSERT ON record
BEGIN
  INSERT INTO record_count (day, item_kind, item, decision, count)
  VALUES (date(NEW.recorded_at / 1000, 'unixepoch'), NEW.item_kind, NEW.item, NEW.decision, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

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

-- How many people there are.
CREATE TABLE person_count (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  count INTEGER NOT NULL
) STRICT;

INSERT INTO person_count (one, count) SELECT 1, COUNT(*) FROM person;

CREATE TRIGGER person_is_counted AFTER INSERT ON person
BEGIN UPDATE person_count SET count = count + 1 WHERE one = 1; END;

CREATE TRIGGER person_is_counted_no_more AFTER DELETE ON person
BEGIN UPDATE person_count SET count = count - 1 WHERE one = 1; END;
