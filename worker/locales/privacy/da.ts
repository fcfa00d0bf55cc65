import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Sådan bruger {sender} dine oplysninger',
      body: `Du har givet os dine oplysninger på {page}. Vi bruger dem til:

{purposes}

{rights}`,
      button: 'Se og ret mine valg',
      footer:
        'Du får denne e-mail én gang, fordi loven kræver, at vi informerer dig (GDPR art. 13). Den er fra {sender}.',
    },
    'source-notice': {
      subject: 'Sådan bruger {sender} dine oplysninger',
      body: `Vi har fået dine oplysninger fra denne kilde: {source}. Vi bruger dem til:

{purposes}

{rights}`,
      button: 'Se og ret mine valg',
      footer:
        'Du får denne e-mail én gang, fordi loven kræver, at vi informerer dig (GDPR art. 14). Den er fra {sender}.',
    },
    'request-received': {
      subject: '{sender} har modtaget din anmodning {number}',
      body: `Vi har modtaget din anmodning {number} ({kind}) og svarer senest {due}.

{grace}`,
      button: 'Se mine anmodninger',
      footer: 'Du får denne e-mail, fordi du har sendt en anmodning. Den er fra {sender}.',
    },
    'request-done': {
      subject: '{sender} har behandlet din anmodning {number}',
      body: 'Vi har gennemført din anmodning {number} ({kind}).',
      button: '',
      footer: 'Du får denne e-mail, fordi du har sendt en anmodning. Den er fra {sender}.',
    },
    'request-refused': {
      subject: '{sender} har svaret på din anmodning {number}',
      body: `Vi kan ikke imødekomme din anmodning {number} ({kind}). Begrundelsen er:

{reason}

Du kan klage til Datatilsynet og indbringe sagen for domstolene.`,
      button: '',
      footer: 'Du får denne e-mail, fordi du har sendt en anmodning. Den er fra {sender}.',
    },
    'request-extended': {
      subject: 'Svaret på din anmodning {number} tager længere tid',
      body: `Vi har brug for mere tid til at besvare din anmodning {number} ({kind}). Begrundelse:

{reason}

Vi svarer senest {due}. Du kan klage til Datatilsynet eller indbringe sagen for domstolene.`,
      button: '',
      footer: 'Du får denne e-mail, fordi du har sendt en anmodning. Den er fra {sender}.',
    },
    'restriction-lifted': {
      subject: 'Begrænsningen af dine data er ophævet',
      body: `Brugen af dine data var begrænset. Vi har ophævet begrænsningen. Begrundelse:

{reason}

Det, der gjaldt før begrænsningen, gælder igen. I dine e-mailpræferencer kan du trække et samtykke tilbage, gøre indsigelse eller begrænse brugen igen.`,
      button: 'E-mailpræferencer',
      footer: 'Denne e-mail er fra {sender}.',
    },
    'data-ready': {
      subject: 'Dine data fra {sender} er klar (anmodning {number})',
      body: `Du har bedt om en kopi af dine data ({kind}). Alt, hvad vi har gemt om dig, er klar til download: som en side, du kan læse eller udskrive, og som JSON eller CSV.

Linket åbner dine egne sider, så videresend ikke denne e-mail. Når det er udløbet, kan du bede om et nyt der.`,
      button: 'Hent mine data',
      footer: 'Du får denne e-mail, fordi du har sendt en anmodning. Den er fra {sender}.',
    },
    'breach-notice': {
      subject: 'Et brud på datasikkerheden hos {sender} berører dine data',
      body: `{nature}

Det kan det betyde for dig:

{consequences}

Det gør vi, og det kan du selv gøre:

{measures}

Kontakt: {contact}`,
      button: '',
      footer:
        'Du får denne e-mail, fordi loven kræver, at vi informerer dig (GDPR art. 34). Den er fra {sender}.',
    },
    'breach-reported': {
      subject: 'Et muligt databrud er indberettet',
      body: `Nogen har indberettet noget, der kan være et databrud. Læs indberetningen, og opret så en sag, eller luk indberetningen.

De 72 timer til at underrette myndigheden (GDPR art. 33) løber, fra I bliver bekendt med et brud.`,
      button: 'Læs indberetningen',
      footer: 'Denne e-mail er fra {sender}.',
    },
  },
  disclosure: {
    basis: 'Behandlingsgrundlag: {name}.',
    kept: 'Gemmes, indtil der er gået {time} uden aktivitet fra dig.',
    keptUntil:
      'Gemmes, indtil du trækker dit samtykke tilbage, gør indsigelse eller beder os slette det.',
    recipients: 'Modtagere: {names}.',
    transfers: 'Overførsler uden for EU og EØS: {text}',
    rights:
      'Du kan få en kopi af dine data, få dem rettet eller slettet, få brugen begrænset, gøre indsigelse, tage dem med til en anden tjeneste og når som helst trække et samtykke tilbage.',
    complaint: 'Du kan også klage til {authority}.',
    authority: 'Datatilsynet',
    automated: 'Der træffes ingen afgørelser om dig alene ved automatisk behandling.',
    controller: 'Dataansvarlig: {name}.',
    dpo: 'Databeskyttelsesrådgiver: {name}.',
  },
  incident: {
    title: 'Indberet et databrud',
    intro:
      'Fortæl os, hvis persondata kan være gået tabt, blevet ændret eller set af nogen, der ikke må se dem. Skriv ikke selve persondataene.',
    what: 'Hvad der skete, eller hvad du lagde mærke til',
    happenedAt: 'Hvornår det skete, hvis du ved det (valgfrit)',
    contact: 'Hvordan vi kan få fat i dig (valgfrit)',
    button: 'Send indberetning',
    thanks: 'Tak. Vi har din indberetning og ser på den med det samme.',
    missing: 'Skriv, hvad der skete, med mindst 10 tegn.',
  },
  report: {
    title: 'Oplysninger, vi har om {email}',
    made: 'Dannet den {date}. Tider er i tidszonen {zone}.',
    choices: 'Mine valg',
    submissions: 'Formularer, jeg har indsendt',
    bounced: 'E-mails til denne adresse er kommet retur siden {date}.',
    messages: 'E-mails til mig',
    nothing: 'Ingen.',
    shown: 'Det, der blev vist (SHA-256):',
    also: 'Lister og underretninger',
    segment: 'På vores liste',
    breach: 'Underrettet om et brud på datasikkerheden',
    uses: 'Hvad dataene bruges til',
    wording: 'Ordlyden, der blev vist:',
    rights: 'Dine rettigheder',
    source: 'Kilde: {name}.',
  },
} satisfies PrivacyTexts;
