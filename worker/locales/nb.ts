import privacy from './privacy/nb.ts';
import type { Texts } from './texts.ts';
import verify from './verify/nb.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Bekreft e-postadressen din hos {sender}: {code}',
      body: `Denne adressen ble skrevet inn i et skjema på {page}. Bekreft at den er din.

Du valgte:

{purposes}

Klikk på knappen og bekreft på siden som åpnes, eller skriv inn den 6-sifrede koden der du meldte deg på. Begge deler virker i {hours}.`,
      button: 'Bekreft e-postadressen min',
      footer:
        'Var det ikke deg, kan du se bort fra denne e-posten: Uten bekreftelsen din sender vi deg ingenting og sletter adressen etter {days}. E-posten er fra {sender}.',
    },
    entry: {
      subject: '{code} er koden din til {sender}',
      body: `Du har bedt om å åpne e-postinnstillingene dine.

Skriv inn den 6-sifrede koden der du ba om den innen 10 minutter, eller klikk på knappen. Lenken virker i 1 time.`,
      button: 'Åpne innstillingene mine',
      footer:
        'Har du ikke bedt om dette, kan du se bort fra denne e-posten. Ikke del koden: Uten den kan ingen se eller endre valgene dine. E-posten er fra {sender}.',
    },
    'address-old': {
      subject: 'Bekreft endringen av e-postadressen din hos {sender}',
      body: `Vi er blitt bedt om å bruke {email} i stedet for denne adressen. Bekreft at du ønsker dette.

Klikk på knappen og bekreft på siden som åpnes. Vi spør også på den nye adressen og endrer ingenting før du har bekreftet i begge e-postene. Lenken virker i 48 timer.`,
      button: 'Bekreft endringen',
      footer:
        'Var det ikke deg, kan du se bort fra denne e-posten, og ingenting endres. E-posten er fra {sender}.',
    },
    'address-new': {
      subject: 'Bekreft den nye e-postadressen din hos {sender}',
      body: `Vi er blitt bedt om å bruke denne adressen fra nå av. Bekreft at den er din.

Klikk på knappen og bekreft på siden som åpnes. Lenken virker i 48 timer.`,
      button: 'Bekreft den nye adressen min',
      footer:
        'Var det ikke deg, kan du se bort fra denne e-posten: Vi sender deg ingenting og sletter adressen. E-posten er fra {sender}.',
    },
    receipt: {
      subject: 'Kvittering for valgene dine hos {sender}',
      body: `Du lagret valgene dine {when}. Dette har vi registrert (nøyaktig ordlyd: {proof}):

{purposes}

Du kan endre valgene dine når som helst.`,
      button: 'Se og endre valgene mine',
      footer: 'Du får denne e-posten fordi du ba om en kvittering. Den er fra {sender}.',
    },
    'log-checkpoint': {
      subject: 'Sjekkpunkt fra samtykkeloggen: {size} oppføringer',
      body: `Dette har samtykkeloggen {origin} signert: antallet oppføringer og en hash av alle. Det inneholder ingen personopplysninger.

Ta vare på denne e-posten. Hvis loggen endres senere, viser denne teksten det: lagre teksten nedenfor som en fil, og kontroller den sammen med en bevisfil.`,
      button: 'Kontroller et bevis',
      footer: 'Du får denne e-posten fordi denne adressen mottar sjekkpunktene fra {sender}.',
    },
    'webhook-disabled': {
      subject: 'Webhooken «{name}» er slått av',
      body: `Ingenting sendes lenger til webhooken «{name}»: mottakeren har svart med feil i tre dager eller meldt at den ikke finnes lenger.

Hendelser lagres i 30 dager. Rett feilen hos mottakeren, og slå så webhooken på igjen: den fortsetter der den stoppet.`,
      button: 'Åpne webhooken',
      footer: 'Du får denne e-posten fordi du kan endre innstillingene for {sender}.',
    },
    'log-halted': {
      subject: 'Samtykkeloggen har stoppet',
      body: `Siden {since} forsegles ingenting i samtykkeloggen: registeret er ikke lenger det som ble signert. Det skjer etter en gjenopprettet sikkerhetskopi, eller når noen har endret selve databasen.

Les hva som ble funnet, finn ut hvorfor, og start så en ny logg. Påmeldinger, innstillinger og e-post fortsetter som før.`,
      button: 'Åpne loggen',
      footer: 'Du får denne e-posten fordi du kan endre innstillingene for {sender}.',
    },
    invitation: {
      subject: 'Din tilgang til samtykkekonsollen hos {sender}',
      body: `Du kan nå logge inn i samtykkekonsollen hos {sender}.

Klikk på knappen og skriv inn denne e-postadressen. Da sender vi deg en innloggingslenke.`,
      button: 'Gå til innlogging',
      footer:
        'Du får denne e-posten fordi en administrator har lagt deg til som bruker. Den er fra {sender}.',
    },
    'sign-in': {
      subject: 'Innloggingslenken din til {sender}',
      body: 'Du har bedt om å logge inn i samtykkekonsollen. Klikk på knappen og bekreft på siden som åpnes. Lenken virker én gang, innen 15 minutter.',
      button: 'Logg inn',
      footer:
        'Har du ikke bedt om dette, kan du se bort fra denne e-posten. Ikke videresend den: Uten lenken kan ingen logge inn som deg. E-posten er fra {sender}.',
    },
    'purpose-changed': {
      subject: '{sender} har endret teksten du samtykket til',
      body: `Du har samtykket til dette, og vi har endret teksten. Nå lyder den:

{purposes}

Samtykket ditt gjelder fortsatt. Er du ikke lenger enig, kan du trekke det tilbake like lett som du ga det.`,
      button: 'Se og endre valgene mine',
      footer: 'Du får denne e-posten fordi du har samtykket til dette. Den er fra {sender}.',
    },
  },
  noUse: { title: 'Ingenting for øyeblikket', text: 'Vi sender deg ingenting.' },
  refused: {
    needs: 'Si først ja til det dette hører til.',
    robot:
      'Dette skjemaet kontrollerer at du ikke er en robot, og det krever JavaScript. Slå på JavaScript og last siden på nytt, eller kontakt oss på en annen måte.',
  },
  outcome: {
    title: 'Du er ikke påmeldt',
    signedUp: '{email} er påmeldt:',
    agreed: 'Du har sagt ja til:',
    informed: 'Vi bruker opplysningene dine til:',
    pending: 'Venter på at du bekrefter {email}:',
    refused: 'Du har ikke valgt:',
    ended: 'Dette er avsluttet:',
    nothing: 'Vi sender deg ingenting på grunn av dette skjemaet.',
    none: '{email} er ikke påmeldt noe. Vi sender deg ingenting.',
  },
  confirm: {
    title: 'Bekreft e-postadressen din',
    text: 'Skriv inn den 6-sifrede koden fra e-posten vår til {email}, eller åpne lenken i den.',
    code: '6-sifret kode',
    button: 'Bekreft',
    again: 'Send en ny e-post',
    sent: 'Du har bedt om en ny e-post.',
    capped:
      'Kommer det ingen e-post i løpet av noen minutter, se i søppelposten. Vi sender høyst 3 i timen og 10 om dagen; be deretter om en ny om en time eller neste dag.',
    wait: 'Du kan be om en ny e-post {when}.',
    other: 'Bruk en annen adresse',
    wrong: 'Koden er feil eller har utløpt.',
    press: 'Klikk på knappen for å bekrefte at adressen er din.',
    late: 'Lenken har utløpt. Vi kan sende deg en ny.',
    done: 'E-postadressen din er bekreftet',
    gone: 'Det er ikke mer å bekrefte her. Fyll ut skjemaet på nytt hvis du vil melde deg på.',
  },
  files: {
    large: 'Velg en fil på høyst {n} MB.',
    type: 'Velg en fil av en av disse typene: {types}.',
  },
  corrections: {
    title: 'Endring av e-postadresse',
    ask: 'Bruke {email} fra nå av?',
    button: 'Bekreft',
    half: 'Takk. Bekreft nå også i e-posten til {email}.',
    changed: 'Fra nå av sender vi e-postene dine til {email}.',
    taken: '{email} har allerede egne e-postinnstillinger. Åpne dem med den adressen.',
    late: 'Lenken har utløpt eller er allerede brukt. Be om endringen på nytt.',
  },
  unsubscribe: {
    title: 'Avmelding',
    stop: 'Meld meg av «{name}»',
    everything: 'Meld meg av alt',
    manage: 'Se og endre alle valgene mine',
    stopped: 'Du er avmeldt fra «{name}».',
    stoppedAll: 'Du er avmeldt fra alle e-postene våre.',
    gone: 'Lenken virker ikke lenger.',
    erased: 'Vi har ikke lenger noen opplysninger om deg, så vi sender deg ingenting.',
  },
  problems: {
    missing: {
      title: 'Fant ikke siden',
      text: 'Lenken kan være ufullstendig, utløpt eller allerede brukt. Åpne hele lenken fra e-posten, eller gå til e-postinnstillingene dine for å få en ny.',
    },
    busy: {
      title: 'Vent litt',
      text: 'Det kom for mange forespørsler, eller tjenesten er opptatt. Prøv igjen om noen minutter.',
    },
    failed: { title: 'Beklager, noe gikk galt', text: 'Ingenting ble endret. Prøv igjen senere.' },
    refused: {
      title: 'Forespørselen ble ikke godtatt',
      text: 'Gå tilbake, last inn siden på nytt og prøv igjen.',
    },
    reference: 'Hvis det skjer igjen, oppgi dette nummeret: {id}',
    preferences: 'E-postinnstillinger',
  },
  pages: { privacy: 'Personvernerklæring', language: 'Språk' },
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
