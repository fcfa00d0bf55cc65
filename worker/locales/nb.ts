import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Dette lagrer {sender} om deg',
      body: `Du har nettopp gitt oss opplysningene dine på {page}. Vi lagrer dem til dette:

{purposes}

Du kan når som helst spørre hva vi lagrer om deg, få det rettet eller slettet og trekke et samtykke tilbake like lett som du ga det.`,
      button: 'Se og endre',
      footer:
        'Du får dette brevet én gang, fordi loven krever at vi forteller det (GDPR art. 13). Det er fra {sender}.',
    },
    confirmation: {
      subject: 'Bekreft adressen din',
      body: `Noen, forhåpentligvis du, skrev denne adressen i et skjema på {page}.

Du valgte:

{purposes}

Trykk på knappen og deretter på den på siden som åpnes. Eller skriv disse seks sifrene der du meldte deg på. Begge gjelder i {hours} timer.`,
      button: 'Bekreft adressen min',
      footer:
        'Var det ikke deg? Da trenger du ikke gjøre noe: uten bekreftelsen din sender vi ingenting, og adressen glemmes etter {days} dager. Brevet er fra {sender}.',
    },
    entry: {
      subject: 'Valgene dine',
      body: `Her er veien til det du har sagt ja til, og til å endre det.

Skriv disse seks sifrene der du ba om dem; de gjelder i 10 minutter. Eller trykk på knappen; lenken gjelder i en time.`,
      button: 'Åpne valgene mine',
      footer:
        'Ba du ikke om dette? Da har noen andre skrevet adressen din, og ingenting skjer så lenge du holder sifrene for deg selv. Brevet er fra {sender}.',
    },
    'request-received': {
      subject: 'Forespørselen din nr. {number}',
      body: `Vi har mottatt forespørselen din nr. {number} ({kind}). Du hører fra oss før {due}.

{grace}`,
      button: 'Se forespørslene mine',
      footer: 'Brevet er fra {sender}.',
    },
    'request-done': {
      subject: 'Forespørselen din nr. {number} er utført',
      body: 'Forespørselen din nr. {number} ({kind}) er utført.',
      button: '',
      footer: 'Brevet er fra {sender}.',
    },
    'address-old': {
      subject: 'Adressen din skal endres',
      body: `Noen, forhåpentligvis du, vil at vi bruker {email} i stedet for denne adressen.

Trykk på knappen og deretter på den på siden som åpnes. Det samme spørres det om på den nye adressen; først da endres noe. Lenken gjelder i 48 timer.`,
      button: 'Godta endringen',
      footer:
        'Var det ikke deg? Da trenger du ikke gjøre noe, og alt blir som det er. Brevet er fra {sender}.',
    },
    'address-new': {
      subject: 'Bekreft den nye adressen din',
      body: `Noen, forhåpentligvis du, vil bruke denne adressen hos {sender}.

Trykk på knappen og deretter på den på siden som åpnes. Lenken gjelder i 48 timer.`,
      button: 'Bekreft den nye adressen min',
      footer:
        'Var det ikke deg? Da trenger du ikke gjøre noe: ingenting sendes til deg, og adressen glemmes. Brevet er fra {sender}.',
    },
    receipt: {
      subject: 'Dette har du endret',
      body: `Dette ble registrert {when} og står i protokollen vår (de nøyaktige ordene: {proof}):

{purposes}

Du kan når som helst endre det igjen.`,
      button: 'Se og endre',
      footer: 'Du ba om denne kvitteringen. Den er fra {sender}.',
    },
    'breach-notice': {
      subject: 'Noe har skjedd med opplysningene dine hos {sender}',
      body: `{nature}

Hva det kan bety for deg:

{consequences}

Hva vi gjør, og hva du selv kan gjøre:

{measures}

Spør oss: {contact}`,
      button: '',
      footer:
        'Du får dette brevet fordi loven krever at vi forteller det (GDPR art. 34). Det er fra {sender}.',
    },
    'sign-in': {
      subject: 'Innloggingslenken din til konsollen',
      body: 'Klikk på knappen og bekreft på siden som åpnes. Lenken gjelder i 15 minutter og kan bare brukes én gang.',
      button: 'Logg inn',
      footer:
        'Har du ikke bedt om dette? Da har noen andre skrevet inn adressen din, og ingenting skjer så lenge ingen bruker lenken. E-posten er fra {sender}.',
    },
    'source-notice': {
      subject: 'Dette lagrer {sender} om deg',
      body: `Vi har opplysningene dine. De kom til oss slik: {source}. Vi lagrer dem til dette:

{purposes}

Du kan når som helst spørre hva vi lagrer om deg, få det rettet eller slettet, protestere og trekke et samtykke tilbake like lett som det ble gitt.`,
      button: 'Se og endre',
      footer:
        'Du får dette brevet én gang, fordi loven krever at vi forteller det (GDPR art. 14). Det er fra {sender}.',
    },
    'purpose-changed': {
      subject: 'Ordene du sa ja til, er endret',
      body: `Du har sagt ja til dette hos {sender}, og ordene er endret. Nå lyder de slik:

{purposes}

Ditt ja står. Ser du annerledes på det i dag, kan du trekke det tilbake like lett som du ga det.`,
      button: 'Se og endre',
      footer: 'Du får dette brevet fordi du har sagt ja til dette. Det er fra {sender}.',
    },
    'data-ready': {
      subject: 'Dataene dine: forespørsel nr. {number}',
      body: `Du har bedt om en kopi av dataene dine ({kind}). Alt vi har lagret om deg, kan nå lastes ned: som en side du kan lese eller skrive ut, og som JSON eller CSV.

Lenken åpner dine egne sider, så ikke videresend denne e-posten. Når den er utløpt, kan du be om en ny der.`,
      button: 'Last ned dataene mine',
      footer: 'E-posten er fra {sender}.',
    },
    'request-refused': {
      subject: 'Forespørselen din nr. {number}',
      body: `Vi kan ikke gjøre det du ba om i forespørsel nr. {number} ({kind}). Grunnen:

{reason}

Du kan klage til Datatilsynet og gå til domstolene.`,
      button: '',
      footer: 'Brevet er fra {sender}.',
    },
  },
  noUse: { title: 'Ingenting for øyeblikket', text: 'Vi sender deg ingenting.' },
  outcome: {
    title: 'Du er ikke påmeldt',
    signedUp: '{email} er påmeldt:',
    agreed: 'Du har sagt ja til:',
    informed: 'Vi bruker opplysningene dine til:',
    pending: 'Venter på at du bekrefter {email}:',
    refused: 'Du har sagt nei til:',
    ended: 'Dette er avsluttet:',
    nothing: 'Vi sender deg ingenting på grunn av dette skjemaet.',
    none: '{email} er ikke påmeldt noe. Vi sender deg ingenting.',
  },
  confirm: {
    title: 'Én ting til',
    text: 'Skriv inn den 6-sifrede koden fra e-posten vår til {email}, eller åpne lenken i den.',
    code: 'Seks sifre',
    button: 'Bekreft',
    again: 'Send på nytt',
    sent: 'Du har bedt om en ny e-post.',
    capped:
      'Kommer det ingen e-post i løpet av noen minutter, se i søppelposten. Vi sender høyst 3 i timen og 10 om dagen; be deretter om en ny om en time eller neste dag.',
    wait: 'Du kan be om en ny e-post {when}.',
    other: 'Bruk en annen adresse',
    wrong: 'Sifrene er ikke riktige eller er for gamle.',
    press: 'Trykk på knappen for å bekrefte at adressen er din.',
    late: 'Lenken er for gammel. Vi kan sende deg en ny.',
    done: 'Adressen din er bekreftet',
    gone: 'Det er ikke mer å bekrefte her. Fyll ut skjemaet på nytt hvis du vil melde deg på.',
  },
  corrections: {
    title: 'Din adresse',
    ask: 'Skal vi bruke {email} fra nå av?',
    button: 'Ja, bruk den',
    half: 'Takk. Gjør nå det samme i brevet til {email}.',
    changed: 'Fra nå av sendes brevene dine til {email}.',
    taken: '{email} har allerede egne valg. Åpne dem med den adressen.',
    late: 'Lenken er for gammel eller er brukt. Be om endringen en gang til.',
  },
  unsubscribe: {
    title: 'Vil du stoppe disse brevene?',
    stop: 'Stopp «{name}»',
    everything: 'Stopp alt',
    manage: 'Se og endre alle valgene mine',
    stopped: 'Du får ikke lenger «{name}».',
    stoppedAll: 'Du får ikke lenger noen av brevene våre.',
    gone: 'Lenken fører ikke lenger noe sted.',
    erased: 'Vi har ikke lenger noen opplysninger om deg, så vi sender deg ingenting.',
  },
  problems: {
    missing: {
      title: 'Fant ikke siden',
      text: 'Lenken kan være ufullstendig, for gammel eller allerede brukt. Åpne hele lenken fra e-posten, eller gå til e-postinnstillingene dine for å få en ny.',
    },
    busy: {
      title: 'Vent litt',
      text: 'Det kom for mange forespørsler, eller tjenesten er opptatt. Prøv igjen om noen minutter.',
    },
    failed: { title: 'Beklager, noe gikk galt', text: 'Ingenting ble endret. Prøv igjen senere.' },
    refused: {
      title: 'Det kunne ikke gjøres',
      text: 'Gå tilbake, last inn siden på nytt og prøv igjen.',
    },
    reference: 'Hvis det skjer igjen, oppgi dette nummeret: {id}',
    preferences: 'E-postinnstillinger',
  },
  pages: { privacy: 'Personvernerklæring', language: 'Språk' },
  report: {
    title: 'Det som er lagret om {email}',
    made: 'Laget {date}.',
    choices: 'Mine valg',
    submissions: 'Det jeg har sendt',
    bounced: 'E-poster til denne adressen har kommet i retur siden {date}.',
    messages: 'Brev til meg',
    nothing: 'Ingenting.',
    shown: 'Det som ble vist (SHA-256):',
    also: 'Lister og varsler',
    segment: 'På listen vår',
    breach: 'Varslet om et brudd på datasikkerheten',
  },
} satisfies Texts;
