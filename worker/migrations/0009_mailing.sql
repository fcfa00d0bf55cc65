-- Whom a mailing tool may write to, and the links that it puts into its letters.

-- Links that were made before this moment (UTC ms) open nothing any more.
ALTER TABLE person ADD COLUMN links_after INTEGER NOT NULL DEFAULT 0;

-- Addresses that refused our letters for good.
CREATE TABLE undeliverable (
  person      TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- For the audience of a subscription type, a slice at a time.
CREATE INDEX standing_by_item ON standing (item_kind, item, decision, person);
