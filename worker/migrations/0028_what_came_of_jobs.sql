-- How many people a job has added, changed or left alone, and for what: as its dry run said.
CREATE TABLE job_outcome (
  job     TEXT NOT NULL REFERENCES job (id),
  outcome TEXT NOT NULL,
  count   INTEGER NOT NULL,
  PRIMARY KEY (job, outcome)
) STRICT, WITHOUT ROWID;

-- Everyone whom an import or a bulk update was about, and when (UTC ms) it wrote what it wrote of them.
CREATE TABLE job_person (
  job         TEXT NOT NULL REFERENCES job (id),
  person      TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  recorded_at INTEGER NOT NULL,
  added       INTEGER NOT NULL, -- 1: the job made them known
  PRIMARY KEY (job, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_person_by_person ON job_person (person);

-- Importing and writing to many needs a right of its own; nobody can give it unless somebody has it.
UPDATE user
SET rights = json_insert(rights, '$[#]', 'bulk')
WHERE EXISTS (SELECT 1 FROM json_each(rights) WHERE value = 'bulk-update');

UPDATE api_key
SET rights = json_insert(rights, '$[#]', 'bulk')
WHERE EXISTS (SELECT 1 FROM json_each(rights) WHERE value = 'bulk-update');
