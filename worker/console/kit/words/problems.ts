// The sentences that rooms and schemas say in English, in Danish: by the sentence itself, so that none is said twice.
import { conflicts } from './conflicts.ts';

const sentences: Readonly<Record<string, string>> = {
  'Enter this.': 'Udfyld dette.',
  'Add at least one.': 'Tilføj mindst én.',
  'Check this.': 'Se på dette igen.',
  'Check the format.': 'Se på formatet.',
  'Enter a date.': 'Skriv en dato.',
  'Enter a number.': 'Skriv et tal.',
  'Enter a whole number.': 'Skriv et helt tal.',
  'Select one of the choices.': 'Vælg en af mulighederne.',
  'Enter a web address that begins with https://.':
    'Skriv en webadresse, der begynder med https://.',
  'Enter an email address in the format name@example.com.':
    'Skriv en e-mailadresse i formatet navn@example.com.',
  'Give a name.': 'Skriv et navn.',
  'Give it a name.': 'Giv det et navn.',
  'Choose what it may do.': 'Vælg, hvad den må.',
  'This key is reserved.': 'Denne nøgle er reserveret.',
  'Use letters, digits and hyphens only, 64 at most, and begin with a letter or a digit.':
    'Brug kun bogstaver (a–z), tal og bindestreger, højst 64, og begynd med et bogstav eller et tal.',
  'Give a language tag, such as da or pt-BR.': 'Angiv en sprogkode, f.eks. da eller pt-BR.',
  'Enter one line, without line breaks or control characters.': 'Skriv én linje uden linjeskift.',
  'Give a time zone by its IANA name: Europe/Copenhagen.':
    'Angiv en tidszone ved dens IANA-navn: Europe/Copenhagen.',
  'Give a colour as #rrggbb.': 'Angiv en farve som #rrggbb.',
  'Use a value that HTML knows, such as given-name.': 'Brug en værdi fra HTML, f.eks. given-name.',
  'Enter a website in the format https://example.com or https://*.example.com.':
    'Skriv et websted i formatet https://example.com eller https://*.example.com.',
  'Enter a host such as example.com, without https://.':
    'Skriv et domæne som example.com uden https://.',
  'A logo is a PNG, JPEG, WebP or SVG of at most 60 kB.':
    'Et logo er en PNG, JPEG, WebP eller SVG på højst 60 kB.',
  'A logo is at most 60 kB.': 'Et logo må højst fylde 60 kB.',
  'Say why, in a few words.': 'Skriv hvorfor med et par ord.',
  'Say why, in a sentence.': 'Skriv hvorfor i en sætning.',
  'Say why, so that the person can follow it.': 'Skriv hvorfor, så personen kan forstå det.',
  'Say where it comes from, in a few words.': 'Skriv med et par ord, hvor det kommer fra.',
  'Another form has this key. Enter another.': 'En anden formular har denne nøgle. Skriv en anden.',
  'Add at least one option.': 'Tilføj mindst én valgmulighed.',
  'This field cannot be required: visitors do not answer it.':
    'Dette felt kan ikke være obligatorisk: besøgende besvarer det ikke.',
  'Enter a number from 2 to 10.': 'Skriv et tal fra 2 til 10.',
  'Enter a number from 1 to 20.': 'Skriv et tal fra 1 til 20.',
  'Select file types from the list.': 'Vælg filtyper fra listen.',
  'Choose an image.': 'Vælg et billede.',
  'This image is not here any more. Choose it again.':
    'Billedet findes ikke længere. Vælg det igen.',
  'Choose a PNG, JPEG, WebP or GIF image of at most 1 MB.':
    'Vælg et billede som PNG, JPEG, WebP eller GIF på højst 1 MB.',
  'To receive files, bind an R2 bucket as FILES first (see the README).':
    'Tilknyt først en R2-bucket som FILES for at modtage filer (se README).',
  'Select a field that comes before this one.': 'Vælg et felt, der kommer før dette.',
  'Add the default language to the languages of the form.':
    'Tilføj standardsproget til formularens sprog.',
  'Add a required email address field with the key "email" that is always shown.':
    'Tilføj et obligatorisk e-mailfelt med nøglen "email", der altid vises.',
  'Move the email address to a page that is always shown.':
    'Flyt e-mailadressen til en side, der altid vises.',
  'Enter this text in the default language.': 'Skriv teksten på standardsproget.',
  'People have submitted this form, so it is part of the evidence. Close it instead.':
    'Formularen er udfyldt, så den er en del af dokumentationen. Luk den i stedet.',
  'Set the secret LINK_KEYS first.': 'Sæt hemmeligheden LINK_KEYS først.',
  'There is no such legal basis.': 'Behandlingsgrundlaget findes ikke.',
  'There is no such purpose.': 'Formålet findes ikke.',
  'There is no such source.': 'Kilden findes ikke.',
  'There is no such entry.': 'Posten findes ikke.',
  'There is no such user.': 'Brugeren findes ikke.',
  'There is no such notice.': 'Meddelelsen findes ikke.',
  'A source sends this notice. Select another notice for it first.':
    'En kilde sender denne meddelelse. Vælg først en anden til den.',
  'Enter the address of an active user.': 'Skriv adressen på en aktiv bruger.',
  'Set the sender in the settings first.': 'Angiv først afsenderen i indstillingerne.',
  'Wait an hour before more tests.': 'Vent en time med flere test.',
  'Use lower-case letters, digits and hyphens.': 'Brug små bogstaver, tal og bindestreger.',
  'There is no such form.': 'Formularen findes ikke.',
  'There is no such job.': 'Jobbet findes ikke.',
  'There is no such request.': 'Anmodningen findes ikke.',
  'This request is not open.': 'Anmodningen er ikke åben.',
  'It is undone already.': 'Det er allerede fortrudt.',
  'It was not stopped.': 'Det er ikke stoppet.',
  'It still runs.': 'Det kører stadig.',
  'A user has this address already.': 'En bruger har allerede denne adresse.',
  'This is the only user who can manage users. Give another user the right first.':
    'Kun denne bruger kan administrere brugere. Giv først en anden bruger rettigheden.',
  'Name a purpose or a subscription type.': 'Angiv et formål eller en abonnementstype.',
  'Nobody is told of a subscription: record what the person said.':
    'Ingen informeres om et abonnement: registrér, hvad personen sagde.',
  'This person had everything erased. They come back only by signing up themselves.':
    'Personen har fået alt slettet og kan kun komme tilbage ved selv at tilmelde sig.',
  'People subscribe to it under its present purpose. Add a new subscription type for the other one.':
    'Nogen abonnerer på den under det nuværende formål. Tilføj en ny abonnementstype til det andet.',
};

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^Enter at least (\d+) characters\.$/, 'Skriv mindst $1 tegn.'],
  [/^Enter (\d+) characters or fewer\.$/, 'Skriv højst $1 tegn.'],
  [/^Enter (-?[\d.e+]+) or more\.$/, 'Skriv $1 eller mere.'],
  [/^Enter (-?[\d.e+]+) or less\.$/, 'Skriv $1 eller mindre.'],
  [
    /^Enter ([\d.]+) to ([\d.]+) px \((.+) to (.+)rem\)\.$/,
    'Skriv fra $1 til $2 px ($3 til $4 rem).',
  ],
  [/^Add at least (\d+)\.$/, 'Tilføj mindst $1.'],
  [/^Add no more than (\d+)\.$/, 'Tilføj højst $1.'],
  [
    /^Another field has the key "(.+)"\. Enter another key\.$/,
    'Et andet felt har nøglen "$1". Skriv en anden nøgle.',
  ],
  [
    /^The form asks for "(.+)" twice\. Remove one\.$/,
    'Formularen spørger to gange om "$1". Fjern den ene.',
  ],
  [
    /^Forms may not redirect to "(.+)" yet\. Add it .+$/,
    'Formularer må endnu ikke viderestille til "$1". Tilføj det først til de tilladte domæner i indstillingerne.',
  ],
  [
    /^Shorten the texts: a form can have (\d+) kB at most\.$/,
    'Gør teksterne kortere: en formular må højst fylde $1 kB.',
  ],
  [
    /^Anyone can have a website under "(.+)"\. Enter .+$/,
    'Enhver kan have et websted under "$1". Skriv dit eget domæne: https://*.example.com',
  ],
  [
    /^The purpose "(.+)" is inactive, or has no texts in the default language\.$/,
    'Formålet "$1" er inaktivt eller har ingen tekster på standardsproget.',
  ],
  [
    /^The purpose "(.+)" has no link to a privacy statement in "(.+)"\. Add it under Lists\.$/,
    'Formålet "$1" har intet link til en privatlivspolitik på "$2". Tilføj det under Lister.',
  ],
  [/^The legal basis "(.+)" is inactive\.$/, 'Behandlingsgrundlaget "$1" er inaktivt.'],
  [
    /^The purpose "(.+)" has no active subscription type "(.+)"\.$/,
    'Formålet "$1" har ingen aktiv abonnementstype "$2".',
  ],
  [/^This email has no placeholder (\{.+\})\.$/, 'E-mailen har ingen pladsholder $1.'],
  [/^There is no (".+") here\.$/, 'Her findes ikke $1.'],
  [/^There is no "(.+)" that is active\.$/, 'Der er ikke nogen aktiv "$1".'],
  [
    /^You cannot give what you lack: (.+)\.$/,
    'Du kan ikke give rettigheder, du ikke selv har: $1.',
  ],
  [/^Nothing is kept under "(.+)"\.$/, 'Der gemmes intet under "$1".'],
  [
    /^It would be (\d+) people now, not (\d+)\. Look once more\.$/,
    'Det ville nu være $1 personer, ikke $2. Se på det igen.',
  ],
  [/^There is no subscription type "(.+)"\.$/, 'Der er ingen abonnementstype "$1".'],
  [/^There is no form "(.+)"\.$/, 'Der er ingen formular "$1".'],
  [/^A list has at most (\d+) addresses\.$/, 'En liste kan højst have $1 adresser.'],
  [
    /^It is under "(.+)", which the person has not agreed to\.$/,
    'Det hører under "$1", som personen ikke har givet samtykke til.',
  ],
  [/^There can be (\d+) webhooks\.$/, 'Der kan højst være $1 webhooks.'],
  [/^This needs the right "(.+)"\.$/, 'Dette kræver rettigheden "$1".'],
];

/** Returns an English sentence of a problem in Danish; as it is where nobody has translated it. */
export const inDanish = (message: string): string => {
  const known = sentences[message] ?? conflicts[message];
  if (known !== undefined) return known;
  const found = patterns.find(([pattern]) => pattern.test(message));
  return found ? message.replace(found[0], found[1]) : message;
};
