-- A form as it was last published, with what may change in place (origins, expiry, hosts, Turnstile):
-- `form_version` keeps what each version began as. NULL in forms published before this column was there.
ALTER TABLE form ADD COLUMN definition TEXT CHECK (definition IS NULL OR json_valid(definition));
