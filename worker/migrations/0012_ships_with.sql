-- What Samtykke ships with. All of it is data: edited in place, never by another migration.

INSERT INTO legal_basis (key, rank) VALUES
  ('61A', 1), ('61B', 2), ('61C', 3), ('61D', 4), ('61E', 5), ('61F', 6);

INSERT INTO legal_basis_text (legal_basis, locale, name, description) VALUES
  ('61A', 'en', 'Consent', 'The person has agreed to it for this purpose (GDPR art. 6(1)(a)). It can be withdrawn at any time.'),
  ('61B', 'en', 'Contract', 'It is needed for a contract with the person, or for steps they asked for before one (GDPR art. 6(1)(b)).'),
  ('61C', 'en', 'Legal obligation', 'The law requires it of us (GDPR art. 6(1)(c)).'),
  ('61D', 'en', 'Vital interests', 'It protects someone''s life (GDPR art. 6(1)(d)).'),
  ('61E', 'en', 'Public task', 'It is needed for a task in the public interest or of official authority (GDPR art. 6(1)(e)).'),
  ('61F', 'en', 'Legitimate interest', 'We have a legitimate interest in it, which the person''s own interests do not outweigh (GDPR art. 6(1)(f)). The person may object.'),
  ('61A', 'da', 'Samtykke', 'Personen har sagt ja til dette formål (GDPR art. 6, stk. 1, litra a). Det kan til enhver tid trækkes tilbage.'),
  ('61B', 'da', 'Aftale', 'Det er nødvendigt for en aftale med personen eller for skridt, som personen har bedt om forud for den (GDPR art. 6, stk. 1, litra b).'),
  ('61C', 'da', 'Retlig forpligtelse', 'Loven kræver det af os (GDPR art. 6, stk. 1, litra c).'),
  ('61D', 'da', 'Vitale interesser', 'Det beskytter nogens liv (GDPR art. 6, stk. 1, litra d).'),
  ('61E', 'da', 'Opgave i samfundets interesse', 'Det er nødvendigt for en opgave i samfundets interesse eller offentlig myndighedsudøvelse (GDPR art. 6, stk. 1, litra e).'),
  ('61F', 'da', 'Legitim interesse', 'Vi har en legitim interesse i det, og personens egne interesser vejer ikke tungere (GDPR art. 6, stk. 1, litra f). Personen kan gøre indsigelse.');

-- In a form or at a meeting the person is told on the spot (art. 13), and gets the notice in writing
-- as well; where the data came from elsewhere (art. 14) the notice is the only telling there is, in other words.
INSERT INTO source (key, rank, notice_template, notice_automatic) VALUES
  ('web-form', 1, 'privacy-notice', 1),
  ('preference-centre', 2, NULL, 0),
  ('e-mail', 3, 'source-notice', 0),
  ('chat', 4, 'source-notice', 0),
  ('phone', 5, 'source-notice', 1),
  ('meeting', 6, 'source-notice', 1),
  ('event', 7, 'source-notice', 1),
  ('business-card', 8, 'source-notice', 1),
  ('social-media', 9, 'source-notice', 1),
  ('import', 10, 'source-notice', 0),
  ('api', 11, 'source-notice', 0),
  ('manual', 12, 'source-notice', 1);

-- How records came that restore what stood before a job, and what the schedule does of itself, such as letting a consent
-- expire. Nobody chooses them.
INSERT INTO source (key, active, rank) VALUES ('undo', 0, 13), ('automatic', 0, 14);

INSERT INTO source_text (source, locale, name) VALUES
  ('web-form', 'en', 'Web form'), ('preference-centre', 'en', 'Preference centre'), ('e-mail', 'en', 'Email'),
  ('chat', 'en', 'Chat'), ('phone', 'en', 'Phone'), ('meeting', 'en', 'Meeting'), ('event', 'en', 'Event'),
  ('business-card', 'en', 'Business card'), ('social-media', 'en', 'Social media'), ('import', 'en', 'Import'),
  ('api', 'en', 'API'), ('manual', 'en', 'Registered by hand'),
  ('undo', 'en', 'Undone import or bulk update'), ('automatic', 'en', 'Automatic'),
  ('web-form', 'da', 'Webformular'), ('preference-centre', 'da', 'Præferencecenter'), ('e-mail', 'da', 'E-mail'),
  ('chat', 'da', 'Chat'), ('phone', 'da', 'Telefon'), ('meeting', 'da', 'Møde'), ('event', 'da', 'Arrangement'),
  ('business-card', 'da', 'Visitkort'), ('social-media', 'da', 'Sociale medier'), ('import', 'da', 'Import'),
  ('api', 'da', 'API'), ('manual', 'da', 'Manuel registrering'),
  ('undo', 'da', 'Fortrudt import eller masseændring'), ('automatic', 'da', 'Automatisk');

INSERT INTO purpose (key, rank, legal_basis, explicit, retention_days) VALUES
  ('sales-and-service', 1, '61F', 0, 1095),
  ('e-marketing', 2, '61A', 1, 730);

