-- Counts of what the ledger holds. A record costs no row here: the tables hold what is counted up to an occasion,
-- the schedule moves that on, and the views add what came since, so that each number is exact at every moment.

-- How far the tables below have counted, and how many people there are up to a number.
CREATE TABLE counted (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  occasion INTEGER NOT NULL,
  person   INTEGER NOT NULL,
  people   INTEGER NOT NULL,
  day      TEXT NOT NULL DEFAULT ''
) STRICT;

-- How many submissions a form got up to that day; form_count has those of later days.
CREATE TABLE counted_form (
  form        TEXT PRIMARY KEY,
  submissions INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What is counted for a day that is over, as when the clock that wrote it was behind.
CREATE TRIGGER form_count_is_late AFTER INSERT ON form_count
WHEN NEW.what = 'submitted' AND NEW.day <= (SELECT day FROM counted WHERE one = 1)
BEGIN
  INSERT INTO counted_form (form, submissions)
  VALUES (NEW.form, NEW.count)
  ON CONFLICT DO UPDATE SET submissions = submissions + NEW.count;
END;

CREATE TRIGGER form_count_grows_late AFTER UPDATE OF count ON form_count
WHEN NEW.what = 'submitted' AND NEW.day <= (SELECT day FROM counted WHERE one = 1)
BEGIN
  UPDATE counted_form SET submissions = submissions + NEW.count - OLD.count WHERE form = NEW.form;
END;

CREATE TABLE counted_standing (
  item     INTEGER NOT NULL,
  decision INTEGER NOT NULL,
  count    INTEGER NOT NULL,
  PRIMARY KEY (item, decision)
) STRICT, WITHOUT ROWID;

CREATE TABLE counted_wording (
  item      INTEGER NOT NULL,
  statement INTEGER NOT NULL, -- 0 where no words of ours were shown: registered by hand, imported
  count     INTEGER NOT NULL,
  PRIMARY KEY (item, statement)
) STRICT, WITHOUT ROWID;

-- What was decided, by day: what people decided, or what was registered, imported and erased.
CREATE TABLE counted_record (
  item       INTEGER NOT NULL,
  day        TEXT NOT NULL, -- of the operator's time zone
  decision   INTEGER NOT NULL,
  counted_as INTEGER NOT NULL,
  count      INTEGER NOT NULL,
  PRIMARY KEY (item, day, decision, counted_as)
) STRICT, WITHOUT ROWID;

-- The ledger tells what was decided, but not that a person was erased and nothing is held of them any more.
CREATE TRIGGER held_is_counted_no_more AFTER DELETE ON held
BEGIN
  INSERT INTO counted_standing (item, decision, count)
  VALUES (OLD.item, OLD.decision, -1)
  ON CONFLICT DO UPDATE SET count = count - 1;

  INSERT INTO counted_wording (item, statement, count)
  SELECT OLD.item, COALESCE(o.statement, 0), -1
  FROM occasion o
  JOIN item i ON i.code = OLD.item
  WHERE o.number = OLD.occasion AND i.kind = 'purpose' AND OLD.decision IN (1, 3)
  ON CONFLICT DO UPDATE SET count = count - 1;
END;

CREATE TRIGGER person_is_counted_no_more AFTER DELETE ON person
BEGIN
  UPDATE counted SET people = people - 1 WHERE person >= OLD.number;
END;

-- Decisions that the tables have not counted yet, each with what it took the place of.
CREATE VIEW uncounted AS
SELECT d.occasion, d.item, d.decision, o.statement, o.counted_as,
  (SELECT date((o.recorded_at + z.offset_ms) / 1000, 'unixepoch')
    FROM zone_offset z
    WHERE z.starts_at <= o.recorded_at
    ORDER BY z.starts_at DESC
    LIMIT 1) AS day,
  d.before,
  (SELECT statement FROM occasion WHERE number = d.before_on) AS statement_before
FROM counted c
CROSS JOIN occasion o ON o.number > c.occasion
CROSS JOIN decided d ON d.occasion = o.number;

-- How many consented or were told, by the words that they were shown: the statement of the record that holds.
CREATE VIEW wording_count AS
SELECT i.key AS purpose, COALESCE(t.sha256, '') AS statement, SUM(w.count) AS count
FROM (
  SELECT item, statement, count FROM counted_wording
  UNION ALL
  SELECT item, COALESCE(statement, 0), 1 FROM uncounted WHERE decision IN (1, 3)
  UNION ALL
  SELECT item, COALESCE(statement_before, 0), -1 FROM uncounted WHERE before IN (1, 3)
) w
CROSS JOIN item i ON i.code = w.item AND i.kind = 'purpose'
LEFT JOIN statement t ON t.number = w.statement
GROUP BY w.item, w.statement;
