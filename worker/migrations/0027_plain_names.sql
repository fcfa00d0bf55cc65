-- A saved filter over people is called a segment.
ALTER TABLE selection RENAME TO segment;
ALTER TABLE selection_person RENAME TO segment_person;
ALTER TABLE segment_person RENAME COLUMN selection TO segment;
DROP INDEX selection_person_by_person;
CREATE INDEX segment_person_by_person ON segment_person (person);

-- People are notified of a breach, and a privacy notice is due to those who had none yet.
ALTER TABLE breach_told RENAME TO breach_notified;
ALTER TABLE breach_notified RENAME COLUMN told_at TO notified_at;
ALTER TABLE untold RENAME TO due_notice;
