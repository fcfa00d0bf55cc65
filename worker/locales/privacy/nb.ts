import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Slik bruker {sender} opplysningene dine',
      body: `Du ga oss opplysningene dine på {page}. Vi bruker dem til:

{purposes}

{rights}`,
      button: 'Se og endre valgene mine',
      footer:
        'Du får denne e-posten én gang fordi loven krever at vi informerer deg (GDPR art. 13). Den er fra {sender}.',
    },
    'source-notice': {
      subject: 'Slik bruker {sender} opplysningene dine',
      body: `Vi har fått opplysningene dine fra denne kilden: {source}. Vi bruker dem til:

{purposes}

{rights}`,
      button: 'Se og endre valgene mine',
      footer:
        'Du får denne e-posten én gang fordi loven krever at vi informerer deg (GDPR art. 14). Den er fra {sender}.',
    },
    'request-received': {
      subject: '{sender} har mottatt forespørselen din {number}',
      body: `Vi har mottatt forespørselen din {number} ({kind}) og svarer senest {due}.

{grace}`,
      button: 'Se forespørslene mine',
      footer: 'Du får denne e-posten fordi du har sendt en forespørsel. Den er fra {sender}.',
    },
    'request-done': {
      subject: '{sender} har behandlet forespørselen din {number}',
      body: 'Vi har gjennomført forespørselen din {number} ({kind}).',
      button: '',
      footer: 'Du får denne e-posten fordi du har sendt en forespørsel. Den er fra {sender}.',
    },
    'request-refused': {
      subject: '{sender} har svart på forespørselen din {number}',
      body: `Vi kan ikke imøtekomme forespørselen din {number} ({kind}). Begrunnelsen er:

{reason}

Du kan klage til Datatilsynet og bringe saken inn for domstolene.`,
      button: '',
      footer: 'Du får denne e-posten fordi du har sendt en forespørsel. Den er fra {sender}.',
    },
    'request-extended': {
      subject: 'Forespørsel {number} tar lengre tid',
      body: `Vi trenger mer tid til å svare på forespørsel {number} ({kind}). Begrunnelse:

{reason}

Vi svarer innen {due}. Du kan klage til Datatilsynet eller gå til domstolene.`,
      button: '',
      footer: 'Du får denne e-posten fordi du har sendt en forespørsel. Den er fra {sender}.',
    },
    'restriction-lifted': {
      subject: 'Begrensningen av opplysningene dine er opphevet',
      body: `Bruken av opplysningene dine var begrenset. Vi har opphevet begrensningen. Begrunnelse:

{reason}

Det som gjaldt før begrensningen, gjelder igjen. I innstillingene dine kan du trekke et samtykke tilbake, protestere eller begrense bruken igjen.`,
      button: 'Innstillingene mine',
      footer: 'Denne e-posten er fra {sender}.',
    },
    'data-ready': {
      subject: 'Dataene dine fra {sender} er klare (forespørsel {number})',
      body: `Du har bedt om en kopi av dataene dine ({kind}). Alt vi har lagret om deg, kan nå lastes ned: som en side du kan lese eller skrive ut, og som JSON eller CSV.

Lenken åpner dine egne sider, så ikke videresend denne e-posten. Når den har utløpt, kan du be om en ny der.`,
      button: 'Last ned dataene mine',
      footer: 'Du får denne e-posten fordi du har sendt en forespørsel. Den er fra {sender}.',
    },
    'breach-notice': {
      subject: 'Et brudd på datasikkerheten hos {sender} berører dine data',
      body: `{nature}

Hva det kan bety for deg:

{consequences}

Hva vi gjør, og hva du selv kan gjøre:

{measures}

Kontakt: {contact}`,
      button: '',
      footer:
        'Du får denne e-posten fordi loven krever at vi informerer deg (GDPR art. 34). Den er fra {sender}.',
    },
    'breach-reported': {
      subject: 'Et mulig datasikkerhetsbrudd er meldt',
      body: `Noen har meldt om et mulig datasikkerhetsbrudd. Les meldingen, og opprett en sak eller lukk meldingen.

De 72 timene for å varsle myndigheten (GDPR art. 33) løper fra dere får kjennskap til et brudd.`,
      button: 'Les meldingen',
      footer: 'Denne e-posten er fra {sender}.',
    },
  },
  disclosure: {
    basis: 'Behandlingsgrunnlag: {name}.',
    kept: 'Lagres til det har gått {time} uten aktivitet fra deg.',
    keptUntil: 'Lagres til du trekker samtykket tilbake, protesterer eller ber oss slette det.',
    recipients: 'Mottakere: {names}.',
    transfers: 'Overføringer utenfor EU og EØS: {text}',
    rights:
      'Du kan få en kopi av opplysningene dine, få dem rettet eller slettet, begrense bruken, protestere, ta dem med til en annen tjeneste og når som helst trekke et samtykke tilbake.',
    complaint: 'Du kan også klage til {authority}.',
    authority: 'Datatilsynet',
    automated: 'Ingen avgjørelser om deg tas utelukkende automatisk.',
    controller: 'Behandlingsansvarlig: {name}.',
    dpo: 'Personvernombud: {name}.',
  },
  incident: {
    title: 'Meld et datasikkerhetsbrudd',
    intro:
      'Si fra hvis personopplysninger kan ha gått tapt, blitt endret eller sett av noen som ikke skal se dem. Ikke skriv selve opplysningene.',
    what: 'Hva som skjedde, eller hva du la merke til',
    happenedAt: 'Når det skjedde, hvis du vet det (valgfritt)',
    contact: 'Hvordan vi kan nå deg (valgfritt)',
    button: 'Send melding',
    thanks: 'Takk. Vi har meldingen din og ser på den med en gang.',
    missing: 'Skriv hva som skjedde, med minst 10 tegn.',
  },
  report: {
    title: 'Opplysninger vi har om {email}',
    made: 'Laget {date}. Tider er i tidssonen {zone}.',
    choices: 'Mine valg',
    submissions: 'Skjemaer jeg har sendt',
    bounced: 'E-poster til denne adressen har kommet i retur siden {date}.',
    messages: 'E-poster til meg',
    nothing: 'Ingen.',
    shown: 'Det som ble vist (SHA-256):',
    also: 'Lister og varsler',
    segment: 'På listen vår',
    breach: 'Varslet om et brudd på datasikkerheten',
    uses: 'Hva opplysningene brukes til',
    wording: 'Teksten som ble vist:',
    rights: 'Rettighetene dine',
    source: 'Kilde: {name}.',
  },
} satisfies PrivacyTexts;
