/** What stands in the way of an act, in Danish: the titles of problems, and their details where they name no field. */
export const conflicts: Readonly<Record<string, string>> = {
  'The request cannot be read': 'Det sendte kan ikke læses',
  'There is nothing here': 'Her er ikke noget',
  'There is no such form': 'Formularen findes ikke',
  'The form is closed': 'Formularen er lukket',
  'Its current state does not allow this': 'Det kan ikke lade sig gøre lige nu',
  'It is no longer kept': 'Det gemmes ikke længere',
  'Someone else has saved it since you read it': 'En anden har gemt, siden du åbnede siden',
  'The request is too large': 'Det sendte er for stort',
  'Some fields need another look': 'Se nogle af felterne efter',
  'Too many requests': 'For mange forsøg',
  'The form cannot be read. Send it again.': 'Formularen kan ikke læses. Send den igen.',
  'Check the request and send it again.': 'Se det sendte efter, og send det igen.',
  'Check this value.': 'Se værdien efter.',
  'There is no such case.': 'Sagen findes ikke.',
  'There is no such file.': 'Filen findes ikke.',
  'There is no such report.': 'Indberetningen findes ikke.',
  'There is no such connection.': 'Forbindelsen findes ikke.',
  'There is no such submission.': 'Besvarelsen findes ikke.',
  'There is no such draft.': 'Kladden findes ikke.',
  'There is no such key that still works.': 'Der findes ikke en sådan nøgle, der stadig virker.',
  'There is no such setting.': 'Indstillingen findes ikke.',
  'There is no such webhook.': 'Webhooken findes ikke.',
  'There is no such segment.': 'Segmentet findes ikke.',
  'There is no such event, or it is no longer kept.':
    'Hændelsen findes ikke eller gemmes ikke længere.',
  'It was recorded already.': 'Det er allerede registreret.',
  'Reporting data breaches is switched off.': 'Indberetning af brud er slået fra.',
  'Too many reports are waiting already.': 'Der venter allerede for mange indberetninger.',
  'Set the secret SECRETS_KEY first: credentials are kept encrypted with it.':
    'Sæt først hemmeligheden SECRETS_KEY: adgangsoplysninger gemmes krypteret med den.',
  'Set the secret SECRETS_KEY first: it encrypts the secrets of webhooks.':
    'Sæt først hemmeligheden SECRETS_KEY: den krypterer webhookenes hemmeligheder.',
  'Set PUBLIC_URL to the address of this installation first: links lead there.':
    'Sæt først PUBLIC_URL til installationens adresse: links fører dertil.',
  'Enter an https address on the internet.': 'Skriv en https-adresse på internettet.',
  'Enter a public address that begins with https://, without a port.':
    'Skriv en offentlig adresse, der begynder med https://, uden port.',
  'These credentials cannot be read with this SECRETS_KEY. Enter them again.':
    'Adgangsoplysningerne kan ikke læses med denne SECRETS_KEY. Skriv dem igen.',
  'These credentials lead to another account. Disconnect this tool, and connect the other one.':
    'Adgangsoplysningerne hører til en anden konto. Afbryd forbindelsen til værktøjet, og forbind det andet.',
  'Its secret cannot be read with this SECRETS_KEY. Create a new one.':
    'Hemmeligheden kan ikke læses med denne SECRETS_KEY. Opret en ny.',
  'Map each item once, and each list once.': 'Knyt hvert punkt og hver liste én gang.',
  'Sending details of people needs the right "export".':
    'Det kræver rettigheden "export" at sende oplysninger om personer.',
  'Details of people need "people-read" too.':
    'Oplysninger om personer kræver også rettigheden "people-read".',
  'This submission is processed already.': 'Besvarelsen er allerede behandlet.',
  'It has failed, and whom it was for is not kept. Begin another one.':
    'Det er mislykket, og hvem det gjaldt, gemmes ikke. Start et nyt.',
  'Its maker may not use the console any more.':
    'Den, der oprettede nøglen, må ikke længere bruge konsollen.',
  'These texts have not been changed.': 'Teksterne er ikke ændret.',
  'They are deciding at this moment.': 'Personen er ved at ændre sine valg. Prøv igen om lidt.',
  'Nothing of this person is restricted.': 'Intet er begrænset for denne person.',
  'Read the details again, and compare.': 'Åbn oplysningerne igen, og sammenlign.',
  'Read it again, compare, and save with the ETag that you then get.':
    'Åbn siden igen, sammenlign, og gem.',
  'Someone else has changed this user meanwhile. Read them again.':
    'En anden har imens ændret brugeren. Åbn siden igen.',
  'Others publish it at this moment. Save again.': 'Andre udgiver den i dette øjeblik. Gem igen.',
  'This person is known already. Changing what they get needs "subscriptions-write".':
    'Personen er allerede kendt. Det kræver rettigheden "subscriptions-write" at ændre, hvad personen får.',
  'Enter a date that is not in the future.': 'Skriv en dato, der ikke ligger i fremtiden.',
  'Select an active user with the right "requests".':
    'Vælg en aktiv bruger med rettigheden "requests".',
  'A correction names what is corrected, and where nobody was found there is nothing to carry out.':
    'En berigtigelse angiver, hvad der rettes, og hvor ingen person er fundet, er der intet at udføre.',
  'Only an open request can be extended, once and before its deadline.':
    'Kun en åben anmodning kan forlænges, én gang og før fristen.',
  'This person has a request of this kind under way.':
    'Personen har allerede en anmodning af denne slags i gang.',
  'A change names a purpose or a subscription type.':
    'En ændring angiver et formål eller en abonnementstype.',
  'Enter a name for the case.': 'Skriv et navn til sagen.',
  'Enter a name.': 'Skriv et navn.',
  'Enter a note.': 'Skriv en note.',
  'Enter a reason of at least 10 characters, which the person can follow.':
    'Skriv en begrundelse på mindst 10 tegn, som personen kan forstå.',
  'Enter a time that is not in the future.': 'Skriv et tidspunkt, der ikke ligger i fremtiden.',
  'Enter an email address, or who asked and how to reach them.':
    'Skriv en e-mailadresse, eller hvem der bad, og hvordan de kan nås.',
  'Enter what happened, in at least 10 characters.': 'Skriv, hvad der skete, med mindst 10 tegn.',
  'Enter what was done, in at least 10 characters.':
    'Skriv, hvad der blev gjort, med mindst 10 tegn.',
  'Enter who was told.': 'Skriv, hvem der blev underrettet.',
  'Enter why, in a few words.': 'Skriv hvorfor med et par ord.',
  'Another person has this address.': 'En anden person har denne adresse.',
  'Change at least one detail.': 'Ret mindst én oplysning.',
  'The file could not be stored. Send it again.': 'Filen kunne ikke gemmes. Send den igen.',
  'There is no address in it.': 'Der er ingen adresse i den.',
  'There are no such records.': 'Registreringerne findes ikke.',
  'There is no such email.': 'E-mailen findes ikke.',
  'There is no such import or bulk update.': 'Importen eller massehandlingen findes ikke.',
  'There is no such person.': 'Personen findes ikke.',
  'It is of another version of Samtykke.': 'Den er fra en anden version af Samtykke.',
  'More forms show it than one save can publish. Save again.':
    'Flere formularer viser det, end der kan udgives på én gang. Gem igen.',
  'The report is closed already.': 'Indberetningen er allerede lukket.',
  'Give an event or a moment.': 'Angiv en hændelse eller et tidspunkt.',
};
