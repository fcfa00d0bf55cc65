import privacy from './privacy/sv.ts';
import type { Texts } from './texts.ts';
import verify from './verify/sv.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Bekräfta din e-postadress hos {sender}: {code}',
      body: `Den här adressen angavs i ett formulär på {page}. Bekräfta att den är din.

Du valde:

{purposes}

Klicka på knappen och bekräfta på sidan som öppnas, eller ange den 6-siffriga koden där du anmälde dig. Båda gäller i {hours}.`,
      button: 'Bekräfta min e-postadress',
      footer:
        'Om det inte var du kan du bortse från mejlet: utan din bekräftelse skickar vi inget och raderar adressen efter {days}. Mejlet kommer från {sender}.',
    },
    entry: {
      subject: '{code} är din kod till {sender}',
      body: `Du har bett om att öppna dina mejlinställningar.

Ange den 6-siffriga koden där du bad om den inom 10 minuter, eller klicka på knappen. Länken gäller i 1 timme.`,
      button: 'Öppna mina inställningar',
      footer:
        'Om du inte har bett om detta kan du bortse från mejlet. Dela inte koden: utan den kan ingen se eller ändra dina val. Mejlet kommer från {sender}.',
    },
    'address-old': {
      subject: 'Bekräfta bytet av e-postadress hos {sender}',
      body: `Vi har ombetts att använda {email} i stället för den här adressen. Bekräfta att du vill det.

Klicka på knappen och bekräfta på sidan som öppnas. Vi frågar även på den nya adressen och ändrar inget förrän du har bekräftat i båda mejlen. Länken gäller i 48 timmar.`,
      button: 'Bekräfta bytet',
      footer:
        'Om det inte var du kan du bortse från mejlet, så ändras inget. Mejlet kommer från {sender}.',
    },
    'address-new': {
      subject: 'Bekräfta din nya e-postadress hos {sender}',
      body: `Vi har ombetts att använda den här adressen i fortsättningen. Bekräfta att den är din.

Klicka på knappen och bekräfta på sidan som öppnas. Länken gäller i 48 timmar.`,
      button: 'Bekräfta min nya adress',
      footer:
        'Om det inte var du kan du bortse från mejlet: vi skickar inget och raderar adressen. Mejlet kommer från {sender}.',
    },
    receipt: {
      subject: 'Kvitto på dina val hos {sender}',
      body: `Du sparade dina val den {when}. Det här har vi registrerat (exakt ordalydelse: {proof}):

{purposes}

Du kan ändra dina val när som helst.`,
      button: 'Se och ändra mina val',
      footer: 'Du får det här mejlet eftersom du bad om ett kvitto. Det kommer från {sender}.',
    },
    'log-checkpoint': {
      subject: 'Kontrollpunkt från samtyckesloggen: {size} poster',
      body: `Det här har samtyckesloggen {origin} signerat: antalet poster och en hash av dem alla. Det innehåller inga personuppgifter.

Spara det här mejlet. Om loggen ändras senare visar den här texten det: spara texten nedan som en fil och kontrollera den tillsammans med en bevisfil.`,
      button: 'Kontrollera ett bevis',
      footer:
        'Du får det här mejlet eftersom den här adressen tar emot kontrollpunkter från {sender}.',
    },
    'webhook-disabled': {
      subject: 'Webhooken ”{name}” har stängts av',
      body: `Inget skickas längre till webhooken ”{name}”: mottagaren har svarat med fel i tre dagar eller meddelat att den inte längre finns.

Händelser sparas i 30 dagar. Åtgärda mottagaren och slå sedan på webhooken igen: den fortsätter där den slutade.`,
      button: 'Öppna webhooken',
      footer: 'Du får det här mejlet eftersom du kan ändra inställningarna för {sender}.',
    },
    'log-halted': {
      subject: 'Samtyckesloggen har stannat',
      body: `Sedan {since} förseglas inget i samtyckesloggen: registret är inte längre det som signerades. Det händer efter en återställd säkerhetskopia, eller när någon har ändrat själva databasen.

Läs vad som hittades, ta reda på varför och starta sedan en ny logg. Anmälningar, inställningar och e-post fortsätter som förut.`,
      button: 'Öppna loggen',
      footer: 'Du får det här mejlet eftersom du får ändra inställningarna för {sender}.',
    },
    invitation: {
      subject: 'Din åtkomst till samtyckeskonsolen hos {sender}',
      body: `Du kan nu logga in i samtyckeskonsolen hos {sender}.

Klicka på knappen och ange den här e-postadressen. Vi skickar då en inloggningslänk.`,
      button: 'Gå till inloggningen',
      footer:
        'Du får det här mejlet eftersom en administratör har lagt till dig som användare. Det kommer från {sender}.',
    },
    'sign-in': {
      subject: 'Din inloggningslänk till {sender}',
      body: 'Du har bett om att logga in i samtyckeskonsolen. Klicka på knappen och bekräfta på sidan som öppnas. Länken fungerar en gång, inom 15 minuter.',
      button: 'Logga in',
      footer:
        'Om du inte har bett om detta kan du bortse från mejlet. Vidarebefordra det inte: utan länken kan ingen logga in som du. Mejlet kommer från {sender}.',
    },
    'purpose-changed': {
      subject: '{sender} har ändrat texten som du samtyckte till',
      body: `Du har samtyckt till detta, och vi har ändrat texten. Nu lyder den:

{purposes}

Ditt samtycke gäller fortfarande. Om du inte längre håller med kan du återkalla det lika lätt som du gav det.`,
      button: 'Se och ändra mina val',
      footer:
        'Du får det här mejlet eftersom du har samtyckt till detta. Det kommer från {sender}.',
    },
  },
  noUse: { title: 'Ingenting just nu', text: 'Vi skickar inget till dig.' },
  refused: {
    needs: 'Säg först ja till det som detta hör till.',
    robot:
      'Det här formuläret kontrollerar att du inte är en robot, och det kräver JavaScript. Slå på JavaScript och ladda om sidan, eller kontakta oss på ett annat sätt.',
  },
  outcome: {
    title: 'Du är inte anmäld',
    signedUp: '{email} är anmäld till:',
    agreed: 'Du har sagt ja till:',
    informed: 'Vi använder dina uppgifter för:',
    pending: 'Väntar på att du bekräftar {email}:',
    refused: 'Du har inte valt:',
    ended: 'Det här är avslutat:',
    nothing: 'Vi skickar dig inget på grund av det här formuläret.',
    none: '{email} är inte anmäld till något. Vi skickar dig inget.',
  },
  confirm: {
    title: 'Bekräfta din e-postadress',
    text: 'Ange den 6-siffriga koden från vårt mejl till {email} eller öppna länken i det.',
    code: '6-siffrig kod',
    button: 'Bekräfta',
    again: 'Skicka ett nytt mejl',
    sent: 'Du har bett om ett nytt mejl.',
    capped:
      'Om inget mejl kommer inom några minuter, titta i skräpposten. Vi skickar högst 3 i timmen och 10 om dagen; be sedan om ett nytt om en timme eller nästa dag.',
    wait: 'Du kan be om ett nytt mejl {when}.',
    other: 'Använd en annan adress',
    wrong: 'Koden är fel eller har gått ut.',
    press: 'Klicka på knappen för att bekräfta att adressen är din.',
    late: 'Länken har gått ut. Vi kan skicka en ny.',
    done: 'Din e-postadress är bekräftad',
    gone: 'Det finns inget kvar att bekräfta här. Fyll i formuläret igen om du vill anmäla dig.',
  },
  files: {
    large: 'Välj en fil på högst {n} MB.',
    type: 'Välj en fil av någon av dessa typer: {types}.',
  },
  corrections: {
    title: 'Byte av e-postadress',
    ask: 'Använda {email} i fortsättningen?',
    button: 'Bekräfta',
    half: 'Tack. Bekräfta nu även i mejlet till {email}.',
    changed: 'Från och med nu skickar vi dina mejl till {email}.',
    taken: '{email} har redan egna mejlinställningar. Öppna dem med den adressen.',
    late: 'Länken har gått ut eller redan använts. Begär bytet igen.',
  },
  unsubscribe: {
    title: 'Avsluta prenumeration',
    stop: 'Avsluta ”{name}”',
    everything: 'Avsluta allt',
    manage: 'Se och ändra alla mina val',
    stopped: 'Du får inte längre ”{name}”.',
    stoppedAll: 'Du får inte längre några mejl från oss.',
    gone: 'Länken fungerar inte längre.',
    erased: 'Vi har inte längre några uppgifter om dig och skickar dig inget.',
  },
  problems: {
    missing: {
      title: 'Sidan hittades inte',
      text: 'Länken kan vara ofullständig, ha gått ut eller redan ha använts. Öppna hela länken från mejlet, eller gå till dina mejlinställningar för att få en ny.',
    },
    busy: {
      title: 'Vänta ett ögonblick',
      text: 'Det kom för många förfrågningar, eller så är tjänsten upptagen. Försök igen om några minuter.',
    },
    failed: { title: 'Tyvärr, något gick fel', text: 'Ingenting ändrades. Försök igen senare.' },
    refused: {
      title: 'Begäran godtogs inte',
      text: 'Gå tillbaka, ladda om sidan och försök igen.',
    },
    reference: 'Om det händer igen, uppge det här numret: {id}',
    preferences: 'Mejlinställningar',
  },
  pages: { privacy: 'Integritetspolicy', language: 'Språk' },
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
