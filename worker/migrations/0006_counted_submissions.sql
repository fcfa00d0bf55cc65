-- A form counts its own submissions, in the write that made them: no code can forget to.
CREATE TRIGGER submission_is_counted AFTER INSERT ON submission
BEGIN
  UPDATE form SET submissions = submissions + 1 WHERE key = NEW.form;
END;
