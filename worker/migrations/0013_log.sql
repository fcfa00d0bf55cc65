-- The transparency log over the ledger: what was signed, and the hashes behind it. It holds no record and no
-- personal data. A log that cannot go on, since the ledger is no longer what was signed, is followed by another.

CREATE TABLE log (
  number     INTEGER PRIMARY KEY,
  origin     TEXT NOT NULL,    -- the log's name, and where it is served: its address without the scheme
  started_at INTEGER NOT NULL, -- UTC ms
  halted_at  INTEGER,          -- when the ledger was found to be other than what was signed
  halted_by  TEXT CHECK (halted_by IN ('shorter', 'changed', 'behind')),
  CHECK ((halted_at IS NULL) = (halted_by IS NULL))
) STRICT;

CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
WHEN OLD.halted_at IS NOT NULL
  OR (NEW.number, NEW.origin, NEW.started_at) IS NOT (OLD.number, OLD.origin, OLD.started_at)
BEGIN SELECT RAISE(ABORT, 'a log is only ever halted'); END;

CREATE TRIGGER log_is_never_replaced BEFORE INSERT ON log
WHEN NEW.number IN (SELECT number FROM log)
BEGIN SELECT RAISE(ABORT, 'a log is only ever halted'); END;

CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'a log is never deleted'); END;

-- Each size that was signed. `sequence` is that of the last record in it.
CREATE TABLE log_checkpoint (
  log       INTEGER NOT NULL REFERENCES log (number),
  size      INTEGER NOT NULL,
  sequence  INTEGER NOT NULL,
  note      TEXT NOT NULL,
  signed_at INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (log, size)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_checkpoint_is_never_changed BEFORE UPDATE ON log_checkpoint
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;

CREATE TRIGGER log_checkpoint_is_never_deleted BEFORE DELETE ON log_checkpoint
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never deleted'); END;

CREATE TRIGGER log_checkpoint_is_never_replaced BEFORE INSERT ON log_checkpoint
WHEN EXISTS (SELECT 1 FROM log_checkpoint WHERE log = NEW.log AND size = NEW.size)
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;

-- Up to 256 hashes of a level (c2sp.org/tlog-tiles). `first` is the sequence of the first record in one of level 0.
CREATE TABLE log_tile (
  log    INTEGER NOT NULL REFERENCES log (number),
  level  INTEGER NOT NULL,
  number INTEGER NOT NULL,
  first  INTEGER,
  hashes BLOB NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192),
  PRIMARY KEY (log, level, number),
  CHECK ((level = 0) = (first IS NOT NULL))
) STRICT;

CREATE INDEX log_tile_by_record -- In which tile is this record?
ON log_tile (log, first) WHERE level = 0;

CREATE TRIGGER log_tile_only_grows BEFORE UPDATE ON log_tile
WHEN substr(NEW.hashes, 1, length(OLD.hashes)) IS NOT OLD.hashes
  OR (NEW.log, NEW.level, NEW.number, NEW.first) IS NOT (OLD.log, OLD.level, OLD.number, OLD.first)
BEGIN SELECT RAISE(ABORT, 'a tile only grows'); END;

CREATE TRIGGER log_tile_is_never_deleted BEFORE DELETE ON log_tile
BEGIN SELECT RAISE(ABORT, 'a tile only grows'); END;

-- It grows by an INSERT that updates the tile that is there.
CREATE TRIGGER log_tile_is_never_replaced BEFORE INSERT ON log_tile
WHEN NEW.rowid IN (SELECT rowid FROM log_tile)
  OR EXISTS (SELECT 1 FROM log_tile
    WHERE log = NEW.log AND level = NEW.level AND number = NEW.number
      AND (first IS NOT NEW.first OR substr(NEW.hashes, 1, length(hashes)) IS NOT hashes))
BEGIN SELECT RAISE(ABORT, 'a tile only grows'); END;

-- The public keys that have signed, so that what they signed can be checked when they no longer sign.
CREATE TABLE log_key (
  vkey      TEXT PRIMARY KEY,
  signed_at INTEGER NOT NULL -- UTC ms, first
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_key_is_never_changed BEFORE UPDATE ON log_key
BEGIN SELECT RAISE(ABORT, 'a key that has signed is never changed'); END;

CREATE TRIGGER log_key_is_never_deleted BEFORE DELETE ON log_key
BEGIN SELECT RAISE(ABORT, 'a key that has signed is never changed'); END;

-- One that is there already is passed over.
CREATE TRIGGER log_key_is_never_replaced BEFORE INSERT ON log_key
WHEN EXISTS (SELECT 1 FROM log_key WHERE vkey = NEW.vkey)
BEGIN SELECT RAISE(IGNORE); END;

-- What witnesses signed of a checkpoint (c2sp.org/tlog-cosignature): `line` is as it goes below the note.
CREATE TABLE log_cosignature (
  log       INTEGER NOT NULL,
  size      INTEGER NOT NULL,
  vkey      TEXT NOT NULL,
  line      TEXT NOT NULL,
  signed_at INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (log, size, vkey),
  FOREIGN KEY (log, size) REFERENCES log_checkpoint (log, size)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_cosignature_is_never_changed BEFORE UPDATE ON log_cosignature
BEGIN SELECT RAISE(ABORT, 'a cosignature is never changed'); END;

CREATE TRIGGER log_cosignature_is_never_deleted BEFORE DELETE ON log_cosignature
BEGIN SELECT RAISE(ABORT, 'a cosignature is never changed'); END;

-- One that is there already is passed over.
CREATE TRIGGER log_cosignature_is_never_replaced BEFORE INSERT ON log_cosignature
WHEN EXISTS (SELECT 1 FROM log_cosignature WHERE log = NEW.log AND size = NEW.size AND vkey = NEW.vkey)
BEGIN SELECT RAISE(IGNORE); END;

-- What an authority said of when it saw a checkpoint (RFC 3161).
CREATE TABLE log_timestamp (
  log        INTEGER NOT NULL,
  size       INTEGER NOT NULL,
  token      BLOB NOT NULL,
  stamped_at INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (log, size),
  FOREIGN KEY (log, size) REFERENCES log_checkpoint (log, size)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_timestamp_is_never_changed BEFORE UPDATE ON log_timestamp
BEGIN SELECT RAISE(ABORT, 'a time stamp is never changed'); END;

CREATE TRIGGER log_timestamp_is_never_deleted BEFORE DELETE ON log_timestamp
BEGIN SELECT RAISE(ABORT, 'a time stamp is never changed'); END;

-- One that is there already is passed over.
CREATE TRIGGER log_timestamp_is_never_replaced BEFORE INSERT ON log_timestamp
WHEN EXISTS (SELECT 1 FROM log_timestamp WHERE log = NEW.log AND size = NEW.size)
BEGIN SELECT RAISE(IGNORE); END;

-- Which size each of those who keep copies of checkpoints was sent last: an address of a server or of a mailbox.
CREATE TABLE log_sent (
  log      INTEGER NOT NULL,
  receiver TEXT NOT NULL,
  size     INTEGER NOT NULL,
  sent_at  INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (log, receiver),
  FOREIGN KEY (log, size) REFERENCES log_checkpoint (log, size)
) STRICT, WITHOUT ROWID;

-- The logs that this installation is a witness of, each as it was last cosigned.
CREATE TABLE witnessed (
  origin  TEXT PRIMARY KEY,
  size    INTEGER NOT NULL,
  root    TEXT NOT NULL,
  seen_at INTEGER NOT NULL -- UTC ms
) STRICT, WITHOUT ROWID;
