import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Det här sparar {sender} om dig',
      body: `Du har just gett oss dina uppgifter på {page}. Vi sparar dem för detta:

{purposes}

Du kan när som helst fråga vad vi sparar om dig, få det rättat eller raderat och ta tillbaka ett samtycke lika lätt som du gav det.`,
      button: 'Se och ändra',
      footer:
        'Du får det här brevet en gång, eftersom lagen kräver att vi berättar det (GDPR art. 13). Det kommer från {sender}.',
    },
    confirmation: {
      subject: 'Bekräfta din adress',
      body: `Någon, förhoppningsvis du, skrev den här adressen i ett formulär på {page}.

Du valde:

{purposes}

Tryck på knappen och sedan på den på sidan som öppnas. Eller skriv de här sex siffrorna där du anmälde dig. Båda gäller i {hours} timmar.`,
      button: 'Bekräfta min adress',
      footer:
        'Var det inte du? Gör då ingenting: utan din bekräftelse skickar vi inget, och adressen glöms efter {days} dagar. Brevet är från {sender}.',
    },
    entry: {
      subject: 'Dina val',
      body: `Här är vägen till det du har sagt ja till, och till att ändra det.

Skriv de här sex siffrorna där du bad om dem; de gäller i 10 minuter. Eller tryck på knappen; dess länk gäller i en timme.`,
      button: 'Öppna mina val',
      footer:
        'Bad du inte om det här? Då har någon annan skrivit din adress, och inget händer så länge du håller siffrorna för dig själv. Brevet är från {sender}.',
    },
    'request-received': {
      subject: 'Din begäran nr {number}',
      body: `Vi har tagit emot din begäran nr {number} ({kind}). Du hör från oss före {due}.

{grace}`,
      button: 'Se mina begäranden',
      footer: 'Brevet är från {sender}.',
    },
    'request-done': {
      subject: 'Din begäran nr {number} är klar',
      body: 'Din begäran nr {number} ({kind}) har utförts.',
      button: '',
      footer: 'Brevet är från {sender}.',
    },
    'address-old': {
      subject: 'Din adress ska ändras',
      body: `Någon, förhoppningsvis du, vill att vi använder {email} i stället för den här adressen.

Tryck på knappen och sedan på den på sidan som öppnas. Samma fråga ställs på den nya adressen; först då ändras något. Länken gäller i 48 timmar.`,
      button: 'Godkänn ändringen',
      footer:
        'Var det inte du? Gör då ingenting, så förblir allt som det är. Brevet är från {sender}.',
    },
    'address-new': {
      subject: 'Bekräfta din nya adress',
      body: `Någon, förhoppningsvis du, vill använda den här adressen hos {sender}.

Tryck på knappen och sedan på den på sidan som öppnas. Länken gäller i 48 timmar.`,
      button: 'Bekräfta min nya adress',
      footer:
        'Var det inte du? Gör då ingenting: inget skickas till dig, och adressen glöms. Brevet är från {sender}.',
    },
    receipt: {
      subject: 'Det här har du ändrat',
      body: `Detta registrerades den {when} och står i vår liggare (de exakta orden: {proof}):

{purposes}

Du kan ändra det igen när som helst.`,
      button: 'Se och ändra',
      footer: 'Du bad om det här kvittot. Det är från {sender}.',
    },
    'breach-notice': {
      subject: 'Något har hänt med dina uppgifter hos {sender}',
      body: `{nature}

Vad det kan betyda för dig:

{consequences}

Vad vi gör och vad du själv kan göra:

{measures}

Fråga oss: {contact}`,
      button: '',
      footer:
        'Du får det här brevet eftersom lagen kräver att vi berättar det (GDPR art. 34). Det är från {sender}.',
    },
    'sign-in': {
      subject: 'Din inloggningslänk till konsolen',
      body: 'Klicka på knappen och bekräfta sedan på sidan som öppnas. Länken gäller i 15 minuter och kan bara användas en gång.',
      button: 'Logga in',
      footer:
        'Har du inte begärt det här? Då har någon annan skrivit in din adress, och inget händer så länge ingen använder länken. Mejlet är från {sender}.',
    },
    'source-notice': {
      subject: 'Det här sparar {sender} om dig',
      body: `Vi har dina uppgifter. De kom till oss så här: {source}. Vi sparar dem för detta:

{purposes}

Du kan när som helst fråga vad vi sparar om dig, få det rättat eller raderat, invända och ta tillbaka ett samtycke lika lätt som det gavs.`,
      button: 'Se och ändra',
      footer:
        'Du får det här brevet en gång, eftersom lagen kräver att vi berättar det (GDPR art. 14). Det kommer från {sender}.',
    },
    'purpose-changed': {
      subject: 'Orden du sade ja till har ändrats',
      body: `Du har sagt ja till detta hos {sender}, och orden har ändrats. Nu lyder de så här:

{purposes}

Ditt ja gäller. Ser du annorlunda på det i dag kan du ta tillbaka det lika lätt som du gav det.`,
      button: 'Se och ändra',
      footer: 'Du får det här brevet eftersom du har sagt ja till detta. Det kommer från {sender}.',
    },
    'data-ready': {
      subject: 'Dina uppgifter: begäran nr {number}',
      body: `Du har bett om en kopia av dina uppgifter ({kind}). Allt vi har sparat om dig kan nu laddas ner: som en sida att läsa eller skriva ut, och som JSON eller CSV.

Länken öppnar dina egna sidor, så vidarebefordra inte det här mejlet. När den har gått ut kan du be om en ny där.`,
      button: 'Ladda ner mina uppgifter',
      footer: 'Mejlet är från {sender}.',
    },
    'request-refused': {
      subject: 'Din begäran nr {number}',
      body: `Vi kan inte göra det du bad om i din begäran nr {number} ({kind}). Skälet:

{reason}

Du kan klaga hos dataskyddsmyndigheten och gå till domstol.`,
      button: '',
      footer: 'Brevet är från {sender}.',
    },
  },
  noUse: { title: 'Ingenting just nu', text: 'Vi skickar inget till dig.' },
  outcome: {
    title: 'Du är inte anmäld',
    signedUp: '{email} är anmäld till:',
    agreed: 'Du har sagt ja till:',
    informed: 'Vi använder dina uppgifter för:',
    pending: 'Väntar på att du bekräftar {email}:',
    refused: 'Du har sagt nej till:',
    ended: 'Det här är avslutat:',
    nothing: 'Vi skickar dig inget på grund av det här formuläret.',
    none: '{email} är inte anmäld till något. Vi skickar dig inget.',
  },
  confirm: {
    title: 'En sak till',
    text: 'Ange den 6-siffriga koden från vårt mejl till {email} eller öppna länken i det.',
    code: 'Sex siffror',
    button: 'Bekräfta',
    again: 'Skicka igen',
    sent: 'Du har bett om ett nytt mejl.',
    capped:
      'Om inget mejl kommer inom några minuter, titta i skräpposten. Vi skickar högst 3 i timmen och 10 om dagen; be sedan om ett nytt om en timme eller nästa dag.',
    wait: 'Du kan be om ett nytt mejl {when}.',
    other: 'Använd en annan adress',
    wrong: 'Siffrorna stämmer inte eller är för gamla.',
    press: 'Tryck på knappen för att bekräfta att adressen är din.',
    late: 'Länken är för gammal. Vi kan skicka en ny.',
    done: 'Din adress är bekräftad',
    gone: 'Det finns inget kvar att bekräfta här. Fyll i formuläret igen om du vill anmäla dig.',
  },
  corrections: {
    title: 'Din adress',
    ask: 'Ska vi använda {email} från och med nu?',
    button: 'Ja, använd den',
    half: 'Tack. Gör nu samma sak i brevet till {email}.',
    changed: 'Från och med nu skickas dina brev till {email}.',
    taken: '{email} har redan egna val. Öppna dem med den adressen.',
    late: 'Länken är för gammal eller har använts. Be om ändringen en gång till.',
  },
  unsubscribe: {
    title: 'Vill du stoppa de här breven?',
    stop: 'Stoppa ”{name}”',
    everything: 'Stoppa allt',
    manage: 'Se och ändra alla mina val',
    stopped: 'Du får inte längre ”{name}”.',
    stoppedAll: 'Du får inte längre några brev från oss.',
    gone: 'Länken leder inte längre någonstans.',
    erased: 'Vi har inte längre några uppgifter om dig och skickar dig inget.',
  },
  problems: {
    missing: {
      title: 'Sidan hittades inte',
      text: 'Länken kan vara ofullständig, för gammal eller redan använd. Öppna hela länken från mejlet, eller gå till dina mejlinställningar för att få en ny.',
    },
    busy: {
      title: 'Vänta ett ögonblick',
      text: 'Det kom för många förfrågningar, eller så är tjänsten upptagen. Försök igen om några minuter.',
    },
    failed: { title: 'Tyvärr, något gick fel', text: 'Ingenting ändrades. Försök igen senare.' },
    refused: {
      title: 'Det gick inte att genomföra',
      text: 'Gå tillbaka, ladda om sidan och försök igen.',
    },
    reference: 'Om det händer igen, uppge det här numret: {id}',
    preferences: 'Mejlinställningar',
  },
  pages: { privacy: 'Integritetspolicy', language: 'Språk' },
  report: {
    title: 'Det som sparas om {email}',
    made: 'Skapad den {date}.',
    choices: 'Mina val',
    submissions: 'Det jag har skickat',
    bounced: 'E-post till den här adressen har studsat sedan {date}.',
    messages: 'Brev till mig',
    nothing: 'Inget.',
    shown: 'Det som visades (SHA-256):',
    also: 'Listor och meddelanden',
    segment: 'På vår lista',
    breach: 'Underrättad om en personuppgiftsincident',
  },
} satisfies Texts;
