-- Erasing says why; what was ordered before was asked for.
UPDATE job
SET orders = json_set(orders, '$.reason', 'request')
WHERE kind = 'bulk-delete';

-- The job that a job undoes; none is undone twice.
ALTER TABLE job ADD COLUMN undoes TEXT REFERENCES job (id);
CREATE UNIQUE INDEX job_undoes ON job (undoes) WHERE undoes IS NOT NULL;

-- How records came that restore what stood before a job. Nobody chooses it.
INSERT INTO source (key, active, rank) VALUES ('undo', 0, 13) ON CONFLICT DO NOTHING;
INSERT INTO source_text (source, locale, name) VALUES
  ('undo', 'en', 'Undone import or bulk update'),
  ('undo', 'da', 'Fortrudt import eller masseændring')
ON CONFLICT DO NOTHING;
