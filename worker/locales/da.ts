import privacy from './privacy/da.ts';
import type { Texts } from './texts.ts';
import verify from './verify/da.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Bekræft din e-mailadresse hos {sender}: {code}',
      body: `Denne adresse er indtastet i en formular på {page}. Bekræft, at den er din.

Du valgte:

{purposes}

Klik på knappen, og bekræft på den side, der åbner. Eller indtast den 6-cifrede kode dér, hvor du tilmeldte dig. Begge dele virker i {hours}.`,
      button: 'Bekræft min e-mailadresse',
      footer:
        'Var det ikke dig, så se bort fra denne e-mail: Uden din bekræftelse sender vi dig ikke noget og sletter adressen efter {days}. E-mailen er fra {sender}.',
    },
    entry: {
      subject: '{code} er din kode til {sender}',
      body: `Du har bedt om at åbne dine mailindstillinger.

Indtast den 6-cifrede kode dér, hvor du bad om den, inden for 10 minutter, eller klik på knappen. Linket virker i 1 time.`,
      button: 'Åbn mine indstillinger',
      footer:
        'Har du ikke bedt om den, så se bort fra denne e-mail. Del ikke koden: Uden den kan ingen se eller ændre dine valg. E-mailen er fra {sender}.',
    },
    'address-old': {
      subject: 'Bekræft den nye e-mailadresse hos {sender}',
      body: `Vi er blevet bedt om at bruge {email} i stedet for denne adresse. Bekræft, at det er det, du ønsker.

Klik på knappen, og bekræft på den side, der åbner. Vi spørger også på den nye adresse og ændrer først noget, når du har bekræftet i begge e-mails. Linket virker i 48 timer.`,
      button: 'Bekræft ændringen',
      footer:
        'Var det ikke dig, så se bort fra denne e-mail. Så ændres der ikke noget. E-mailen er fra {sender}.',
    },
    'address-new': {
      subject: 'Bekræft din nye e-mailadresse hos {sender}',
      body: `Vi er blevet bedt om at bruge denne adresse fremover. Bekræft, at den er din.

Klik på knappen, og bekræft på den side, der åbner. Linket virker i 48 timer.`,
      button: 'Bekræft min nye adresse',
      footer:
        'Var det ikke dig, så se bort fra denne e-mail: Vi sender dig ikke noget og sletter adressen. E-mailen er fra {sender}.',
    },
    receipt: {
      subject: 'Kvittering for dine valg hos {sender}',
      body: `Du gemte dine valg den {when}. Dette har vi registreret (den nøjagtige ordlyd: {proof}):

{purposes}

Du kan ændre dine valg når som helst.`,
      button: 'Se og ret mine valg',
      footer: 'Du får denne e-mail, fordi du har bedt om en kvittering. Den er fra {sender}.',
    },
    'log-checkpoint': {
      subject: 'Checkpoint fra samtykkeloggen: {size} poster',
      body: `Dette har samtykkeloggen {origin} underskrevet: antallet af poster og en hash af dem alle. Det indeholder ingen personoplysninger.

Gem denne e-mail. Hvis loggen ændres senere, viser denne tekst det: gem teksten nedenfor som en fil, og kontrollér den sammen med en bevisfil.`,
      button: 'Kontrollér et bevis',
      footer: 'Du får denne e-mail, fordi denne adresse modtager checkpoints fra {sender}.',
    },
    'webhook-disabled': {
      subject: 'Webhooken “{name}” er slået fra',
      body: `Der sendes ikke længere noget til webhooken “{name}”: modtageren har svaret med fejl i tre dage eller har meldt, at den ikke findes mere.

Hændelser gemmes i 30 dage. Ret modtageren, og slå så webhooken til igen: den fortsætter, hvor den slap.`,
      button: 'Åbn webhooken',
      footer: 'Du får denne e-mail, fordi du må ændre indstillingerne for {sender}.',
    },
    'log-halted': {
      subject: 'Samtykkeloggen er stoppet',
      body: `Siden {since} forsegles intet i samtykkeloggen: registeret er ikke længere det, der blev underskrevet. Det sker efter en gendannet sikkerhedskopi, eller når nogen har ændret selve databasen.

Læs, hvad der blev fundet, find ud af hvorfor, og begynd så en ny log. Tilmeldinger, præferencer og e-mails fortsætter som før.`,
      button: 'Åbn loggen',
      footer: 'Du får denne e-mail, fordi du må ændre indstillingerne for {sender}.',
    },
    invitation: {
      subject: 'Din adgang til samtykkekonsollen hos {sender}',
      body: `Du kan nu logge ind i samtykkekonsollen hos {sender}.

Klik på knappen, og indtast denne e-mailadresse. Så sender vi dig et login-link.`,
      button: 'Gå til login',
      footer:
        'Du får denne e-mail, fordi en administrator har tilføjet dig som bruger. Den er fra {sender}.',
    },
    'sign-in': {
      subject: 'Dit login-link til {sender}',
      body: 'Du har bedt om at logge ind i samtykkekonsollen. Klik på knappen, og bekræft på den side, der åbner. Linket virker én gang inden for 15 minutter.',
      button: 'Log ind',
      footer:
        'Har du ikke bedt om det, så se bort fra denne e-mail. Videresend den ikke: Uden linket kan ingen logge ind som dig. E-mailen er fra {sender}.',
    },
    'purpose-changed': {
      subject: '{sender} har ændret den tekst, du sagde ja til',
      body: `Du har givet samtykke til dette, og vi har ændret teksten. Nu lyder den:

{purposes}

Dit samtykke gælder stadig. Er du ikke længere enig, kan du trække det tilbage lige så let, som du gav det.`,
      button: 'Se og ret mine valg',
      footer: 'Du får denne e-mail, fordi du har givet dit samtykke. Den er fra {sender}.',
    },
  },
  noUse: { title: 'Ikke noget i øjeblikket', text: 'Vi sender dig ikke noget.' },
  refused: {
    needs: 'Sig først ja til det, dette hører til.',
    robot:
      'Denne formular kontrollerer, at du ikke er en robot, og det kræver JavaScript. Slå JavaScript til og genindlæs siden, eller kontakt os på en anden måde.',
  },
  outcome: {
    title: 'Du er ikke tilmeldt',
    signedUp: '{email} er tilmeldt:',
    agreed: 'Du har sagt ja til:',
    informed: 'Vi bruger dine oplysninger til:',
    pending: 'Venter på, at du bekræfter {email}:',
    refused: 'Du har ikke valgt:',
    ended: 'Dette er stoppet:',
    nothing: 'Vi sender dig ikke noget på grund af denne formular.',
    none: '{email} er ikke tilmeldt noget. Vi sender dig ikke noget.',
  },
  confirm: {
    title: 'Bekræft din e-mailadresse',
    text: 'Indtast den 6-cifrede kode fra vores e-mail til {email}, eller åbn linket i den.',
    code: '6-cifret kode',
    button: 'Bekræft',
    again: 'Send en ny e-mail',
    sent: 'Du har bedt om en ny e-mail.',
    capped:
      'Kommer der ingen e-mail inden for få minutter, så se i mappen med uønsket mail. Vi sender højst 3 i timen og 10 om dagen; bed derefter om en ny om en time eller næste dag.',
    wait: 'Du kan bede om en ny e-mail {when}.',
    other: 'Brug en anden adresse',
    wrong: 'Koden er forkert eller udløbet.',
    press: 'Klik på knappen for at bekræfte, at adressen er din.',
    late: 'Linket er udløbet. Vi kan sende dig et nyt.',
    done: 'Din e-mailadresse er bekræftet',
    gone: 'Der er ikke mere at bekræfte her. Udfyld formularen igen, hvis du vil tilmelde dig.',
  },
  files: {
    large: 'Vælg en fil på højst {n} MB.',
    type: 'Vælg en fil af en af disse typer: {types}.',
  },
  corrections: {
    title: 'Ændring af e-mailadresse',
    ask: 'Vil du bruge {email} fremover?',
    button: 'Bekræft',
    half: 'Tak. Bekræft nu også i den e-mail, vi har sendt til {email}.',
    changed: 'Fremover sender vi dine e-mails til {email}.',
    taken: '{email} har allerede sine egne mailindstillinger. Åbn dem med den adresse.',
    late: 'Linket er udløbet eller allerede brugt. Bed om ændringen igen.',
  },
  unsubscribe: {
    title: 'Afmeld',
    stop: 'Afmeld “{name}”',
    everything: 'Afmeld alt',
    manage: 'Se og ret alle mine valg',
    stopped: 'Du er afmeldt “{name}”.',
    stoppedAll: 'Du er afmeldt alle vores e-mails.',
    gone: 'Linket virker ikke længere.',
    erased: 'Vi har ikke længere oplysninger om dig, så vi sender dig ikke noget.',
  },
  problems: {
    missing: {
      title: 'Siden findes ikke',
      text: 'Linket kan være ufuldstændigt, udløbet eller allerede brugt. Åbn hele linket fra e-mailen, eller gå til dine mailindstillinger for at få et nyt.',
    },
    busy: {
      title: 'Vent et øjeblik',
      text: 'Der kom for mange forespørgsler, eller tjenesten har travlt. Prøv igen om nogle minutter.',
    },
    failed: { title: 'Beklager, noget gik galt', text: 'Intet blev ændret. Prøv igen senere.' },
    refused: {
      title: 'Forespørgslen blev ikke accepteret',
      text: 'Gå tilbage, genindlæs siden, og prøv igen.',
    },
    reference: 'Hvis det sker igen, så oplys dette nummer: {id}',
    preferences: 'Mailindstillinger',
  },
  pages: { privacy: 'Privatlivspolitik', language: 'Sprog' },
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
