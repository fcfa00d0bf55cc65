import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Det gemmer {sender} om dig',
      body: `Du har lige givet os dine oplysninger på {page}. Vi gemmer dem til dette:

{purposes}

Du kan altid spørge, hvad vi gemmer om dig, få det rettet eller slettet og trække et samtykke tilbage lige så let, som du gav det.`,
      button: 'Se og ret det',
      footer:
        'Du får dette brev én gang, fordi loven kræver, at vi fortæller det (GDPR art. 13). Det er fra {sender}.',
    },
    confirmation: {
      subject: 'Bekræft din adresse',
      body: `Nogen, forhåbentlig dig, har skrevet denne adresse i en formular på {page}.

Du valgte:

{purposes}

Tryk på knappen og derefter på den på siden, der åbner. Eller skriv disse seks cifre dér, hvor du tilmeldte dig. Begge dele gælder i {hours} timer.`,
      button: 'Bekræft min adresse',
      footer:
        'Var det ikke dig? Så gør ingenting: uden din bekræftelse sender vi dig intet, og adressen glemmes efter {days} dage. Brevet er fra {sender}.',
    },
    entry: {
      subject: 'Dine valg',
      body: `Her er vejen til det, du har sagt ja til, og til at ændre det.

Skriv disse seks cifre dér, hvor du bad om dem; de gælder i 10 minutter. Eller tryk på knappen; dens link gælder i en time.`,
      button: 'Åbn mine valg',
      footer:
        'Har du ikke bedt om det? Så har en anden skrevet din adresse, og der sker ikke noget, så længe du holder cifrene for dig selv. Brevet er fra {sender}.',
    },
    'request-received': {
      subject: 'Din anmodning nr. {number}',
      body: `Vi har modtaget din anmodning nr. {number} ({kind}). Du hører fra os inden {due}.

{grace}`,
      button: 'Se mine anmodninger',
      footer: 'Brevet er fra {sender}.',
    },
    'request-done': {
      subject: 'Din anmodning nr. {number} er udført',
      body: 'Din anmodning nr. {number} ({kind}) er udført.',
      button: '',
      footer: 'Brevet er fra {sender}.',
    },
    'address-old': {
      subject: 'Din adresse skal ændres',
      body: `Nogen, forhåbentlig dig, vil have os til at bruge {email} i stedet for denne adresse.

Tryk på knappen og derefter på den på siden, der åbner. Det samme spørges der om på den nye adresse; først da ændres noget. Linket gælder i 48 timer.`,
      button: 'Sig ja til ændringen',
      footer:
        'Var det ikke dig? Så gør ingenting, og alt bliver, som det er. Brevet er fra {sender}.',
    },
    'address-new': {
      subject: 'Bekræft din nye adresse',
      body: `Nogen, forhåbentlig dig, vil bruge denne adresse hos {sender}.

Tryk på knappen og derefter på den på siden, der åbner. Linket gælder i 48 timer.`,
      button: 'Bekræft min nye adresse',
      footer:
        'Var det ikke dig? Så gør ingenting: der sendes intet til dig, og adressen glemmes. Brevet er fra {sender}.',
    },
    receipt: {
      subject: 'Det har du ændret',
      body: `Dette blev registreret den {when} og står i vores protokol (de præcise ord: {proof}):

{purposes}

Du kan til enhver tid ændre det igen.`,
      button: 'Se og ret det',
      footer: 'Du bad om denne kvittering. Den er fra {sender}.',
    },
    'breach-notice': {
      subject: 'Der er sket noget med dine data hos {sender}',
      body: `{nature}

Hvad det kan betyde for dig:

{consequences}

Hvad vi gør, og hvad du selv kan gøre:

{measures}

Spørg os: {contact}`,
      button: '',
      footer:
        'Du får dette brev, fordi loven kræver, at vi fortæller det (GDPR art. 34). Det er fra {sender}.',
    },
    'sign-in': {
      subject: 'Din vej ind i konsollen',
      body: 'Tryk på knappen og derefter på den på siden, der åbner. Linket gælder i 15 minutter og kun én gang.',
      button: 'Log ind',
      footer:
        'Har du ikke bedt om det? Så har en anden skrevet din adresse, og der sker ikke noget, så længe ingen trykker på knappen. Brevet er fra {sender}.',
    },
    'source-notice': {
      subject: 'Det gemmer {sender} om dig',
      body: `Vi har dine oplysninger. De kom til os på denne måde: {source}. Vi gemmer dem til dette:

{purposes}

Du kan altid spørge, hvad vi gemmer om dig, få det rettet eller slettet, gøre indsigelse og trække et samtykke tilbage lige så let, som det blev givet.`,
      button: 'Se og ret det',
      footer:
        'Du får dette brev én gang, fordi loven kræver, at vi fortæller det (GDPR art. 14). Det er fra {sender}.',
    },
    'purpose-changed': {
      subject: 'De ord, du sagde ja til, er ændret',
      body: `Du har sagt ja til dette hos {sender}, og ordene er ændret. Nu lyder de sådan:

{purposes}

Dit ja står. Ser du anderledes på det i dag, kan du trække det tilbage lige så let, som du gav det.`,
      button: 'Se og ret det',
      footer: 'Du får dette brev, fordi du har sagt ja til dette. Det er fra {sender}.',
    },
    'data-ready': {
      subject: 'Dine data: anmodning nr. {number}',
      body: `Du har bedt om en kopi af dine data ({kind}). Alt, hvad vi har gemt om dig, er klar til download: som en side, du kan læse eller udskrive, og som JSON eller CSV.

Linket åbner dine egne sider, så videresend ikke denne mail. Når det er udløbet, kan du bede om et nyt der.`,
      button: 'Hent mine data',
      footer: 'Mailen er fra {sender}.',
    },
    'request-refused': {
      subject: 'Din anmodning nr. {number}',
      body: `Vi kan ikke gøre det, du bad om i anmodning nr. {number} ({kind}). Grunden:

{reason}

Du kan klage til Datatilsynet og gå til domstolene.`,
      button: '',
      footer: 'Brevet er fra {sender}.',
    },
  },
  noUse: { title: 'Ikke noget i øjeblikket', text: 'Vi sender dig ikke noget.' },
  outcome: {
    title: 'Du er ikke tilmeldt',
    signedUp: '{email} er tilmeldt:',
    agreed: 'Du har sagt ja til:',
    informed: 'Vi bruger dine oplysninger til:',
    pending: 'Venter på, at du bekræfter {email}:',
    refused: 'Du har sagt nej til:',
    ended: 'Dette er stoppet:',
    nothing: 'Vi sender dig ikke noget på grund af denne formular.',
    none: '{email} er ikke tilmeldt noget. Vi sender dig ikke noget.',
  },
  confirm: {
    title: 'Én ting til',
    text: 'Indtast den 6-cifrede kode fra vores e-mail til {email}, eller åbn linket i den.',
    code: 'Seks cifre',
    button: 'Bekræft',
    again: 'Send det igen',
    sent: 'Du har bedt om en ny e-mail.',
    capped:
      'Kommer der ingen e-mail inden for få minutter, så kig i spammappen. Vi sender højst 3 i timen og 10 om dagen; bed derefter om en ny om en time eller næste dag.',
    wait: 'Du kan bede om en ny e-mail {when}.',
    other: 'Brug en anden adresse',
    wrong: 'Cifrene er ikke rigtige eller er for gamle.',
    press: 'Tryk på knappen for at bekræfte, at adressen er din.',
    late: 'Linket er for gammelt. Vi kan sende dig et nyt.',
    done: 'Din adresse er bekræftet',
    gone: 'Der er ikke mere at bekræfte her. Udfyld formularen igen, hvis du vil tilmelde dig.',
  },
  corrections: {
    title: 'Din adresse',
    ask: 'Skal vi bruge {email} fra nu af?',
    button: 'Ja, brug den',
    half: 'Tak. Gør nu det samme i brevet til {email}.',
    changed: 'Fra nu af sendes dine breve til {email}.',
    taken: '{email} har allerede sine egne valg. Åbn dem med den adresse.',
    late: 'Linket er for gammelt eller er brugt. Bed om ændringen igen.',
  },
  unsubscribe: {
    title: 'Vil du stoppe disse breve?',
    stop: 'Stop “{name}”',
    everything: 'Stop alt',
    manage: 'Se og ret alle mine valg',
    stopped: 'Du får ikke længere “{name}”.',
    stoppedAll: 'Du får ikke længere nogen af vores breve.',
    gone: 'Linket fører ikke længere nogen steder hen.',
    erased: 'Vi har ikke længere oplysninger om dig, så vi sender dig ikke noget.',
  },
  problems: {
    missing: {
      title: 'Siden findes ikke',
      text: 'Linket kan være ufuldstændigt, for gammelt eller allerede brugt. Åbn hele linket fra mailen, eller gå til dine mailindstillinger for at få et nyt.',
    },
    busy: {
      title: 'Vent et øjeblik',
      text: 'Der kom for mange forespørgsler, eller tjenesten har travlt. Prøv igen om nogle minutter.',
    },
    failed: { title: 'Beklager, noget gik galt', text: 'Intet blev ændret. Prøv igen senere.' },
    refused: {
      title: 'Det kunne ikke lade sig gøre',
      text: 'Gå tilbage, genindlæs siden og prøv igen.',
    },
    reference: 'Hvis det sker igen, så oplys dette nummer: {id}',
    preferences: 'Mailindstillinger',
  },
  pages: { privacy: 'Privatlivspolitik', language: 'Sprog' },
  report: {
    title: 'Det er gemt om {email}',
    made: 'Lavet den {date}.',
    choices: 'Mine valg',
    submissions: 'Det har jeg sendt',
    bounced: 'E-mails til denne adresse er kommet retur siden {date}.',
    messages: 'Breve til mig',
    nothing: 'Intet.',
    shown: 'Det, der blev vist (SHA-256):',
    also: 'Lister og underretninger',
    segment: 'På vores liste',
    breach: 'Underrettet om et brud på datasikkerheden',
  },
} satisfies Texts;
