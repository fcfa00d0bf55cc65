-- The letters in every language that the widget speaks. Data like all words: edited in place.
INSERT INTO mail_text (template, locale, subject, body, button, footer) VALUES
  ('privacy-notice', 'de', 'Was {sender} über Sie speichert',
   'Sie haben uns soeben auf {page} Ihre Daten gegeben. Wir speichern sie dafür:

{purposes}

Sie können uns jederzeit fragen, was wir über Sie speichern, es berichtigen oder löschen lassen und eine Einwilligung so leicht widerrufen, wie Sie sie gegeben haben.',
   'Ansehen und ändern', 'Sie erhalten diesen Brief einmal, weil das Gesetz verlangt, dass wir es Ihnen sagen (Art. 13 DSGVO). Er kommt von {sender}.'),
  ('confirmation', 'de', 'Bitte bestätigen Sie Ihre Adresse',
   'Jemand, hoffentlich Sie, hat diese Adresse in ein Formular auf {page} geschrieben.

Drücken Sie den Knopf und dann den auf der Seite, die er öffnet. Oder schreiben Sie diese sechs Ziffern dorthin, wo Sie sich angemeldet haben. Beides gilt {hours} Stunden.',
   'Meine Adresse bestätigen', 'Waren Sie es nicht? Dann tun Sie nichts: Ohne Ihre Bestätigung senden wir Ihnen nichts, und die Adresse wird nach {days} Tagen vergessen. Dieser Brief ist von {sender}.'),
  ('entry', 'de', 'Ihre Einstellungen',
   'Hier ist der Weg zu dem, worin Sie eingewilligt haben, und um es zu ändern.

Schreiben Sie diese sechs Ziffern dorthin, wo Sie danach gefragt haben; sie gelten 10 Minuten. Oder drücken Sie den Knopf; sein Link gilt eine Stunde.',
   'Meine Einstellungen öffnen', 'Haben Sie nicht danach gefragt? Dann hat jemand anderes Ihre Adresse geschrieben, und es geschieht nichts, solange Sie die Ziffern für sich behalten. Dieser Brief ist von {sender}.'),
  ('request-received', 'de', 'Ihr Antrag Nr. {number}',
   'Wir haben Ihren Antrag Nr. {number} ({kind}). Sie hören vor dem {due} von uns.

{grace}',
   'Meine Anträge ansehen', 'Dieser Brief ist von {sender}.'),
  ('request-done', 'de', 'Ihr Antrag Nr. {number} ist erledigt',
   'Ihr Antrag Nr. {number} ({kind}) wurde ausgeführt.',
   '', 'Dieser Brief ist von {sender}.'),
  ('address-old', 'de', 'Ihre Adresse soll sich ändern',
   'Jemand, hoffentlich Sie, möchte, dass wir statt dieser Adresse {email} verwenden.

Drücken Sie den Knopf und dann den auf der Seite, die er öffnet. Dasselbe wird an der neuen Adresse gefragt; erst dann ändert sich etwas. Der Link gilt 48 Stunden.',
   'Der Änderung zustimmen', 'Waren Sie es nicht? Dann tun Sie nichts, und alles bleibt, wie es ist. Dieser Brief ist von {sender}.'),
  ('address-new', 'de', 'Bitte bestätigen Sie Ihre neue Adresse',
   'Jemand, hoffentlich Sie, möchte diese Adresse bei {sender} verwenden.

Drücken Sie den Knopf und dann den auf der Seite, die er öffnet. Der Link gilt 48 Stunden.',
   'Meine neue Adresse bestätigen', 'Waren Sie es nicht? Dann tun Sie nichts: Ihnen wird nichts gesendet, und die Adresse wird vergessen. Dieser Brief ist von {sender}.'),
  ('receipt', 'de', 'Was Sie geändert haben',
   'Dies wurde am {when} festgehalten und steht in unserem Verzeichnis (der genaue Wortlaut: {proof}):

{purposes}

Sie können es jederzeit wieder ändern.',
   'Ansehen und ändern', 'Sie haben um diese Quittung gebeten. Sie ist von {sender}.'),
  ('breach-notice', 'de', 'Mit Ihren Daten bei {sender} ist etwas geschehen',
   '{nature}

Was es für Sie bedeuten kann:

{consequences}

Was wir tun und was Sie tun können:

{measures}

Fragen Sie uns: {contact}',
   '', 'Sie erhalten diesen Brief, weil das Gesetz verlangt, dass wir es Ihnen sagen (Art. 34 DSGVO). Er kommt von {sender}.'),
  ('privacy-notice', 'sv', 'Det här sparar {sender} om dig',
   'Du har just gett oss dina uppgifter på {page}. Vi sparar dem för detta:

{purposes}

Du kan när som helst fråga vad vi sparar om dig, få det rättat eller raderat och ta tillbaka ett samtycke lika lätt som du gav det.',
   'Se och ändra', 'Du får det här brevet en gång, eftersom lagen kräver att vi berättar det (GDPR art. 13). Det kommer från {sender}.'),
  ('confirmation', 'sv', 'Bekräfta din adress',
   'Någon, förhoppningsvis du, skrev den här adressen i ett formulär på {page}.

Tryck på knappen och sedan på den på sidan som öppnas. Eller skriv de här sex siffrorna där du anmälde dig. Båda gäller i {hours} timmar.',
   'Bekräfta min adress', 'Var det inte du? Gör då ingenting: utan din bekräftelse skickar vi inget, och adressen glöms efter {days} dagar. Brevet är från {sender}.'),
  ('entry', 'sv', 'Dina val',
   'Här är vägen till det du har sagt ja till, och till att ändra det.

Skriv de här sex siffrorna där du bad om dem; de gäller i 10 minuter. Eller tryck på knappen; dess länk gäller i en timme.',
   'Öppna mina val', 'Bad du inte om det här? Då har någon annan skrivit din adress, och inget händer så länge du håller siffrorna för dig själv. Brevet är från {sender}.'),
  ('request-received', 'sv', 'Din begäran nr {number}',
   'Vi har tagit emot din begäran nr {number} ({kind}). Du hör från oss före {due}.

{grace}',
   'Se mina begäranden', 'Brevet är från {sender}.'),
  ('request-done', 'sv', 'Din begäran nr {number} är klar',
   'Din begäran nr {number} ({kind}) har utförts.',
   '', 'Brevet är från {sender}.'),
  ('address-old', 'sv', 'Din adress ska ändras',
   'Någon, förhoppningsvis du, vill att vi använder {email} i stället för den här adressen.

Tryck på knappen och sedan på den på sidan som öppnas. Samma fråga ställs på den nya adressen; först då ändras något. Länken gäller i 48 timmar.',
   'Godkänn ändringen', 'Var det inte du? Gör då ingenting, så förblir allt som det är. Brevet är från {sender}.'),
  ('address-new', 'sv', 'Bekräfta din nya adress',
   'Någon, förhoppningsvis du, vill använda den här adressen hos {sender}.

Tryck på knappen och sedan på den på sidan som öppnas. Länken gäller i 48 timmar.',
   'Bekräfta min nya adress', 'Var det inte du? Gör då ingenting: inget skickas till dig, och adressen glöms. Brevet är från {sender}.'),
  ('receipt', 'sv', 'Det här har du ändrat',
   'Detta registrerades den {when} och står i vår liggare (de exakta orden: {proof}):

{purposes}

Du kan ändra det igen när som helst.',
   'Se och ändra', 'Du bad om det här kvittot. Det är från {sender}.'),
  ('breach-notice', 'sv', 'Något har hänt med dina uppgifter hos {sender}',
   '{nature}

Vad det kan betyda för dig:

{consequences}

Vad vi gör och vad du själv kan göra:

{measures}

Fråga oss: {contact}',
   '', 'Du får det här brevet eftersom lagen kräver att vi berättar det (GDPR art. 34). Det är från {sender}.'),
  ('privacy-notice', 'nb', 'Dette lagrer {sender} om deg',
   'Du har nettopp gitt oss opplysningene dine på {page}. Vi lagrer dem til dette:

{purposes}

Du kan når som helst spørre hva vi lagrer om deg, få det rettet eller slettet og trekke et samtykke tilbake like lett som du ga det.',
   'Se og endre', 'Du får dette brevet én gang, fordi loven krever at vi forteller det (GDPR art. 13). Det er fra {sender}.'),
  ('confirmation', 'nb', 'Bekreft adressen din',
   'Noen, forhåpentligvis du, skrev denne adressen i et skjema på {page}.

Trykk på knappen og deretter på den på siden som åpnes. Eller skriv disse seks sifrene der du meldte deg på. Begge gjelder i {hours} timer.',
   'Bekreft adressen min', 'Var det ikke deg? Da trenger du ikke gjøre noe: uten bekreftelsen din sender vi ingenting, og adressen glemmes etter {days} dager. Brevet er fra {sender}.'),
  ('entry', 'nb', 'Valgene dine',
   'Her er veien til det du har sagt ja til, og til å endre det.

Skriv disse seks sifrene der du ba om dem; de gjelder i 10 minutter. Eller trykk på knappen; lenken gjelder i en time.',
   'Åpne valgene mine', 'Ba du ikke om dette? Da har noen andre skrevet adressen din, og ingenting skjer så lenge du holder sifrene for deg selv. Brevet er fra {sender}.'),
  ('request-received', 'nb', 'Forespørselen din nr. {number}',
   'Vi har mottatt forespørselen din nr. {number} ({kind}). Du hører fra oss før {due}.

{grace}',
   'Se forespørslene mine', 'Brevet er fra {sender}.'),
  ('request-done', 'nb', 'Forespørselen din nr. {number} er utført',
   'Forespørselen din nr. {number} ({kind}) er utført.',
   '', 'Brevet er fra {sender}.'),
  ('address-old', 'nb', 'Adressen din skal endres',
   'Noen, forhåpentligvis du, vil at vi bruker {email} i stedet for denne adressen.

Trykk på knappen og deretter på den på siden som åpnes. Det samme spørres det om på den nye adressen; først da endres noe. Lenken gjelder i 48 timer.',
   'Godta endringen', 'Var det ikke deg? Da trenger du ikke gjøre noe, og alt blir som det er. Brevet er fra {sender}.'),
  ('address-new', 'nb', 'Bekreft den nye adressen din',
   'Noen, forhåpentligvis du, vil bruke denne adressen hos {sender}.

Trykk på knappen og deretter på den på siden som åpnes. Lenken gjelder i 48 timer.',
   'Bekreft den nye adressen min', 'Var det ikke deg? Da trenger du ikke gjøre noe: ingenting sendes til deg, og adressen glemmes. Brevet er fra {sender}.'),
  ('receipt', 'nb', 'Dette har du endret',
   'Dette ble registrert {when} og står i protokollen vår (de nøyaktige ordene: {proof}):

{purposes}

Du kan når som helst endre det igjen.',
   'Se og endre', 'Du ba om denne kvitteringen. Den er fra {sender}.'),
  ('breach-notice', 'nb', 'Noe har skjedd med opplysningene dine hos {sender}',
   '{nature}

Hva det kan bety for deg:

{consequences}

Hva vi gjør, og hva du selv kan gjøre:

{measures}

Spør oss: {contact}',
   '', 'Du får dette brevet fordi loven krever at vi forteller det (GDPR art. 34). Det er fra {sender}.'),
  ('privacy-notice', 'nl', 'Wat {sender} over u bewaart',
   'U hebt ons zojuist uw gegevens gegeven op {page}. Wij bewaren ze hiervoor:

{purposes}

U kunt ons altijd vragen wat wij over u bewaren, het laten verbeteren of wissen en een toestemming even gemakkelijk intrekken als u haar gaf.',
   'Bekijken en wijzigen', 'U krijgt deze brief één keer, omdat de wet vraagt dat wij het u vertellen (AVG art. 13). Hij komt van {sender}.'),
  ('confirmation', 'nl', 'Bevestig uw adres',
   'Iemand, hopelijk uzelf, schreef dit adres in een formulier op {page}.

Druk op de knop en daarna op die op de pagina die opent. Of schrijf deze zes cijfers waar u zich aanmeldde. Beide gelden {hours} uur.',
   'Mijn adres bevestigen', 'Was u het niet? Doe dan niets: zonder uw bevestiging wordt u niets gestuurd, en het adres wordt na {days} dagen vergeten. Deze brief is van {sender}.'),
  ('entry', 'nl', 'Uw voorkeuren',
   'Hier is de weg naar waar u ja op hebt gezegd, en om het te wijzigen.

Schrijf deze zes cijfers waar u erom vroeg; ze gelden 10 minuten. Of druk op de knop; de link geldt een uur.',
   'Mijn voorkeuren openen', 'Hebt u hier niet om gevraagd? Dan schreef iemand anders uw adres, en er gebeurt niets zolang u de cijfers voor uzelf houdt. Deze brief is van {sender}.'),
  ('request-received', 'nl', 'Uw verzoek nr. {number}',
   'Wij hebben uw verzoek nr. {number} ({kind}). U hoort van ons vóór {due}.

{grace}',
   'Mijn verzoeken bekijken', 'Deze brief is van {sender}.'),
  ('request-done', 'nl', 'Uw verzoek nr. {number} is uitgevoerd',
   'Uw verzoek nr. {number} ({kind}) is uitgevoerd.',
   '', 'Deze brief is van {sender}.'),
  ('address-old', 'nl', 'Uw adres gaat veranderen',
   'Iemand, hopelijk uzelf, wil dat wij {email} gebruiken in plaats van dit adres.

Druk op de knop en daarna op die op de pagina die opent. Hetzelfde wordt op het nieuwe adres gevraagd; pas dan verandert er iets. De link geldt 48 uur.',
   'Met de wijziging instemmen', 'Was u het niet? Doe dan niets, en alles blijft zoals het is. Deze brief is van {sender}.'),
  ('address-new', 'nl', 'Bevestig uw nieuwe adres',
   'Iemand, hopelijk uzelf, wil dit adres bij {sender} gebruiken.

Druk op de knop en daarna op die op de pagina die opent. De link geldt 48 uur.',
   'Mijn nieuwe adres bevestigen', 'Was u het niet? Doe dan niets: u wordt niets gestuurd, en het adres wordt vergeten. Deze brief is van {sender}.'),
  ('receipt', 'nl', 'Wat u hebt gewijzigd',
   'Dit is vastgelegd op {when} en staat in ons register (de exacte woorden: {proof}):

{purposes}

U kunt het altijd weer wijzigen.',
   'Bekijken en wijzigen', 'U vroeg om dit bewijs. Het is van {sender}.'),
  ('breach-notice', 'nl', 'Er is iets gebeurd met uw gegevens bij {sender}',
   '{nature}

Wat het voor u kan betekenen:

{consequences}

Wat wij doen, en wat u zelf kunt doen:

{measures}

Vraag het ons: {contact}',
   '', 'U krijgt deze brief omdat de wet vraagt dat wij het u vertellen (AVG art. 34). Hij is van {sender}.'),
  ('privacy-notice', 'fi', 'Mitä {sender} tallentaa sinusta',
   'Annoit meille juuri tietosi sivulla {page}. Tallennamme ne tätä varten:

{purposes}

Voit milloin tahansa kysyä, mitä tallennamme sinusta, pyytää sen oikaisemista tai poistamista ja peruuttaa suostumuksen yhtä helposti kuin annoit sen.',
   'Katso ja muuta', 'Saat tämän kirjeen kerran, koska laki vaatii meitä kertomaan sen (GDPR 13 art.). Lähettäjä on {sender}.'),
  ('confirmation', 'fi', 'Vahvista osoitteesi',
   'Joku, toivottavasti sinä, kirjoitti tämän osoitteen lomakkeeseen sivulla {page}.

Paina painiketta ja sitten avautuvan sivun painiketta. Tai kirjoita nämä kuusi numeroa sinne, missä ilmoittauduit. Molemmat ovat voimassa {hours} tuntia.',
   'Vahvista osoitteeni', 'Etkö se ollut sinä? Älä tee mitään: ilman vahvistustasi sinulle ei lähetetä mitään, ja osoite unohdetaan {days} päivän kuluttua. Kirjeen lähetti {sender}.'),
  ('entry', 'fi', 'Valintasi',
   'Tässä on tie siihen, mihin olet suostunut, ja sen muuttamiseen.

Kirjoita nämä kuusi numeroa sinne, missä pyysit niitä; ne ovat voimassa 10 minuuttia. Tai paina painiketta; sen linkki on voimassa tunnin.',
   'Avaa valintani', 'Etkö pyytänyt tätä? Silloin joku muu kirjoitti osoitteesi, eikä mitään tapahdu, kunhan pidät numerot omana tietonasi. Kirjeen lähetti {sender}.'),
  ('request-received', 'fi', 'Pyyntösi nro {number}',
   'Olemme saaneet pyyntösi nro {number} ({kind}). Kuulet meistä ennen {due}.

{grace}',
   'Katso pyyntöni', 'Kirjeen lähetti {sender}.'),
  ('request-done', 'fi', 'Pyyntösi nro {number} on toteutettu',
   'Pyyntösi nro {number} ({kind}) on toteutettu.',
   '', 'Kirjeen lähetti {sender}.'),
  ('address-old', 'fi', 'Osoitteesi on muuttumassa',
   'Joku, toivottavasti sinä, haluaa meidän käyttävän osoitetta {email} tämän sijaan.

Paina painiketta ja sitten avautuvan sivun painiketta. Samaa kysytään uudesta osoitteesta; vasta sitten jokin muuttuu. Linkki on voimassa 48 tuntia.',
   'Hyväksy muutos', 'Etkö se ollut sinä? Älä tee mitään, niin kaikki pysyy ennallaan. Kirjeen lähetti {sender}.'),
  ('address-new', 'fi', 'Vahvista uusi osoitteesi',
   'Joku, toivottavasti sinä, haluaa käyttää tätä osoitetta, kun lähettäjänä on {sender}.

Paina painiketta ja sitten avautuvan sivun painiketta. Linkki on voimassa 48 tuntia.',
   'Vahvista uusi osoitteeni', 'Etkö se ollut sinä? Älä tee mitään: sinulle ei lähetetä mitään, ja osoite unohdetaan. Kirjeen lähetti {sender}.'),
  ('receipt', 'fi', 'Mitä olet muuttanut',
   'Tämä kirjattiin {when} ja on pöytäkirjassamme (tarkat sanat: {proof}):

{purposes}

Voit muuttaa sen uudelleen milloin tahansa.',
   'Katso ja muuta', 'Pyysit tätä kuittia. Sen lähetti {sender}.'),
  ('breach-notice', 'fi', 'Tiedoillesi on tapahtunut jotain ({sender})',
   '{nature}

Mitä se voi merkitä sinulle:

{consequences}

Mitä teemme ja mitä voit itse tehdä:

{measures}

Kysy meiltä: {contact}',
   '', 'Saat tämän kirjeen, koska laki vaatii meitä kertomaan sen (GDPR 34 art.). Sen lähetti {sender}.'),
  ('privacy-notice', 'fr', 'Ce que {sender} conserve sur vous',
   'Vous venez de nous donner vos coordonnées sur {page}. Nous les conservons pour ceci :

{purposes}

Vous pouvez à tout moment nous demander ce que nous conservons sur vous, le faire corriger ou effacer, et retirer un consentement aussi facilement que vous l’avez donné.',
   'Voir et modifier', 'Vous recevez ce message une seule fois, parce que la loi nous demande de vous le dire (RGPD art. 13). Il vient de {sender}.'),
  ('confirmation', 'fr', 'Confirmez votre adresse',
   'Quelqu’un, vous, nous l’espérons, a écrit cette adresse dans un formulaire sur {page}.

Appuyez sur le bouton, puis sur celui de la page qui s’ouvre. Ou écrivez ces six chiffres là où vous vous êtes inscrit. Les deux sont valables {hours} heures.',
   'Confirmer mon adresse', 'Ce n’était pas vous ? Ne faites rien : sans votre confirmation, rien ne vous est envoyé, et l’adresse est oubliée après {days} jours. Ce message vient de {sender}.'),
  ('entry', 'fr', 'Vos préférences',
   'Voici le chemin vers ce que vous avez accepté, et pour le modifier.

Écrivez ces six chiffres là où vous les avez demandés ; ils sont valables 10 minutes. Ou appuyez sur le bouton ; son lien est valable une heure.',
   'Ouvrir mes préférences', 'Vous n’avez rien demandé ? Quelqu’un d’autre a écrit votre adresse, et rien n’arrive tant que vous gardez les chiffres pour vous. Ce message vient de {sender}.'),
  ('request-received', 'fr', 'Votre demande nº {number}',
   'Nous avons reçu votre demande nº {number} ({kind}). Vous aurez de nos nouvelles avant le {due}.

{grace}',
   'Voir mes demandes', 'Ce message vient de {sender}.'),
  ('request-done', 'fr', 'Votre demande nº {number} est exécutée',
   'Votre demande nº {number} ({kind}) a été exécutée.',
   '', 'Ce message vient de {sender}.'),
  ('address-old', 'fr', 'Votre adresse va changer',
   'Quelqu’un, vous, nous l’espérons, veut que nous utilisions {email} à la place de cette adresse.

Appuyez sur le bouton, puis sur celui de la page qui s’ouvre. La même question est posée à la nouvelle adresse ; ce n’est qu’ensuite que quelque chose change. Le lien est valable 48 heures.',
   'Accepter le changement', 'Ce n’était pas vous ? Ne faites rien, et tout reste comme avant. Ce message vient de {sender}.'),
  ('address-new', 'fr', 'Confirmez votre nouvelle adresse',
   'Quelqu’un, vous, nous l’espérons, veut utiliser cette adresse auprès de {sender}.

Appuyez sur le bouton, puis sur celui de la page qui s’ouvre. Le lien est valable 48 heures.',
   'Confirmer ma nouvelle adresse', 'Ce n’était pas vous ? Ne faites rien : rien ne vous est envoyé, et l’adresse est oubliée. Ce message vient de {sender}.'),
  ('receipt', 'fr', 'Ce que vous avez modifié',
   'Ceci a été enregistré le {when} et figure dans notre registre (les mots exacts : {proof}) :

{purposes}

Vous pouvez le modifier à nouveau à tout moment.',
   'Voir et modifier', 'Vous avez demandé ce reçu. Il vient de {sender}.'),
  ('breach-notice', 'fr', 'Un incident a touché vos données chez {sender}',
   '{nature}

Ce que cela peut signifier pour vous :

{consequences}

Ce que nous faisons, et ce que vous pouvez faire :

{measures}

Interrogez-nous : {contact}',
   '', 'Vous recevez ce message parce que la loi nous demande de vous le dire (RGPD art. 34). Il vient de {sender}.'),
  ('privacy-notice', 'es', 'Lo que {sender} guarda sobre usted',
   'Acaba de darnos sus datos en {page}. Los guardamos para esto:

{purposes}

Puede preguntarnos en todo momento qué guardamos sobre usted, hacer que se corrija o se borre, y retirar un consentimiento con la misma facilidad con que lo dio.',
   'Ver y cambiar', 'Recibe este mensaje una sola vez, porque la ley nos pide que se lo digamos (RGPD art. 13). Es de {sender}.'),
  ('confirmation', 'es', 'Confirme su dirección',
   'Alguien, esperamos que usted, escribió esta dirección en un formulario en {page}.

Pulse el botón y después el de la página que se abre. O escriba estas seis cifras donde se apuntó. Ambos valen durante {hours} horas.',
   'Confirmar mi dirección', '¿No fue usted? No haga nada: sin su confirmación no se le envía nada, y la dirección se olvida a los {days} días. Este mensaje es de {sender}.'),
  ('entry', 'es', 'Sus preferencias',
   'Este es el camino a lo que ha aceptado, y para cambiarlo.

Escriba estas seis cifras donde las pidió; valen 10 minutos. O pulse el botón; su enlace vale una hora.',
   'Abrir mis preferencias', '¿No lo ha pedido? Entonces otra persona escribió su dirección, y no ocurre nada mientras guarde las cifras para usted. Este mensaje es de {sender}.'),
  ('request-received', 'es', 'Su solicitud n.º {number}',
   'Tenemos su solicitud n.º {number} ({kind}). Tendrá noticias nuestras antes del {due}.

{grace}',
   'Ver mis solicitudes', 'Este mensaje es de {sender}.'),
  ('request-done', 'es', 'Su solicitud n.º {number} está hecha',
   'Su solicitud n.º {number} ({kind}) se ha llevado a cabo.',
   '', 'Este mensaje es de {sender}.'),
  ('address-old', 'es', 'Su dirección va a cambiar',
   'Alguien, esperamos que usted, quiere que usemos {email} en lugar de esta dirección.

Pulse el botón y después el de la página que se abre. Lo mismo se pregunta en la dirección nueva; solo entonces cambia algo. El enlace vale 48 horas.',
   'Aceptar el cambio', '¿No fue usted? No haga nada, y todo queda como está. Este mensaje es de {sender}.'),
  ('address-new', 'es', 'Confirme su nueva dirección',
   'Alguien, esperamos que usted, quiere usar esta dirección con {sender}.

Pulse el botón y después el de la página que se abre. El enlace vale 48 horas.',
   'Confirmar mi nueva dirección', '¿No fue usted? No haga nada: no se le envía nada, y la dirección se olvida. Este mensaje es de {sender}.'),
  ('receipt', 'es', 'Lo que ha cambiado',
   'Esto quedó registrado el {when} y consta en nuestro libro (las palabras exactas: {proof}):

{purposes}

Puede volver a cambiarlo en todo momento.',
   'Ver y cambiar', 'Usted pidió este recibo. Es de {sender}.'),
  ('breach-notice', 'es', 'Ha ocurrido algo con sus datos en {sender}',
   '{nature}

Lo que puede significar para usted:

{consequences}

Lo que hacemos, y lo que puede hacer usted:

{measures}

Pregúntenos: {contact}',
   '', 'Recibe este mensaje porque la ley nos pide que se lo digamos (RGPD art. 34). Es de {sender}.'),
  ('privacy-notice', 'it', 'Ciò che {sender} conserva su di lei',
   'Ci ha appena dato i suoi dati su {page}. Li conserviamo per questo:

{purposes}

Può chiederci in ogni momento che cosa conserviamo su di lei, farlo correggere o cancellare, e ritirare un consenso con la stessa facilità con cui l’ha dato.',
   'Vedere e modificare', 'Riceve questo messaggio una sola volta, perché la legge ci chiede di dirglielo (GDPR art. 13). È di {sender}.'),
  ('confirmation', 'it', 'Confermi il suo indirizzo',
   'Qualcuno, speriamo lei, ha scritto questo indirizzo in un modulo su {page}.

Prema il pulsante e poi quello della pagina che si apre. Oppure scriva queste sei cifre dove si è iscritto. Entrambi valgono {hours} ore.',
   'Confermare il mio indirizzo', 'Non è stato lei? Non faccia nulla: senza la sua conferma non le viene inviato nulla, e l’indirizzo viene dimenticato dopo {days} giorni. Questo messaggio è di {sender}.'),
  ('entry', 'it', 'Le sue preferenze',
   'Ecco la via verso ciò che ha accettato, e per modificarlo.

Scriva queste sei cifre dove le ha chieste; valgono 10 minuti. Oppure prema il pulsante; il suo link vale un’ora.',
   'Aprire le mie preferenze', 'Non l’ha chiesto lei? Allora qualcun altro ha scritto il suo indirizzo, e non succede nulla finché tiene le cifre per sé. Questo messaggio è di {sender}.'),
  ('request-received', 'it', 'La sua richiesta n. {number}',
   'Abbiamo la sua richiesta n. {number} ({kind}). Avrà nostre notizie prima del {due}.

{grace}',
   'Vedere le mie richieste', 'Questo messaggio è di {sender}.'),
  ('request-done', 'it', 'La sua richiesta n. {number} è stata eseguita',
   'La sua richiesta n. {number} ({kind}) è stata eseguita.',
   '', 'Questo messaggio è di {sender}.'),
  ('address-old', 'it', 'Il suo indirizzo sta per cambiare',
   'Qualcuno, speriamo lei, vuole che usiamo {email} al posto di questo indirizzo.

Prema il pulsante e poi quello della pagina che si apre. Lo stesso viene chiesto al nuovo indirizzo; solo allora cambia qualcosa. Il link vale 48 ore.',
   'Accettare la modifica', 'Non è stato lei? Non faccia nulla, e tutto resta com’è. Questo messaggio è di {sender}.'),
  ('address-new', 'it', 'Confermi il suo nuovo indirizzo',
   'Qualcuno, speriamo lei, vuole usare questo indirizzo presso {sender}.

Prema il pulsante e poi quello della pagina che si apre. Il link vale 48 ore.',
   'Confermare il mio nuovo indirizzo', 'Non è stato lei? Non faccia nulla: non le viene inviato nulla, e l’indirizzo viene dimenticato. Questo messaggio è di {sender}.'),
  ('receipt', 'it', 'Ciò che ha modificato',
   'Questo è stato registrato il {when} e sta nel nostro registro (le parole esatte: {proof}):

{purposes}

Può modificarlo di nuovo in ogni momento.',
   'Vedere e modificare', 'Ha chiesto questa ricevuta. È di {sender}.'),
  ('breach-notice', 'it', 'È successo qualcosa ai suoi dati presso {sender}',
   '{nature}

Che cosa può significare per lei:

{consequences}

Che cosa facciamo, e che cosa può fare lei:

{measures}

Ci chieda: {contact}',
   '', 'Riceve questo messaggio perché la legge ci chiede di dirglielo (GDPR art. 34). È di {sender}.'),
  ('privacy-notice', 'pl', 'Co {sender} przechowuje na Twój temat',
   'Właśnie otrzymaliśmy Twoje dane na {page}. Przechowujemy je w tym celu:

{purposes}

W każdej chwili możesz zapytać, co przechowujemy na Twój temat, poprosić o poprawienie lub usunięcie danych i wycofać zgodę równie łatwo, jak została udzielona.',
   'Zobacz i zmień', 'Ten list przychodzi jeden raz, ponieważ prawo nakazuje nam o tym poinformować (art. 13 RODO). Nadawca: {sender}.'),
  ('confirmation', 'pl', 'Potwierdź swój adres',
   'Ktoś, mamy nadzieję, że Ty, wpisał ten adres w formularzu na {page}.

Naciśnij przycisk, a potem ten na stronie, która się otworzy. Albo wpisz te sześć cyfr tam, gdzie nastąpiło zgłoszenie. Jedno i drugie jest ważne {hours} godz.',
   'Potwierdź mój adres', 'To nie Ty? Nie rób nic: bez Twojego potwierdzenia nic nie wyślemy, a adres zostanie zapomniany po {days} dniach. Nadawca: {sender}.'),
  ('entry', 'pl', 'Twoje preferencje',
   'Oto droga do Twoich zgód i do ich zmiany.

Wpisz te sześć cyfr tam, gdzie o nie poproszono; są ważne 10 minut. Albo naciśnij przycisk; jego link jest ważny godzinę.',
   'Otwórz moje preferencje', 'Nie prosisz o to? W takim razie ktoś inny wpisał Twój adres i nic się nie stanie, dopóki zachowasz cyfry dla siebie. Nadawca: {sender}.'),
  ('request-received', 'pl', 'Twój wniosek nr {number}',
   'Mamy Twój wniosek nr {number} ({kind}). Odpowiemy przed {due}.

{grace}',
   'Zobacz moje wnioski', 'Nadawca: {sender}.'),
  ('request-done', 'pl', 'Twój wniosek nr {number} został wykonany',
   'Twój wniosek nr {number} ({kind}) został wykonany.',
   '', 'Nadawca: {sender}.'),
  ('address-old', 'pl', 'Twój adres ma się zmienić',
   'Ktoś, mamy nadzieję, że Ty, chce, żebyśmy używali adresu {email} zamiast tego.

Naciśnij przycisk, a potem ten na stronie, która się otworzy. O to samo pytamy pod nowym adresem; dopiero wtedy coś się zmieni. Link jest ważny 48 godzin.',
   'Zgódź się na zmianę', 'To nie Ty? Nie rób nic, a wszystko zostanie bez zmian. Nadawca: {sender}.'),
  ('address-new', 'pl', 'Potwierdź swój nowy adres',
   'Ktoś, mamy nadzieję, że Ty, chce używać tego adresu u nadawcy {sender}.

Naciśnij przycisk, a potem ten na stronie, która się otworzy. Link jest ważny 48 godzin.',
   'Potwierdź mój nowy adres', 'To nie Ty? Nie rób nic: nic nie wyślemy, a adres zostanie zapomniany. Nadawca: {sender}.'),
  ('receipt', 'pl', 'Co zostało zmienione',
   'Zapisano to {when} i figuruje w naszym rejestrze (dokładne słowa: {proof}):

{purposes}

W każdej chwili można to znowu zmienić.',
   'Zobacz i zmień', 'To potwierdzenie na Twoją prośbę. Nadawca: {sender}.'),
  ('breach-notice', 'pl', 'Coś się stało z Twoimi danymi u {sender}',
   '{nature}

Co to może dla Ciebie oznaczać:

{consequences}

Co robimy i co możesz zrobić:

{measures}

Zapytaj nas: {contact}',
   '', 'Ten list przychodzi, ponieważ prawo nakazuje nam o tym poinformować (art. 34 RODO). Nadawca: {sender}.'),
  ('privacy-notice', 'ar', 'ما تحتفظ به {sender} عنك',
   'أعطيتنا بياناتك للتو على {page}. نحتفظ بها لهذا:

{purposes}

يمكنك في أي وقت أن تسألنا عمّا نحتفظ به عنك، وأن تطلب تصحيحه أو محوه، وأن تسحب موافقتك بالسهولة نفسها التي أعطيتها بها.',
   'عرض وتعديل', 'تصلك هذه الرسالة مرة واحدة لأن القانون يطلب منا أن نخبرك (المادة 13 من اللائحة العامة لحماية البيانات). المرسل: {sender}.'),
  ('confirmation', 'ar', 'يُرجى تأكيد عنوانك',
   'كتب شخص ما، ونرجو أن تكون أنت، هذا العنوان في نموذج على {page}.

اضغط الزر ثم الزر في الصفحة التي تُفتح. أو اكتب هذه الأرقام الستة حيث سجّلت. كلاهما صالح لمدة {hours} ساعة.',
   'تأكيد عنواني', 'لم تكن أنت؟ لا تفعل شيئًا: من دون تأكيدك لا يُرسل إليك شيء، ويُنسى العنوان بعد {days} يومًا. المرسل: {sender}.'),
  ('entry', 'ar', 'اختياراتك',
   'هذا هو الطريق إلى ما وافقت عليه وإلى تغييره.

اكتب هذه الأرقام الستة حيث طلبتها؛ وهي صالحة لمدة 10 دقائق. أو اضغط الزر؛ رابطه صالح لمدة ساعة.',
   'فتح اختياراتي', 'لم تطلب هذا؟ إذن كتب شخص آخر عنوانك، ولا يحدث شيء ما دمت تحتفظ بالأرقام لنفسك. المرسل: {sender}.'),
  ('request-received', 'ar', 'طلبك رقم {number}',
   'تلقينا طلبك رقم {number} ({kind}). ستسمع منا قبل {due}.

{grace}',
   'عرض طلباتي', 'المرسل: {sender}.'),
  ('request-done', 'ar', 'نُفِّذ طلبك رقم {number}',
   'نُفِّذ طلبك رقم {number} ({kind}).',
   '', 'المرسل: {sender}.'),
  ('address-old', 'ar', 'عنوانك على وشك أن يتغير',
   'يريد شخص ما، ونرجو أن تكون أنت، أن نستخدم {email} بدلًا من هذا العنوان.

اضغط الزر ثم الزر في الصفحة التي تُفتح. يُسأل السؤال نفسه على العنوان الجديد؛ وعندها فقط يتغير شيء. الرابط صالح لمدة 48 ساعة.',
   'الموافقة على التغيير', 'لم تكن أنت؟ لا تفعل شيئًا ويبقى كل شيء كما هو. المرسل: {sender}.'),
  ('address-new', 'ar', 'يُرجى تأكيد عنوانك الجديد',
   'يريد شخص ما، ونرجو أن تكون أنت، استخدام هذا العنوان لدى {sender}.

اضغط الزر ثم الزر في الصفحة التي تُفتح. الرابط صالح لمدة 48 ساعة.',
   'تأكيد عنواني الجديد', 'لم تكن أنت؟ لا تفعل شيئًا: لا يُرسل إليك شيء، ويُنسى العنوان. المرسل: {sender}.'),
  ('receipt', 'ar', 'ما غيّرته',
   'سُجِّل هذا في {when} وهو مدوّن في سجلنا (الكلمات بنصها: {proof}):

{purposes}

يمكنك تغييره مجددًا في أي وقت.',
   'عرض وتعديل', 'طلبت هذا الإيصال. المرسل: {sender}.'),
  ('breach-notice', 'ar', 'حدث شيء لبياناتك لدى {sender}',
   '{nature}

ما قد يعنيه ذلك لك:

{consequences}

ما نفعله وما يمكنك فعله:

{measures}

اسألنا: {contact}',
   '', 'تصلك هذه الرسالة لأن القانون يطلب منا أن نخبرك (المادة 34 من اللائحة العامة لحماية البيانات). المرسل: {sender}.');