-- privacy_url is left empty: only you know it. A form cannot be published until it is set.
INSERT INTO purpose_text (purpose, locale, title, approval, notice, description, privacy_title, privacy_url) VALUES
  ('sales-and-service', 'en', 'Sales and service',
   'Yes, keep my details so that you can answer me and serve me as a customer.',
   'We keep what you write here to answer you and to serve you.',
   'We keep your name, your contact details and our correspondence, so that we can answer you, give you the service you ask for and look after you as a customer. We do not share them with others for their own use. You can object at any time, and see, correct or have erased what we keep.',
   'Privacy statement', ''),
  ('sales-and-service', 'da', 'Salg og service',
   'Ja, gem mine oplysninger, så I kan svare mig og betjene mig som kunde.',
   'Vi gemmer det, du skriver her, for at kunne svare dig og betjene dig.',
   'Vi gemmer dit navn, dine kontaktoplysninger og vores korrespondance, så vi kan svare dig, give dig den service, du beder om, og passe godt på dig som kunde. Vi giver dem ikke videre til andres egen brug. Du kan altid gøre indsigelse og se, rette eller få slettet det, vi gemmer.',
   'Privatlivspolitik', ''),
  ('e-marketing', 'en', 'News and offers by email',
   'Yes, send me news and offers by email.',
   'We send you news by email.',
   'We use your e-mail address to send you what you choose below, and nothing else. We do not share it with others. You can change your mind at any time: every e-mail has a link that stops them, as easily as you signed up.',
   'Privacy statement', ''),
  ('e-marketing', 'da', 'Nyheder og tilbud på e-mail',
   'Ja tak, send mig nyheder og tilbud på e-mail.',
   'Vi sender dig nyheder på e-mail.',
   'Vi bruger din e-mailadresse til at sende dig det, du vælger herunder, og ikke til andet. Vi giver den ikke videre. Du kan altid fortryde: I hver e-mail er der et link, som stopper dem lige så let, som du tilmeldte dig.',
   'Privatlivspolitik', '');

INSERT INTO subscription_type (key, purpose, channel, rank) VALUES
  ('newsletter', 'e-marketing', 'e-mail', 1),
  ('invitations', 'e-marketing', 'e-mail', 2),
  ('product-news', 'e-marketing', 'e-mail', 3);

INSERT INTO subscription_type_text (subscription_type, locale, name, description, frequency) VALUES
  ('newsletter', 'en', 'Newsletter', '', 'Once a month'),
  ('newsletter', 'da', 'Nyhedsbrev', '', 'En gang om måneden'),
  ('invitations', 'en', 'Invitations', '', 'When we hold an event'),
  ('invitations', 'da', 'Invitationer', '', 'Når vi holder et arrangement'),
  ('product-news', 'en', 'Product news', '', 'When something new is out'),
  ('product-news', 'da', 'Produktnyt', '', 'Når der er noget nyt');

INSERT INTO setting (key, value) VALUES
  ('authority', '{"name":"","url":""}'), -- who takes complaints
  ('automated-decisions', '{}'), -- what is said of them, by language
  ('breach-reports', '"off"'), -- who may report a data breach
  ('branding', '{"logo":"","accent":null,"width":36,"texts":{}}'), -- how hosted pages and emails look
  ('confirm-default', 'true'), -- whether a new form asks for the address to be confirmed
  ('confirm-hours', '48'),
  ('controller', '{"name":"","address":"","email":"","url":"","officer":""}'),
  ('default-legal-basis', '"61F"'),
  ('erasure-days', '7'),
  ('heed-privacy-control', 'false'), -- whether Global Privacy Control keeps notices from taking effect
  ('evidence-days', '90'), -- that IP address and user agent of a submission are kept; 0 keeps none
  ('jurisdiction', '""'), -- ISO 3166-1 code of the controller's country
  ('mail-days', '7'),
  ('mailing-rule', '"consent"'),
  ('notice-days', '30'),
  ('preferences-days', '21'),
  ('log', '{"witnesses":[],"witnessed":[],"timestamps":"","receivers":[]}'),
  ('recipients', '["Cloudflare (hosting)"]'), -- for the record of processing activities (GDPR art. 30)
  ('redirect-hosts', '[]'),
  ('security', '""'),
  ('sender', '{"name":"","address":""}'),
  ('stale-days', '0'),
  ('storage', '""'), -- where the data is stored
  ('subjects', '""'),
  ('submission-days', '0'),
  ('time-zone', '"UTC"'),
  ('transfers', '""'),
  ('unconfirmed-days', '30');

INSERT INTO zone_offset (starts_at, offset_ms) VALUES (0, 0);

-- The numbers of these words are in worker/ledger/stored.ts and in conditions of triggers and views.
INSERT INTO term (code, word) VALUES
  (1, 'given'), (2, 'pending'), (3, 'informed'), (4, 'refused'),
  (5, 'withdrawn'), (6, 'objected'), (7, 'restricted'), (8, 'expired'),
  (9, 'own'), (10, 'import'), (11, 'erasure'), (12, 'person'), (13, 'undo'), (14, 'system'),
  (15, 'web-form'), (16, 'preference-centre'), (17, 'e-mail'), (18, 'chat'), (19, 'phone'), (20, 'meeting'),
  (21, 'event'), (22, 'business-card'), (23, 'social-media'), (24, 'api'), (25, 'manual'),
  (26, '61A'), (27, '61B'), (28, '61C'), (29, '61D'), (30, '61E'), (31, '61F'),
  (32, 'en'), (33, 'da'), (34, 'de'), (35, 'sv'), (36, 'nb'), (37, 'fi'), (38, 'nl'), (39, 'fr'), (40, 'es'),
  (41, 'it'), (42, 'pl'), (43, 'ar'), (44, 'automatic');

INSERT INTO counted (one, occasion, person, people) VALUES (1, 0, 0, 0);
