-- Days are those of the operator's time zone. SQLite knows no zones, so what one differs from UTC is kept here,
-- by when it begins; it is written with the setting.
INSERT INTO setting (key, value) VALUES ('time-zone', '"UTC"');

CREATE TABLE zone_offset (
  starts_at INTEGER PRIMARY KEY, -- UTC ms
  offset_ms INTEGER NOT NULL
) STRICT;
INSERT INTO zone_offset (starts_at, offset_ms) VALUES (0, 0);

DROP TRIGGER record_is_counted;
CREATE TRIGGER record_is_counted AFTER INSERT ON record
BEGIN
  INSERT INTO record_count (day, item_kind, item, decision, counted_as, count)
  SELECT date((NEW.recorded_at + offset_ms) / 1000, 'unixepoch'), NEW.item_kind, NEW.item, NEW.decision, NEW.counted_as, 1
  FROM zone_offset
  WHERE starts_at <= NEW.recorded_at
  ORDER BY starts_at DESC
  LIMIT 1
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

-- Locales that no platform takes, as `en-12` and `en-GB-US`, were accepted once: their language is what is left.
UPDATE person
SET locale = substr(locale, 1, instr(locale, '-') - 1)
WHERE (locale GLOB '*[0-9]*' AND locale NOT GLOB '*-[0-9][0-9][0-9]')
   OR (locale GLOB '*-*-*' AND locale NOT GLOB '*-[A-Za-z][A-Za-z][A-Za-z][A-Za-z]-[A-Za-z][A-Za-z]');
