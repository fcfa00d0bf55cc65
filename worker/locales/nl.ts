import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Wat {sender} over u bewaart',
      body: `U hebt ons zojuist uw gegevens gegeven op {page}. Wij bewaren ze hiervoor:

{purposes}

U kunt ons altijd vragen wat wij over u bewaren, het laten verbeteren of wissen en een toestemming even gemakkelijk intrekken als u haar gaf.`,
      button: 'Bekijken en wijzigen',
      footer:
        'U krijgt deze brief één keer, omdat de wet vraagt dat wij het u vertellen (AVG art. 13). Hij komt van {sender}.',
    },
    confirmation: {
      subject: 'Bevestig uw adres',
      body: `Iemand, hopelijk uzelf, schreef dit adres in een formulier op {page}.

U koos:

{purposes}

Druk op de knop en daarna op die op de pagina die opent. Of schrijf deze zes cijfers waar u zich aanmeldde. Beide gelden {hours} uur.`,
      button: 'Mijn adres bevestigen',
      footer:
        'Was u het niet? Doe dan niets: zonder uw bevestiging wordt u niets gestuurd, en het adres wordt na {days} dagen vergeten. Deze brief is van {sender}.',
    },
    entry: {
      subject: 'Uw voorkeuren',
      body: `Hier is de weg naar waar u ja op hebt gezegd, en om het te wijzigen.

Schrijf deze zes cijfers waar u erom vroeg; ze gelden 10 minuten. Of druk op de knop; de link geldt een uur.`,
      button: 'Mijn voorkeuren openen',
      footer:
        'Hebt u hier niet om gevraagd? Dan schreef iemand anders uw adres, en er gebeurt niets zolang u de cijfers voor uzelf houdt. Deze brief is van {sender}.',
    },
    'request-received': {
      subject: 'Uw verzoek nr. {number}',
      body: `Wij hebben uw verzoek nr. {number} ({kind}). U hoort van ons vóór {due}.

{grace}`,
      button: 'Mijn verzoeken bekijken',
      footer: 'Deze brief is van {sender}.',
    },
    'request-done': {
      subject: 'Uw verzoek nr. {number} is uitgevoerd',
      body: 'Uw verzoek nr. {number} ({kind}) is uitgevoerd.',
      button: '',
      footer: 'Deze brief is van {sender}.',
    },
    'address-old': {
      subject: 'Uw adres gaat veranderen',
      body: `Iemand, hopelijk uzelf, wil dat wij {email} gebruiken in plaats van dit adres.

Druk op de knop en daarna op die op de pagina die opent. Hetzelfde wordt op het nieuwe adres gevraagd; pas dan verandert er iets. De link geldt 48 uur.`,
      button: 'Met de wijziging instemmen',
      footer:
        'Was u het niet? Doe dan niets, en alles blijft zoals het is. Deze brief is van {sender}.',
    },
    'address-new': {
      subject: 'Bevestig uw nieuwe adres',
      body: `Iemand, hopelijk uzelf, wil dit adres bij {sender} gebruiken.

Druk op de knop en daarna op die op de pagina die opent. De link geldt 48 uur.`,
      button: 'Mijn nieuwe adres bevestigen',
      footer:
        'Was u het niet? Doe dan niets: u wordt niets gestuurd, en het adres wordt vergeten. Deze brief is van {sender}.',
    },
    receipt: {
      subject: 'Wat u hebt gewijzigd',
      body: `Dit is vastgelegd op {when} en staat in ons register (de exacte woorden: {proof}):

{purposes}

U kunt het altijd weer wijzigen.`,
      button: 'Bekijken en wijzigen',
      footer: 'U vroeg om dit bewijs. Het is van {sender}.',
    },
    'breach-notice': {
      subject: 'Er is iets gebeurd met uw gegevens bij {sender}',
      body: `{nature}

Wat het voor u kan betekenen:

{consequences}

Wat wij doen, en wat u zelf kunt doen:

{measures}

Vraag het ons: {contact}`,
      button: '',
      footer:
        'U krijgt deze brief omdat de wet vraagt dat wij het u vertellen (AVG art. 34). Hij is van {sender}.',
    },
    'sign-in': {
      subject: 'Uw inloglink voor de console',
      body: 'Klik op de knop en bevestig op de pagina die wordt geopend. De link is 15 minuten geldig en werkt maar één keer.',
      button: 'Inloggen',
      footer:
        'Hebt u dit niet aangevraagd? Dan heeft iemand anders uw adres ingevuld. Er gebeurt niets zolang niemand de link gebruikt. Deze e-mail is van {sender}.',
    },
    'source-notice': {
      subject: 'Wat {sender} over u bewaart',
      body: `Wij hebben uw gegevens. Zo kwamen ze bij ons: {source}. Wij bewaren ze hiervoor:

{purposes}

U kunt altijd vragen wat wij over u bewaren, het laten verbeteren of wissen, bezwaar maken en een toestemming even gemakkelijk intrekken als ze werd gegeven.`,
      button: 'Bekijken en wijzigen',
      footer:
        'U krijgt deze brief één keer, omdat de wet vraagt dat wij het u vertellen (AVG art. 14). Hij komt van {sender}.',
    },
    'purpose-changed': {
      subject: 'De woorden waarop u ja zei, zijn gewijzigd',
      body: `U hebt hier bij {sender} ja op gezegd, en de woorden zijn gewijzigd. Zo luiden ze nu:

{purposes}

Uw ja blijft gelden. Ziet u het vandaag anders, dan kunt u het even gemakkelijk intrekken als u het gaf.`,
      button: 'Bekijken en wijzigen',
      footer: 'U krijgt deze brief omdat u hier ja op hebt gezegd. Hij komt van {sender}.',
    },
    'data-ready': {
      subject: 'Uw gegevens: verzoek nr. {number}',
      body: `U hebt om een kopie van uw gegevens gevraagd ({kind}). Alles wat wij over u bewaren, staat klaar om te downloaden: als pagina om te lezen of af te drukken, en als JSON of CSV.

De link opent uw eigen pagina’s, dus stuur deze e-mail niet door. Is de link verlopen, dan kunt u daar een nieuwe aanvragen.`,
      button: 'Mijn gegevens downloaden',
      footer: 'Deze e-mail is van {sender}.',
    },
    'request-refused': {
      subject: 'Uw verzoek nr. {number}',
      body: `Wij kunnen niet doen wat u vroeg in uw verzoek nr. {number} ({kind}). De reden:

{reason}

U kunt een klacht indienen bij de toezichthouder en naar de rechter gaan.`,
      button: '',
      footer: 'Deze brief is van {sender}.',
    },
  },
  noUse: { title: 'Op dit moment niets', text: 'Wij sturen u niets.' },
  outcome: {
    title: 'U bent niet aangemeld',
    signedUp: '{email} is aangemeld voor:',
    agreed: 'U hebt toestemming gegeven voor:',
    informed: 'We gebruiken uw gegevens voor:',
    pending: 'Wacht tot u {email} bevestigt:',
    refused: 'U hebt nee gezegd tegen:',
    ended: 'Dit is gestopt:',
    nothing: 'We sturen u niets naar aanleiding van dit formulier.',
    none: '{email} is nergens voor aangemeld. We sturen u niets.',
  },
  confirm: {
    title: 'Nog één stap',
    text: 'Vul de 6-cijferige code uit onze e-mail aan {email} in, of open de link erin.',
    code: 'Zes cijfers',
    button: 'Bevestigen',
    again: 'Opnieuw sturen',
    sent: 'U hebt om een nieuwe e-mail gevraagd.',
    capped:
      'Komt er binnen enkele minuten geen e-mail, kijk dan in de spammap. We sturen er hoogstens 3 per uur en 10 per dag; vraag daarna over een uur of de volgende dag opnieuw.',
    wait: 'U kunt {when} om een nieuwe e-mail vragen.',
    other: 'Een ander adres gebruiken',
    wrong: 'Deze cijfers kloppen niet of zijn te oud.',
    press: 'Druk op de knop om te bevestigen dat dit adres van u is.',
    late: 'Deze link is te oud. We kunnen u een nieuwe sturen.',
    done: 'Uw adres is bevestigd',
    gone: 'Hier valt niets meer te bevestigen. Vul het formulier opnieuw in als u zich wilt aanmelden.',
  },
  corrections: {
    title: 'Uw adres',
    ask: 'Zullen we voortaan {email} gebruiken?',
    button: 'Ja, gebruik het',
    half: 'Dank u. Doe nu hetzelfde in de brief aan {email}.',
    changed: 'Voortaan gaan uw brieven naar {email}.',
    taken: '{email} heeft al eigen keuzes. Open die met dat adres.',
    late: 'Deze link is te oud of al gebruikt. Vraag de wijziging nog een keer aan.',
  },
  unsubscribe: {
    title: 'Deze brieven stoppen?',
    stop: '‘{name}’ stoppen',
    everything: 'Alles stoppen',
    manage: 'Al mijn keuzes bekijken en wijzigen',
    stopped: 'U ontvangt ‘{name}’ niet meer.',
    stoppedAll: 'U ontvangt geen brieven meer van ons.',
    gone: 'Deze link leidt nergens meer heen.',
    erased: 'We bewaren niets meer over u en sturen u dus niets.',
  },
  problems: {
    missing: {
      title: 'Pagina niet gevonden',
      text: 'De link is misschien onvolledig, verlopen of al gebruikt. Open de volledige link uit de e-mail, of ga naar uw e-mailvoorkeuren om een nieuwe te krijgen.',
    },
    busy: {
      title: 'Even geduld',
      text: 'Er kwamen te veel verzoeken binnen, of de dienst is druk. Probeer het over enkele minuten opnieuw.',
    },
    failed: {
      title: 'Sorry, er ging iets mis',
      text: 'Er is niets gewijzigd. Probeer het later opnieuw.',
    },
    refused: {
      title: 'Dit is niet gelukt',
      text: 'Ga terug, laad de pagina opnieuw en probeer het nog eens.',
    },
    reference: 'Gebeurt het opnieuw, vermeld dan dit nummer: {id}',
    preferences: 'E-mailvoorkeuren',
  },
  pages: { privacy: 'Privacyverklaring', language: 'Taal' },
  report: {
    title: 'Wat over {email} is bewaard',
    made: 'Gemaakt op {date}.',
    choices: 'Mijn keuzes',
    submissions: 'Wat ik heb gestuurd',
    bounced: 'E-mails naar dit adres komen sinds {date} terug.',
    messages: 'Brieven aan mij',
    nothing: 'Niets.',
    shown: 'Wat is getoond (SHA-256):',
    also: 'Lijsten en meldingen',
    segment: 'Op onze lijst',
    breach: 'Geïnformeerd over een datalek',
  },
} satisfies Texts;
