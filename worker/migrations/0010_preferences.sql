-- The way into the preference centre.

-- The privacy notice leads there.
UPDATE mail_text SET button = 'See and change it' WHERE template = 'privacy-notice' AND locale = 'en';
UPDATE mail_text SET button = 'Se og ret det' WHERE template = 'privacy-notice' AND locale = 'da';

-- A code that was asked for; made from our key, so that only its tries stand here.
CREATE TABLE entry (
  id         TEXT PRIMARY KEY,
  person     TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  tries      INTEGER NOT NULL DEFAULT 0,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_by_expiry ON entry (expires_at);
CREATE INDEX entry_by_person ON entry (person);

INSERT INTO mail_text (template, locale, subject, body, button, footer) VALUES
  ('entry', 'en', 'Your preferences',
   'Here is the way to what you have agreed to, and to change it.

Write these six digits where you asked for them; they are good for 10 minutes. Or press the button; its link is good for an hour.',
   'Open my preferences', 'Did you not ask for this? Then somebody else wrote your address, and nothing happens as long as you keep the digits to yourself. This letter is from {sender}.'),
  ('entry', 'da', 'Dine valg',
   'Her er vejen til det, du har sagt ja til, og til at ændre det.

Skriv disse seks cifre dér, hvor du bad om dem; de gælder i 10 minutter. Eller tryk på knappen; dens link gælder i en time.',
   'Åbn mine valg', 'Har du ikke bedt om det? Så har en anden skrevet din adresse, og der sker ikke noget, så længe du holder cifrene for dig selv. Brevet er fra {sender}.');
