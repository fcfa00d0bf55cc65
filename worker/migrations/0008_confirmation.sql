-- Double opt-in: a submission whose decisions are pending until the address is confirmed.
CREATE TABLE confirmation (
  submission   TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  expires_at   INTEGER NOT NULL,          -- until when the link and the code are good
  tries        INTEGER NOT NULL DEFAULT 0, -- of the code
  confirmed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX confirmation_open ON confirmation (expires_at) WHERE confirmed_at IS NULL;

INSERT INTO setting (key, value) VALUES
  ('confirm-hours', '48'),    -- how long a confirmation link is good
  ('unconfirmed-days', '30'); -- after so many days what was never confirmed is purged

INSERT INTO mail_text (template, locale, subject, body, button, footer) VALUES
  ('confirmation', 'en', 'Please confirm your address',
   'Somebody, we hope it was you, wrote this address in a form at {page}.

Press the button and then the one on the page that it opens. Or write these six digits where you signed up. Both are good for {hours} hours.',
   'Confirm my address', 'Was it not you? Then do nothing: without your confirmation nothing is sent to you, and the address is forgotten after {days} days. This letter is from {sender}.'),
  ('confirmation', 'da', 'Bekræft din adresse',
   'Nogen, forhåbentlig dig, har skrevet denne adresse i en formular på {page}.

Tryk på knappen og derefter på den på siden, der åbner. Eller skriv disse seks cifre dér, hvor du tilmeldte dig. Begge dele gælder i {hours} timer.',
   'Bekræft min adresse', 'Var det ikke dig? Så gør ingenting: uden din bekræftelse sender vi dig intet, og adressen glemmes efter {days} dage. Brevet er fra {sender}.');
