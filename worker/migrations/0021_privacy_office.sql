-- What the privacy officer keeps: breaches, how far sweeps are, and who data goes to.

CREATE TABLE breach_case (
  id            TEXT PRIMARY KEY,
  title         TEXT NOT NULL,
  facts         TEXT NOT NULL CHECK (json_valid(facts)), -- nature, consequences, measures, contact
  discovered_at INTEGER NOT NULL,
  authority_at  INTEGER, -- when the authority was told (GDPR art. 33)
  closed_at     INTEGER,
  created_by    TEXT NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;

-- Who was told of a breach, and when; it stays when the person is erased.
CREATE TABLE breach_told (
  breach  TEXT NOT NULL REFERENCES breach_case (id),
  person  TEXT NOT NULL,
  told_at INTEGER NOT NULL,
  PRIMARY KEY (breach, person)
) STRICT, WITHOUT ROWID;

-- Where a sweep over everybody goes on next time.
CREATE TABLE sweep (
  name   TEXT PRIMARY KEY,
  cursor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Of whom what a form says is kept with the person only after somebody has looked at it.
ALTER TABLE form ADD COLUMN review TEXT NOT NULL DEFAULT 'none' CHECK (review IN ('none', 'unknown', 'all'));

INSERT INTO setting (key, value) VALUES
  ('confirm-default', 'true'), -- whether a new form asks for the address to be confirmed
  ('recipients', '["Cloudflare (hosting)"]'); -- for the register of processing (GDPR art. 30)
