import privacy from './privacy/nl.ts';
import type { Texts } from './texts.ts';
import verify from './verify/nl.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Bevestig uw e-mailadres voor {sender}: {code}',
      body: `Dit adres is ingevuld in een formulier op {page}. Bevestig dat het van u is.

U hebt gekozen voor:

{purposes}

Klik op de knop en bevestig op de pagina die wordt geopend, of vul de 6-cijferige code in waar u zich hebt aangemeld. Beide zijn {hours} geldig.`,
      button: 'Mijn e-mailadres bevestigen',
      footer:
        'Was u dit niet? Negeer deze e-mail dan: zonder uw bevestiging sturen we u niets en verwijderen we het adres na {days}. Deze e-mail is van {sender}.',
    },
    entry: {
      subject: '{code} is uw code voor {sender}',
      body: `U wilt uw e-mailvoorkeuren openen.

Vul de 6-cijferige code binnen 10 minuten in waar u erom hebt gevraagd, of klik op de knop. De link is 1 uur geldig.`,
      button: 'Mijn voorkeuren openen',
      footer:
        'Hebt u hier niet om gevraagd? Negeer deze e-mail dan. Deel de code niet: zonder de code kan niemand uw keuzes zien of wijzigen. Deze e-mail is van {sender}.',
    },
    'address-old': {
      subject: 'Bevestig de wijziging van uw e-mailadres bij {sender}',
      body: `We zijn gevraagd om {email} te gebruiken in plaats van dit adres. Bevestig dat u dit wilt.

Klik op de knop en bevestig op de pagina die wordt geopend. We vragen het ook op het nieuwe adres en wijzigen pas iets als u in beide e-mails hebt bevestigd. De link is 48 uur geldig.`,
      button: 'Wijziging bevestigen',
      footer:
        'Was u dit niet? Negeer deze e-mail dan; er verandert niets. Deze e-mail is van {sender}.',
    },
    'address-new': {
      subject: 'Bevestig uw nieuwe e-mailadres voor {sender}',
      body: `We zijn gevraagd om voortaan dit adres te gebruiken. Bevestig dat het van u is.

Klik op de knop en bevestig op de pagina die wordt geopend. De link is 48 uur geldig.`,
      button: 'Mijn nieuwe adres bevestigen',
      footer:
        'Was u dit niet? Negeer deze e-mail dan: we sturen u niets en verwijderen het adres. Deze e-mail is van {sender}.',
    },
    receipt: {
      subject: 'Bevestiging van uw keuzes bij {sender}',
      body: `U hebt uw keuzes opgeslagen op {when}. Dit hebben we vastgelegd (exacte tekst: {proof}):

{purposes}

U kunt uw keuzes op elk moment wijzigen.`,
      button: 'Mijn keuzes bekijken en wijzigen',
      footer:
        'U ontvangt deze e-mail omdat u om een bevestiging hebt gevraagd. Deze e-mail is van {sender}.',
    },
    'log-checkpoint': {
      subject: 'Checkpoint van het toestemmingslogboek: {size} regels',
      body: `Dit heeft het toestemmingslogboek {origin} ondertekend: het aantal regels en een hash van allemaal. Het bevat geen persoonsgegevens.

Bewaar deze e-mail. Als het logboek later wordt veranderd, laat deze tekst dat zien: sla de tekst hieronder op als bestand en controleer die samen met een bewijsbestand.`,
      button: 'Bewijs controleren',
      footer: 'U krijgt deze e-mail omdat dit adres de checkpoints van {sender} ontvangt.',
    },
    'webhook-disabled': {
      subject: 'De webhook ‘{name}’ is uitgeschakeld',
      body: `Er wordt niets meer verstuurd naar de webhook ‘{name}’: de ontvanger heeft drie dagen lang met fouten geantwoord of gemeld dat hij niet meer bestaat.

Gebeurtenissen worden 30 dagen bewaard. Herstel de ontvanger en zet de webhook daarna weer aan: hij gaat verder waar hij gestopt was.`,
      button: 'Webhook openen',
      footer: 'U ontvangt deze e-mail omdat u de instellingen van {sender} mag wijzigen.',
    },
    'log-halted': {
      subject: 'Het toestemmingslogboek is gestopt',
      body: `Sinds {since} wordt er niets meer verzegeld in het toestemmingslogboek: het register is niet meer wat is ondertekend. Dat gebeurt na een teruggezette back-up, of als iemand de database zelf heeft veranderd.

Lees wat er is gevonden, zoek uit waarom, en begin dan een nieuw logboek. Aanmeldingen, voorkeuren en e-mails gaan gewoon door.`,
      button: 'Logboek openen',
      footer: 'U krijgt deze e-mail omdat u de instellingen van {sender} mag wijzigen.',
    },
    invitation: {
      subject: 'Uw toegang tot de toestemmingsconsole van {sender}',
      body: `U kunt nu inloggen op de toestemmingsconsole van {sender}.

Klik op de knop en vul dit e-mailadres in. We sturen u dan een inloglink.`,
      button: 'Naar inloggen',
      footer:
        'U ontvangt deze e-mail omdat een beheerder u als gebruiker heeft toegevoegd. Deze e-mail is van {sender}.',
    },
    'sign-in': {
      subject: 'Uw inloglink voor {sender}',
      body: 'U wilt inloggen op de toestemmingsconsole. Klik op de knop en bevestig op de pagina die wordt geopend. De link werkt één keer, binnen 15 minuten.',
      button: 'Inloggen',
      footer:
        'Hebt u hier niet om gevraagd? Negeer deze e-mail dan. Stuur hem niet door: zonder de link kan niemand als u inloggen. Deze e-mail is van {sender}.',
    },
    'purpose-changed': {
      subject: '{sender} heeft de tekst gewijzigd waarmee u instemde',
      body: `U hebt hiervoor toestemming gegeven en we hebben de tekst gewijzigd. Die luidt nu:

{purposes}

Uw toestemming blijft gelden. Bent u het er niet meer mee eens, dan kunt u die even gemakkelijk intrekken als u die hebt gegeven.`,
      button: 'Mijn keuzes bekijken en wijzigen',
      footer:
        'U ontvangt deze e-mail omdat u hiervoor toestemming hebt gegeven. Deze e-mail is van {sender}.',
    },
  },
  noUse: { title: 'Op dit moment niets', text: 'Wij sturen u niets.' },
  refused: {
    needs: 'Geef eerst toestemming voor waar dit bij hoort.',
    robot:
      'Dit formulier controleert of u geen robot bent, en daarvoor is JavaScript nodig. Zet JavaScript aan en laad de pagina opnieuw, of neem op een andere manier contact met ons op.',
  },
  outcome: {
    title: 'U bent niet aangemeld',
    signedUp: '{email} is aangemeld voor:',
    agreed: 'U hebt toestemming gegeven voor:',
    informed: 'We gebruiken uw gegevens voor:',
    pending: 'Wacht tot u {email} bevestigt:',
    refused: 'U hebt niet gekozen voor:',
    ended: 'Dit is gestopt:',
    nothing: 'We sturen u niets naar aanleiding van dit formulier.',
    none: '{email} is nergens voor aangemeld. We sturen u niets.',
  },
  confirm: {
    title: 'Bevestig uw e-mailadres',
    text: 'Vul de 6-cijferige code uit onze e-mail aan {email} in, of open de link erin.',
    code: '6-cijferige code',
    button: 'Bevestigen',
    again: 'Nieuwe e-mail sturen',
    sent: 'U hebt om een nieuwe e-mail gevraagd.',
    capped:
      'Komt er binnen enkele minuten geen e-mail, kijk dan in de spammap. We sturen er hoogstens 3 per uur en 10 per dag; vraag daarna over een uur of de volgende dag opnieuw.',
    wait: 'U kunt {when} om een nieuwe e-mail vragen.',
    other: 'Een ander adres gebruiken',
    wrong: 'Deze code is onjuist of verlopen.',
    press: 'Klik op de knop om te bevestigen dat dit adres van u is.',
    late: 'Deze link is verlopen. We kunnen u een nieuwe sturen.',
    done: 'Uw e-mailadres is bevestigd',
    gone: 'Hier valt niets meer te bevestigen. Vul het formulier opnieuw in als u zich wilt aanmelden.',
  },
  files: {
    large: 'Kies een bestand van maximaal {n} MB.',
    type: 'Kies een bestand van een van deze typen: {types}.',
  },
  corrections: {
    title: 'Wijziging van e-mailadres',
    ask: 'Voortaan {email} gebruiken?',
    button: 'Bevestigen',
    half: 'Dank u. Bevestig nu ook in de e-mail aan {email}.',
    changed: 'Voortaan sturen we uw e-mails naar {email}.',
    taken: '{email} heeft al eigen e-mailvoorkeuren. Open die met dat adres.',
    late: 'Deze link is verlopen of al gebruikt. Vraag de wijziging opnieuw aan.',
  },
  unsubscribe: {
    title: 'Afmelden',
    stop: 'Afmelden voor ‘{name}’',
    everything: 'Afmelden voor alles',
    manage: 'Al mijn keuzes bekijken en wijzigen',
    stopped: 'U bent afgemeld voor ‘{name}’.',
    stoppedAll: 'U bent afgemeld voor al onze e-mails.',
    gone: 'Deze link werkt niet meer.',
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
      title: 'Het verzoek is niet geaccepteerd',
      text: 'Ga terug, laad de pagina opnieuw en probeer het nog eens.',
    },
    reference: 'Gebeurt het opnieuw, vermeld dan dit nummer: {id}',
    preferences: 'E-mailvoorkeuren',
  },
  pages: { privacy: 'Privacyverklaring', language: 'Taal' },
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
