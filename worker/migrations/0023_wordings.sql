-- How many stand as given, by the words that they were shown: the statement of the record that holds.
CREATE TABLE wording_count (
  purpose   TEXT NOT NULL,
  statement TEXT NOT NULL, -- '' where no words of ours were shown: registered by hand, imported
  count     INTEGER NOT NULL,
  PRIMARY KEY (purpose, statement)
) STRICT, WITHOUT ROWID;

INSERT INTO wording_count (purpose, statement, count)
SELECT s.item, COALESCE(r.statement, ''), COUNT(*)
FROM standing s
JOIN record r ON r.id = s.record
WHERE s.item_kind = 'purpose' AND s.decision = 'given'
GROUP BY 1, 2;

CREATE TRIGGER wording_is_counted AFTER INSERT ON standing
WHEN NEW.item_kind = 'purpose' AND NEW.decision = 'given'
BEGIN
  INSERT INTO wording_count (purpose, statement, count)
  SELECT NEW.item, COALESCE(statement, ''), 1 FROM record WHERE id = NEW.record
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER wording_is_counted_anew AFTER UPDATE OF record ON standing
WHEN NEW.item_kind = 'purpose' AND (OLD.decision = 'given' OR NEW.decision = 'given')
BEGIN
  UPDATE wording_count SET count = count - 1
  WHERE OLD.decision = 'given' AND purpose = OLD.item
    AND statement = (SELECT COALESCE(statement, '') FROM record WHERE id = OLD.record);
  INSERT INTO wording_count (purpose, statement, count)
  SELECT NEW.item, COALESCE(statement, ''), 1 FROM record WHERE NEW.decision = 'given' AND id = NEW.record
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER wording_is_counted_no_more AFTER DELETE ON standing
WHEN OLD.item_kind = 'purpose' AND OLD.decision = 'given'
BEGIN
  UPDATE wording_count SET count = count - 1
  WHERE purpose = OLD.item AND statement = (SELECT COALESCE(statement, '') FROM record WHERE id = OLD.record);
END;
