-- Mail: what goes out, in which words, and from whom.

-- Set where a message goes elsewhere than to the person's own address.
ALTER TABLE outbox ADD COLUMN recipient TEXT;
-- Why the last try failed: a code of ours, never the server's words, which may hold an address.
ALTER TABLE outbox ADD COLUMN error TEXT;

CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL AND facts <> '{}';
CREATE INDEX outbox_dead ON outbox (created_at) WHERE state = 'dead';

-- Texts hold {places}; a blank line in the body parts two paragraphs.
CREATE TABLE mail_text (
  template TEXT NOT NULL,
  locale   TEXT NOT NULL,
  subject  TEXT NOT NULL,
  body     TEXT NOT NULL,
  button   TEXT NOT NULL, -- on the link, where the letter has one
  footer   TEXT NOT NULL,
  PRIMARY KEY (template, locale)
) STRICT, WITHOUT ROWID;

-- For development only: where mail lands instead of going out.
CREATE TABLE mailbox (
  id          TEXT PRIMARY KEY,
  recipient   TEXT NOT NULL,
  message     TEXT NOT NULL CHECK (json_valid(message)),
  received_at INTEGER NOT NULL
) STRICT;

INSERT INTO setting (key, value) VALUES
  ('sender', '{"name":"","address":""}'),
  ('mail-days', '7'); -- days that what a sent letter told is kept

INSERT INTO mail_text (template, locale, subject, body, button, footer) VALUES
  ('privacy-notice', 'en', 'What {sender} keeps about you',
   'You have just given us your details at {page}. This is what we keep them for:

{purposes}

You can ask us at any time what we keep about you, have it corrected or erased, and take back a consent as easily as you gave it.',
   '', 'You get this letter once, because the law asks us to tell you (GDPR art. 13). It is from {sender}.'),
  ('privacy-notice', 'da', 'Det gemmer {sender} om dig',
   'Du har lige givet os dine oplysninger på {page}. Vi gemmer dem til dette:

{purposes}

Du kan altid spørge, hvad vi gemmer om dig, få det rettet eller slettet og trække et samtykke tilbage lige så let, som du gav det.',
   '', 'Du får dette brev én gang, fordi loven kræver, at vi fortæller det (GDPR art. 13). Det er fra {sender}.');
