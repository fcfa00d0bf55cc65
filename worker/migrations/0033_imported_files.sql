-- The rows of a file that is uploaded are written before its job: a file without a job is one whose upload
-- broke off, and is forgotten with all its rows.
CREATE TABLE import_file (
  job         TEXT PRIMARY KEY,
  uploaded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX import_file_by_age ON import_file (uploaded_at);

INSERT INTO import_file (job, uploaded_at)
SELECT id, created_at FROM job WHERE kind = 'import' AND state <> 'done';

CREATE TABLE import_row_new (
  job     TEXT NOT NULL REFERENCES import_file (job) ON DELETE CASCADE,
  number  INTEGER NOT NULL, -- of the row, as a spreadsheet counts it
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (job, number)
) STRICT, WITHOUT ROWID;

INSERT INTO import_row_new (job, number, content)
SELECT job, number, content FROM import_row WHERE job IN (SELECT job FROM import_file);

DROP TABLE import_row;
ALTER TABLE import_row_new RENAME TO import_row;

-- Whether a problem left out the row, or only one value of it.
ALTER TABLE import_problem ADD COLUMN dropped TEXT NOT NULL DEFAULT 'row' CHECK (dropped IN ('row', 'value'));

-- When someone decided, where that was before it was recorded here: an import says so.
ALTER TABLE record ADD COLUMN decided_at INTEGER;
