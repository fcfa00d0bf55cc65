-- What happened, for those who follow it: webhooks, connectors, and programs that ask for changes. Triggers write a
-- row in the batch of the act itself, while anyone follows, and else none. Rows hold ids and keys only.

-- Who follows, and how far each has got. Events wait for a reader that `holds` them, beyond the time they are kept.
CREATE TABLE event_reader (
  name  TEXT PRIMARY KEY,  -- changes, webhook/{id}, connector/{key}
  after INTEGER NOT NULL,  -- the sequence of the last event that it has
  holds INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One act. Numbers are never given twice: the newest row is always kept.
CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  -- The types of its events, in their order, or `decided`: then the ledger has what each was.
  kind   TEXT NOT NULL,
  person TEXT,             -- a random id; it stays when the person is erased
  about  ANY,              -- the number of an occasion or a request, the id of a submission or a breach
  at     INTEGER NOT NULL  -- UTC ms
) STRICT;

CREATE TRIGGER decisions_are_events AFTER INSERT ON occasion
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  SELECT 'decided', id, NEW.number, NEW.recorded_at FROM person WHERE number = NEW.person;
END;

CREATE TRIGGER new_person_is_an_event AFTER INSERT ON person
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, at) VALUES ('person.created', NEW.id, NEW.created_at);
END;

CREATE TRIGGER erased_person_is_an_event AFTER DELETE ON person
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, at)
  VALUES ('person.erased', OLD.id, CAST(unixepoch('subsec') * 1000 AS INTEGER));
END;

-- A correction is a request that is done at once, or one that staff answer with it.
CREATE TRIGGER new_request_is_an_event AFTER INSERT ON request
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  VALUES ('request.opened'
      || iif(NEW.state = 'done' AND NEW.kind = 'rectification', ' person.corrected', '')
      || iif(NEW.state IN ('open', 'waiting'), '', ' request.closed'),
    NEW.person, NEW.number, NEW.asked_at);
END;

CREATE TRIGGER closed_request_is_an_event AFTER UPDATE OF state ON request
WHEN OLD.state IN ('open', 'waiting')
  AND NEW.state NOT IN ('open', 'waiting')
  AND (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  VALUES (iif(NEW.state = 'done' AND NEW.kind = 'rectification', 'person.corrected ', '') || 'request.closed',
    NEW.person, NEW.number, NEW.ended_at);
END;

CREATE TRIGGER submission_is_an_event AFTER INSERT ON submission
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  VALUES ('submission.recorded', NEW.person, NEW.id, NEW.recorded_at);
END;

CREATE TRIGGER confirmation_is_an_event AFTER UPDATE OF confirmed_at ON confirmation
WHEN OLD.confirmed_at IS NULL
  AND NEW.confirmed_at IS NOT NULL
  AND (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  SELECT 'submission.confirmed', person, id, NEW.confirmed_at FROM submission WHERE id = NEW.submission;
END;

CREATE TRIGGER notified_breach_is_an_event AFTER INSERT ON breach_notified
WHEN (SELECT COUNT(*) FROM event_reader) > 0
BEGIN
  INSERT INTO event (kind, person, about, at)
  VALUES ('breach.notified', NEW.person, NEW.breach, NEW.notified_at);
END;

-- Where events are sent. How far each has got is its reader's, webhook/{id}.
CREATE TABLE webhook (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  url        TEXT NOT NULL,
  types      TEXT NOT NULL CHECK (json_valid(types)),  -- none for all
  fields     TEXT NOT NULL CHECK (json_valid(fields)), -- details of the person that are sent along
  -- disabled: by its receiver, who has gone, or since it failed for days.
  state      TEXT NOT NULL CHECK (state IN ('active', 'paused', 'gone', 'failing')),
  secret     TEXT NOT NULL,  -- sealed (SECRETS_KEY), as the next
  old_secret TEXT,           -- signs too, until then (UTC ms)
  old_until  INTEGER,
  failing_since INTEGER,     -- since when nothing arrives
  next_at    INTEGER NOT NULL, -- nothing is sent before, since its receiver said so
  claimed_until INTEGER NOT NULL DEFAULT 0, -- one run sends at a time
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Events that did not arrive, and those of the same person behind them.
CREATE TABLE webhook_waiting (
  webhook  TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  person   TEXT,             -- a random id
  state    TEXT NOT NULL CHECK (state IN ('waiting', 'failed')),
  tries    INTEGER NOT NULL,
  next_at  INTEGER NOT NULL,
  PRIMARY KEY (webhook, sequence)
) STRICT, WITHOUT ROWID;

-- What was sent and how it was answered, a row a run: as JSON, without what either side said.
CREATE TABLE webhook_log (
  webhook  TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  id       TEXT NOT NULL,    -- UUIDv7
  attempts TEXT NOT NULL CHECK (json_valid(attempts)),
  PRIMARY KEY (webhook, id)
) STRICT, WITHOUT ROWID;
