-- What an operator sets.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- SQLite knows no zones: what the operator's differs from UTC, by when it begins. Written with the setting.
CREATE TABLE zone_offset (
  starts_at INTEGER PRIMARY KEY, -- UTC ms
  offset_ms INTEGER NOT NULL
) STRICT;
