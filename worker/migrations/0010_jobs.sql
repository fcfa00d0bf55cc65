-- Work over many people.

-- Work over many people, in slices. What it does, to whom, how far it is.
CREATE TABLE job (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('draft', 'running', 'stopped', 'done', 'failed')),
  filter     TEXT NOT NULL CHECK (json_valid(filter)),
  orders     TEXT NOT NULL CHECK (json_valid(orders)), -- what is to be done, by the kind's own schema
  cursor     TEXT NOT NULL DEFAULT '',
  seen       INTEGER NOT NULL DEFAULT 0, -- how many were looked at
  changed    INTEGER NOT NULL DEFAULT 0, -- with how many something was done
  total      INTEGER NOT NULL,           -- as the dry run counted
  error      TEXT,
  actor      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at   INTEGER,
  leased_to  INTEGER NOT NULL DEFAULT 0, -- until when (UTC ms) a runner has it to itself
  undoes     TEXT REFERENCES job (id)    -- the job that it undoes; none is undone twice
) STRICT;

CREATE INDEX job_by_time -- Which jobs are the newest?
ON job (created_at);

CREATE INDEX job_running -- Which jobs are to be run?
ON job (leased_to) WHERE state = 'running';

CREATE UNIQUE INDEX job_undoes -- Which job undoes this one?
ON job (undoes) WHERE undoes IS NOT NULL;

-- One row a slice that is done, in the batch that does it: the same slice twice fails as a whole.
CREATE TABLE job_slice (
  job    TEXT NOT NULL REFERENCES job (id),
  cursor TEXT NOT NULL,
  PRIMARY KEY (job, cursor)
) STRICT, WITHOUT ROWID;

-- How many people a job has added, changed or left alone, and for what: as its dry run said.
CREATE TABLE job_outcome (
  job     TEXT NOT NULL REFERENCES job (id),
  outcome TEXT NOT NULL,
  count   INTEGER NOT NULL,
  PRIMARY KEY (job, outcome)
) STRICT, WITHOUT ROWID;

-- Everyone known before whom an import or a bulk update was about, and when (UTC ms) it wrote what it wrote of them.
CREATE TABLE job_person (
  job         TEXT NOT NULL REFERENCES job (id),
  person      INTEGER NOT NULL, -- their number; it stays when the person is erased
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (job, person)
) STRICT, WITHOUT ROWID;

-- Everyone whom an import made known: a slice gives its people numbers in a row, from the first to the last.
CREATE TABLE job_added (
  job         TEXT NOT NULL REFERENCES job (id),
  last        INTEGER NOT NULL,
  first       INTEGER NOT NULL CHECK (first <= last),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (job, last)
) STRICT, WITHOUT ROWID;

-- The rows of a file that is uploaded are written before its job: a file without a job is one whose upload
-- broke off, and is forgotten with all its rows.
CREATE TABLE import_file (
  job         TEXT PRIMARY KEY,
  uploaded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX import_file_by_age -- Which uploads are the oldest?
ON import_file (uploaded_at);

-- Rows of a file that is imported, hundreds together, until they are; what identifies goes when its slice is done.
CREATE TABLE import_part (
  job     TEXT NOT NULL REFERENCES import_file (job) ON DELETE CASCADE,
  last    INTEGER NOT NULL, -- the number of its last row, as a spreadsheet counts it
  count   INTEGER NOT NULL, -- of its rows
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (job, last)
) STRICT, WITHOUT ROWID;

-- What was wrong with rows of an import; never what they said.
CREATE TABLE import_problem (
  job    TEXT NOT NULL REFERENCES job (id),
  number INTEGER NOT NULL,
  field  TEXT NOT NULL,
  code   TEXT NOT NULL,
  -- Whether a problem left out the row, or only one value of it.
  dropped TEXT NOT NULL DEFAULT 'row' CHECK (dropped IN ('row', 'value')),
  PRIMARY KEY (job, number, field)
) STRICT, WITHOUT ROWID;
