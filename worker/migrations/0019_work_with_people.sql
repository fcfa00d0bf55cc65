-- What the console does with people: selections, those still to be told, and work over many.

-- A saved filter over people; see worker/people/search.ts.
CREATE TABLE selection (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  filter     TEXT NOT NULL CHECK (json_valid(filter)),
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- People whose data came from elsewhere and who have not been told yet (GDPR art. 14).
CREATE TABLE untold (
  person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  due_at INTEGER NOT NULL -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE INDEX untold_by_due ON untold (due_at);

-- Work over many people, in slices. What it does, to whom, how far it is.
CREATE TABLE job (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('draft', 'running', 'stopped', 'done', 'failed')),
  filter     TEXT NOT NULL CHECK (json_valid(filter)),
  orders     TEXT NOT NULL CHECK (json_valid(orders)), -- what is to be done, by the kind's own schema
  cursor     TEXT NOT NULL DEFAULT '',
  seen       INTEGER NOT NULL DEFAULT 0, -- how many were looked at
  changed    INTEGER NOT NULL DEFAULT 0, -- with how many something was done
  total      INTEGER NOT NULL,           -- as the dry run counted
  error      TEXT,
  actor      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at   INTEGER,
  leased_to  INTEGER NOT NULL DEFAULT 0  -- until when (UTC ms) a runner has it to itself
) STRICT;

CREATE INDEX job_by_time ON job (created_at);
CREATE INDEX job_running ON job (leased_to) WHERE state = 'running';

-- One row a slice that is done, in the batch that does it: the same slice twice fails as a whole.
CREATE TABLE job_slice (
  job    TEXT NOT NULL REFERENCES job (id),
  cursor TEXT NOT NULL,
  PRIMARY KEY (job, cursor)
) STRICT, WITHOUT ROWID;

-- Rows of a file that is imported, until they are; what identifies goes when its row is done.
CREATE TABLE import_row (
  job     TEXT NOT NULL REFERENCES job (id),
  number  INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (job, number)
) STRICT, WITHOUT ROWID;

-- What was wrong with rows of an import; never what they said.
CREATE TABLE import_problem (
  job    TEXT NOT NULL REFERENCES job (id),
  number INTEGER NOT NULL,
  field  TEXT NOT NULL,
  code   TEXT NOT NULL,
  PRIMARY KEY (job, number, field)
) STRICT, WITHOUT ROWID;

-- Whether somebody has dealt with what was sent, and who.
ALTER TABLE submission ADD COLUMN processed_at INTEGER;
ALTER TABLE submission ADD COLUMN processed_by TEXT;
CREATE INDEX submission_new ON submission (recorded_at, id) WHERE processed_at IS NULL;

-- How the privacy officer decided a request, and why.
ALTER TABLE request ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
CREATE TABLE request_reason (
  request INTEGER PRIMARY KEY REFERENCES request (number),
  person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  text    TEXT NOT NULL
) STRICT;

CREATE INDEX request_reason_by_person ON request_reason (person);

-- What came from elsewhere is told of in other words than what somebody has just written in a form.
UPDATE source SET notice_template = 'source-notice'
WHERE key <> 'web-form' AND notice_template = 'privacy-notice';

INSERT INTO mail_text (template, locale, subject, body, button, footer) VALUES
  ('source-notice', 'en', 'What {sender} keeps about you',
   'We have your details. They came to us in this way: {source}. This is what we keep them for:

{purposes}

You can ask us at any time what we keep about you, have it corrected or erased, object to it, and take back a consent as easily as it was given.',
   'See and change it', 'You get this letter once, because the law asks us to tell you (GDPR art. 14). It is from {sender}.'),
  ('purpose-changed', 'en', 'The words that you agreed to have changed',
   'You said yes to this at {sender}, and its words have changed. This is what they say now:

{purposes}

Your yes stands. If you see it otherwise today, you can take it back as easily as you gave it.',
   'See and change it', 'You get this letter because you agreed to this. It is from {sender}.'),
  ('request-refused', 'en', 'Your request no. {number}',
   'We cannot do what you asked for in your request no. {number} ({kind}). The reason:

{reason}

You may complain to your data protection authority, and go to court.',
   '', 'This letter is from {sender}.'),
  ('source-notice', 'da', 'Det gemmer {sender} om dig',
   'Vi har dine oplysninger. De kom til os på denne måde: {source}. Vi gemmer dem til dette:

{purposes}

Du kan altid spørge, hvad vi gemmer om dig, få det rettet eller slettet, gøre indsigelse og trække et samtykke tilbage lige så let, som det blev givet.',
   'Se og ret det', 'Du får dette brev én gang, fordi loven kræver, at vi fortæller det (GDPR art. 14). Det er fra {sender}.'),
  ('purpose-changed', 'da', 'De ord, du sagde ja til, er ændret',
   'Du har sagt ja til dette hos {sender}, og ordene er ændret. Nu lyder de sådan:

{purposes}

Dit ja står. Ser du anderledes på det i dag, kan du trække det tilbage lige så let, som du gav det.',
   'Se og ret det', 'Du får dette brev, fordi du har sagt ja til dette. Det er fra {sender}.'),
  ('request-refused', 'da', 'Din anmodning nr. {number}',
   'Vi kan ikke gøre det, du bad om i anmodning nr. {number} ({kind}). Grunden:

{reason}

Du kan klage til Datatilsynet og gå til domstolene.',
   '', 'Brevet er fra {sender}.'),
  ('source-notice', 'de', 'Was {sender} über Sie speichert',
   'Wir haben Ihre Daten. So sind sie zu uns gekommen: {source}. Wir speichern sie dafür:

{purposes}

Sie können jederzeit fragen, was wir über Sie speichern, es berichtigen oder löschen lassen, widersprechen und eine Einwilligung so leicht widerrufen, wie sie gegeben wurde.',
   'Ansehen und ändern', 'Sie erhalten diesen Brief einmal, weil das Gesetz verlangt, dass wir es Ihnen sagen (Art. 14 DSGVO). Er kommt von {sender}.'),
  ('purpose-changed', 'de', 'Der Wortlaut, in den Sie eingewilligt haben, ist geändert',
   'Sie haben bei {sender} hierin eingewilligt, und der Wortlaut hat sich geändert. So lautet er jetzt:

{purposes}

Ihr Ja gilt weiter. Sehen Sie es heute anders, können Sie es so leicht widerrufen, wie Sie es gegeben haben.',
   'Ansehen und ändern', 'Sie erhalten diesen Brief, weil Sie hierin eingewilligt haben. Er kommt von {sender}.'),
  ('request-refused', 'de', 'Ihr Antrag Nr. {number}',
   'Wir können nicht tun, worum Sie in Ihrem Antrag Nr. {number} ({kind}) gebeten haben. Der Grund:

{reason}

Sie können sich bei Ihrer Datenschutzbehörde beschweren und vor Gericht gehen.',
   '', 'Dieser Brief ist von {sender}.'),
  ('source-notice', 'sv', 'Det här sparar {sender} om dig',
   'Vi har dina uppgifter. De kom till oss så här: {source}. Vi sparar dem för detta:

{purposes}

Du kan när som helst fråga vad vi sparar om dig, få det rättat eller raderat, invända och ta tillbaka ett samtycke lika lätt som det gavs.',
   'Se och ändra', 'Du får det här brevet en gång, eftersom lagen kräver att vi berättar det (GDPR art. 14). Det kommer från {sender}.'),
  ('purpose-changed', 'sv', 'Orden du sade ja till har ändrats',
   'Du har sagt ja till detta hos {sender}, och orden har ändrats. Nu lyder de så här:

{purposes}

Ditt ja gäller. Ser du annorlunda på det i dag kan du ta tillbaka det lika lätt som du gav det.',
   'Se och ändra', 'Du får det här brevet eftersom du har sagt ja till detta. Det kommer från {sender}.'),
  ('request-refused', 'sv', 'Din begäran nr {number}',
   'Vi kan inte göra det du bad om i din begäran nr {number} ({kind}). Skälet:

{reason}

Du kan klaga hos dataskyddsmyndigheten och gå till domstol.',
   '', 'Brevet är från {sender}.'),
  ('source-notice', 'nb', 'Dette lagrer {sender} om deg',
   'Vi har opplysningene dine. De kom til oss slik: {source}. Vi lagrer dem til dette:

{purposes}

Du kan når som helst spørre hva vi lagrer om deg, få det rettet eller slettet, protestere og trekke et samtykke tilbake like lett som det ble gitt.',
   'Se og endre', 'Du får dette brevet én gang, fordi loven krever at vi forteller det (GDPR art. 14). Det er fra {sender}.'),
  ('purpose-changed', 'nb', 'Ordene du sa ja til, er endret',
   'Du har sagt ja til dette hos {sender}, og ordene er endret. Nå lyder de slik:

{purposes}

Ditt ja står. Ser du annerledes på det i dag, kan du trekke det tilbake like lett som du ga det.',
   'Se og endre', 'Du får dette brevet fordi du har sagt ja til dette. Det er fra {sender}.'),
  ('request-refused', 'nb', 'Forespørselen din nr. {number}',
   'Vi kan ikke gjøre det du ba om i forespørsel nr. {number} ({kind}). Grunnen:

{reason}

Du kan klage til Datatilsynet og gå til domstolene.',
   '', 'Brevet er fra {sender}.'),
  ('source-notice', 'nl', 'Wat {sender} over u bewaart',
   'Wij hebben uw gegevens. Zo kwamen ze bij ons: {source}. Wij bewaren ze hiervoor:

{purposes}

U kunt altijd vragen wat wij over u bewaren, het laten verbeteren of wissen, bezwaar maken en een toestemming even gemakkelijk intrekken als ze werd gegeven.',
   'Bekijken en wijzigen', 'U krijgt deze brief één keer, omdat de wet vraagt dat wij het u vertellen (AVG art. 14). Hij komt van {sender}.'),
  ('purpose-changed', 'nl', 'De woorden waarop u ja zei, zijn gewijzigd',
   'U hebt hier bij {sender} ja op gezegd, en de woorden zijn gewijzigd. Zo luiden ze nu:

{purposes}

Uw ja blijft gelden. Ziet u het vandaag anders, dan kunt u het even gemakkelijk intrekken als u het gaf.',
   'Bekijken en wijzigen', 'U krijgt deze brief omdat u hier ja op hebt gezegd. Hij komt van {sender}.'),
  ('request-refused', 'nl', 'Uw verzoek nr. {number}',
   'Wij kunnen niet doen wat u vroeg in uw verzoek nr. {number} ({kind}). De reden:

{reason}

U kunt een klacht indienen bij de toezichthouder en naar de rechter gaan.',
   '', 'Deze brief is van {sender}.'),
  ('source-notice', 'fi', 'Mitä {sender} tallentaa sinusta',
   'Meillä on tietosi. Ne tulivat meille näin: {source}. Tallennamme ne tätä varten:

{purposes}

Voit milloin tahansa kysyä, mitä tallennamme sinusta, pyytää sen oikaisemista tai poistamista, vastustaa sitä ja peruuttaa suostumuksen yhtä helposti kuin se annettiin.',
   'Katso ja muuta', 'Saat tämän kirjeen kerran, koska laki vaatii meitä kertomaan sen (GDPR 14 art.). Lähettäjä on {sender}.'),
  ('purpose-changed', 'fi', 'Sanat, joihin suostuit, ovat muuttuneet',
   'Olet suostunut tähän ({sender}), ja sanat ovat muuttuneet. Nyt ne kuuluvat näin:

{purposes}

Suostumuksesi on voimassa. Jos näet asian tänään toisin, voit peruuttaa sen yhtä helposti kuin annoit sen.',
   'Katso ja muuta', 'Saat tämän kirjeen, koska olet suostunut tähän. Lähettäjä on {sender}.'),
  ('request-refused', 'fi', 'Pyyntösi nro {number}',
   'Emme voi tehdä sitä, mitä pyysit pyynnössäsi nro {number} ({kind}). Syy:

{reason}

Voit valittaa tietosuojaviranomaiselle ja viedä asian tuomioistuimeen.',
   '', 'Kirjeen lähetti {sender}.'),
  ('source-notice', 'fr', 'Ce que {sender} conserve sur vous',
   'Nous avons vos coordonnées. Elles nous sont parvenues ainsi : {source}. Nous les conservons pour ceci :

{purposes}

Vous pouvez à tout moment demander ce que nous conservons sur vous, le faire corriger ou effacer, vous y opposer, et retirer un consentement aussi facilement qu’il a été donné.',
   'Voir et modifier', 'Vous recevez ce message une seule fois, parce que la loi nous demande de vous le dire (RGPD art. 14). Il vient de {sender}.'),
  ('purpose-changed', 'fr', 'Les mots que vous avez acceptés ont changé',
   'Vous avez dit oui à ceci chez {sender}, et les mots ont changé. Les voici maintenant :

{purposes}

Votre oui reste valable. Si vous voyez les choses autrement aujourd’hui, vous pouvez le retirer aussi facilement que vous l’avez donné.',
   'Voir et modifier', 'Vous recevez ce message parce que vous avez dit oui à ceci. Il vient de {sender}.'),
  ('request-refused', 'fr', 'Votre demande nº {number}',
   'Nous ne pouvons pas faire ce que vous demandez dans votre demande nº {number} ({kind}). La raison :

{reason}

Vous pouvez vous plaindre auprès de l’autorité de protection des données et saisir la justice.',
   '', 'Ce message vient de {sender}.'),
  ('source-notice', 'es', 'Lo que {sender} guarda sobre usted',
   'Tenemos sus datos. Nos llegaron así: {source}. Los guardamos para esto:

{purposes}

Puede preguntar en todo momento qué guardamos sobre usted, hacer que se corrija o se borre, oponerse, y retirar un consentimiento con la misma facilidad con que se dio.',
   'Ver y cambiar', 'Recibe este mensaje una sola vez, porque la ley nos pide que se lo digamos (RGPD art. 14). Es de {sender}.'),
  ('purpose-changed', 'es', 'Las palabras que aceptó han cambiado',
   'Usted dijo que sí a esto en {sender}, y las palabras han cambiado. Ahora dicen así:

{purposes}

Su sí sigue valiendo. Si hoy lo ve de otro modo, puede retirarlo con la misma facilidad con que lo dio.',
   'Ver y cambiar', 'Recibe este mensaje porque dijo que sí a esto. Es de {sender}.'),
  ('request-refused', 'es', 'Su solicitud n.º {number}',
   'No podemos hacer lo que pidió en su solicitud n.º {number} ({kind}). El motivo:

{reason}

Puede reclamar ante la autoridad de protección de datos y acudir a los tribunales.',
   '', 'Este mensaje es de {sender}.'),
  ('source-notice', 'it', 'Ciò che {sender} conserva su di lei',
   'Abbiamo i suoi dati. Ci sono arrivati così: {source}. Li conserviamo per questo:

{purposes}

Può chiedere in ogni momento che cosa conserviamo su di lei, farlo correggere o cancellare, opporsi, e ritirare un consenso con la stessa facilità con cui è stato dato.',
   'Vedere e modificare', 'Riceve questo messaggio una sola volta, perché la legge ci chiede di dirglielo (GDPR art. 14). È di {sender}.'),
  ('purpose-changed', 'it', 'Le parole che ha accettato sono cambiate',
   'Ha detto sì a questo presso {sender}, e le parole sono cambiate. Ora dicono così:

{purposes}

Il suo sì resta valido. Se oggi la vede diversamente, può ritirarlo con la stessa facilità con cui l’ha dato.',
   'Vedere e modificare', 'Riceve questo messaggio perché ha detto sì a questo. È di {sender}.'),
  ('request-refused', 'it', 'La sua richiesta n. {number}',
   'Non possiamo fare ciò che ha chiesto nella sua richiesta n. {number} ({kind}). Il motivo:

{reason}

Può reclamare presso l’autorità per la protezione dei dati e rivolgersi al giudice.',
   '', 'Questo messaggio è di {sender}.'),
  ('source-notice', 'pl', 'Co {sender} przechowuje na Twój temat',
   'Mamy Twoje dane. Trafiły do nas w ten sposób: {source}. Przechowujemy je w tym celu:

{purposes}

W każdej chwili możesz zapytać, co przechowujemy na Twój temat, poprosić o poprawienie lub usunięcie, wnieść sprzeciw i wycofać zgodę równie łatwo, jak została udzielona.',
   'Zobacz i zmień', 'Ten list przychodzi jeden raz, ponieważ prawo nakazuje nam o tym poinformować (art. 14 RODO). Nadawca: {sender}.'),
  ('purpose-changed', 'pl', 'Słowa, na które jest Twoja zgoda, zmieniły się',
   'Jest na to Twoja zgoda u {sender}, a słowa się zmieniły. Teraz brzmią tak:

{purposes}

Twoja zgoda obowiązuje. Jeśli dziś patrzysz na to inaczej, możesz ją wycofać równie łatwo, jak została udzielona.',
   'Zobacz i zmień', 'Ten list przychodzi, ponieważ jest na to Twoja zgoda. Nadawca: {sender}.'),
  ('request-refused', 'pl', 'Twój wniosek nr {number}',
   'Nie możemy zrobić tego, o co chodzi we wniosku nr {number} ({kind}). Powód:

{reason}

Możesz złożyć skargę do organu ochrony danych i zwrócić się do sądu.',
   '', 'Nadawca: {sender}.'),
  ('source-notice', 'ar', 'ما تحتفظ به {sender} عنك',
   'لدينا بياناتك. وصلت إلينا بهذه الطريقة: {source}. نحتفظ بها لهذا:

{purposes}

يمكنك في أي وقت أن تسأل عمّا نحتفظ به عنك، وأن تطلب تصحيحه أو محوه، وأن تعترض عليه، وأن تسحب موافقتك بالسهولة نفسها التي أُعطيت بها.',
   'عرض وتعديل', 'تصلك هذه الرسالة مرة واحدة لأن القانون يطلب منا أن نخبرك (المادة 14 من اللائحة العامة لحماية البيانات). المرسل: {sender}.'),
  ('purpose-changed', 'ar', 'تغيّرت الكلمات التي وافقت عليها',
   'قلت نعم لهذا لدى {sender}، وقد تغيّرت الكلمات. وهي الآن:

{purposes}

موافقتك قائمة. إن رأيت اليوم غير ذلك فيمكنك سحبها بالسهولة نفسها التي أعطيتها بها.',
   'عرض وتعديل', 'تصلك هذه الرسالة لأنك وافقت على هذا. المرسل: {sender}.'),
  ('request-refused', 'ar', 'طلبك رقم {number}',
   'لا يمكننا أن نفعل ما طلبته في طلبك رقم {number} ({kind}). السبب:

{reason}

يمكنك أن تشتكي إلى سلطة حماية البيانات وأن تلجأ إلى القضاء.',
   '', 'المرسل: {sender}.');
