-- Tokens by which a site has vouched for its visitor; each opens a session once.
CREATE TABLE identity_use (
  token      TEXT PRIMARY KEY, -- kid and jti
  expires_at INTEGER NOT NULL  -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE INDEX identity_use_by_expiry ON identity_use (expires_at);
