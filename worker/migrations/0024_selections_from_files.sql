-- Who is in a selection that was made from a list of addresses, not from a filter.
CREATE TABLE selection_person (
  selection TEXT NOT NULL REFERENCES selection (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  person    TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (selection, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX selection_person_by_person ON selection_person (person);
