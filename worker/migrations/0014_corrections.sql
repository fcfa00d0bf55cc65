-- A person corrects what is kept of them, and gets what they did in writing.

-- Made before the row is written, so that what hangs from a request goes into the same batch.
ALTER TABLE request ADD COLUMN id TEXT;
CREATE UNIQUE INDEX request_by_id ON request (id) WHERE id IS NOT NULL;

-- A new address is used once it was confirmed where letters went until now, and where they are to go.
CREATE TABLE address_change (
  id         TEXT PRIMARY KEY,
  person     TEXT NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
  email      TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  old_at     INTEGER, -- when either was confirmed, UTC ms
  new_at     INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX address_change_by_expiry ON address_change (expires_at);
CREATE INDEX outbox_by_recipient ON outbox (recipient, created_at) WHERE recipient IS NOT NULL;

INSERT INTO mail_text (template, locale, subject, body, button, footer) VALUES
  ('address-old', 'en', 'Your address is to change',
   'Somebody, we hope it was you, wants us to use {email} instead of this address.

Press the button and then the one on the page that it opens. The same is asked at the new address; only then does anything change. The link is good for 48 hours.',
   'Agree to the change', 'Was it not you? Then do nothing, and everything stays as it is. This letter is from {sender}.'),
  ('address-old', 'da', 'Din adresse skal ændres',
   'Nogen, forhåbentlig dig, vil have os til at bruge {email} i stedet for denne adresse.

Tryk på knappen og derefter på den på siden, der åbner. Det samme spørges der om på den nye adresse; først da ændres noget. Linket gælder i 48 timer.',
   'Sig ja til ændringen', 'Var det ikke dig? Så gør ingenting, og alt bliver, som det er. Brevet er fra {sender}.'),
  ('address-new', 'en', 'Please confirm your new address',
   'Somebody, we hope it was you, wants to use this address with {sender}.

Press the button and then the one on the page that it opens. The link is good for 48 hours.',
   'Confirm my new address', 'Was it not you? Then do nothing: nothing is sent to you, and the address is forgotten. This letter is from {sender}.'),
  ('address-new', 'da', 'Bekræft din nye adresse',
   'Nogen, forhåbentlig dig, vil bruge denne adresse hos {sender}.

Tryk på knappen og derefter på den på siden, der åbner. Linket gælder i 48 timer.',
   'Bekræft min nye adresse', 'Var det ikke dig? Så gør ingenting: der sendes intet til dig, og adressen glemmes. Brevet er fra {sender}.'),
  ('receipt', 'en', 'What you have changed',
   'This was recorded on {when}, and stands in our ledger (the exact words: {proof}):

{purposes}

You can change it again at any time.',
   'See and change it', 'You asked for this receipt. It is from {sender}.'),
  ('receipt', 'da', 'Det har du ændret',
   'Dette blev registreret den {when} og står i vores protokol (de præcise ord: {proof}):

{purposes}

Du kan til enhver tid ændre det igen.',
   'Se og ret det', 'Du bad om denne kvittering. Den er fra {sender}.'),
  ('breach-notice', 'en', 'Something has happened to your data at {sender}',
   '{nature}

What it may mean for you:

{consequences}

What we do about it, and what you can do:

{measures}

Ask us: {contact}',
   '', 'You get this letter because the law asks us to tell you (GDPR art. 34). It is from {sender}.'),
  ('breach-notice', 'da', 'Der er sket noget med dine data hos {sender}',
   '{nature}

Hvad det kan betyde for dig:

{consequences}

Hvad vi gør, og hvad du selv kan gøre:

{measures}

Spørg os: {contact}',
   '', 'Du får dette brev, fordi loven kræver, at vi fortæller det (GDPR art. 34). Det er fra {sender}.');
