-- A subscription that rests for a while. Consent stands; only letters wait.
CREATE TABLE pause (
  person       TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  subscription TEXT NOT NULL REFERENCES subscription_type (key),
  until        INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (person, subscription)
) STRICT, WITHOUT ROWID;
