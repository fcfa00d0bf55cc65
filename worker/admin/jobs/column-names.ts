import type { Column, ExportTool } from '../../contract/jobs.ts';
import type { WholeLists } from '../../lists/whole.ts';
import { plainName } from './plain-name.ts';
import { columnsOf } from './tools.ts';

/** What exports of other tools and spreadsheets call a column, in the languages that our users write. */
const names: Readonly<Record<string, readonly string[]>> = {
  email: [
    ...['email', 'e mail', 'mail', 'email address', 'e mail address', 'mailadresse'],
    ...['e mail adresse', 'emailadresse', 'e mailadresse', 'e post', 'epost', 'e postadress'],
    ...[
      'adresse e mail',
      'adresse email',
      'courriel',
      'correo',
      'correo electrónico',
      'e mailadres',
    ],
    ...['indirizzo email', 'adres e mail'],
  ],
  locale: ['locale', 'language', 'language code', 'sprog', 'sprache', 'langue', 'språk', 'taal'],
  name: ['name', 'full name', 'navn', 'fulde navn', 'contact name', 'namn', 'nom complet', 'naam'],
  'given-name': [
    ...['first name', 'firstname', 'given name', 'forename', 'fornavn', 'vorname', 'prénom'],
    ...['prenom', 'förnamn', 'voornaam', 'nombre', 'nome', 'imię'],
  ],
  'family-name': [
    ...['last name', 'lastname', 'family name', 'surname', 'efternavn', 'nachname', 'etternavn'],
    ...[
      'nom de famille',
      'efternamn',
      'achternaam',
      'apellido',
      'apellidos',
      'cognome',
      'nazwisko',
    ],
  ],
  phone: [
    ...['phone', 'phone number', 'telephone', 'mobile', 'mobile phone', 'telefon', 'telefonnummer'],
    ...['mobil', 'mobilnummer', 'tlf', 'tlf nr', 'téléphone', 'teléfono', 'telefono', 'telefoon'],
  ],
  organization: [
    ...['company', 'company name', 'organization', 'organisation', 'firma', 'virksomhed'],
    ...['unternehmen', 'société', 'entreprise', 'företag', 'bedrijf', 'empresa', 'azienda'],
  ],
  'job-title': [
    'job title',
    'title',
    'position',
    'stilling',
    'titel',
    'poste',
    'puesto',
    'functie',
  ],
  country: ['country', 'land', 'pays', 'país', 'paese', 'kraj'],
  'decided-at': [
    ...['consent date', 'date of consent', 'consent given', 'consent given at', 'opt in date'],
    ...['opt in time', 'optin time', 'confirm time', 'samtykkedato', 'dato for samtykke'],
    ...['samtykke givet', 'einwilligungsdatum', 'date du consentement'],
  ],
  source: ['source', 'kilde', 'quelle', 'origine', 'bron'],
  'legal-basis': ['legal basis', 'retsgrundlag', 'hjemmel', 'rechtsgrundlage', 'base légale'],
  comment: ['comment', 'comments', 'note', 'notes', 'kommentar', 'bemærkning', 'bemerkung'],
};

/** Adds a name of a column; one that two columns have is a guess at neither. */
const add = (known: Map<string, Column>, name: string, column: Column): void => {
  const other = known.get(plainName(name));
  known.set(plainName(name), other === undefined || other === column ? column : '');
};

/** Guesses what columns hold by their whole names. */
const guessByName = (header: readonly string[], lists: WholeLists): Column[] => {
  const known = new Map<string, Column>();
  for (const { key, texts } of lists.purposes)
    for (const name of [key, `purpose:${key}`, ...Object.values(texts).map(({ title }) => title)])
      if (name) add(known, name, `purpose:${key}`);
  for (const { key, texts } of lists['subscription-types'])
    for (const name of [key, `subscription:${key}`, ...Object.values(texts).map((of) => of.name)])
      if (name) add(known, name, `subscription:${key}`);
  for (const [column, all] of Object.entries(names))
    for (const name of all) known.set(name, column);
  return header.map((name) => known.get(plainName(name)) ?? '');
};

/** Guesses what the columns of a file hold, by the tool that exported it; '' where nothing is known of one. */
export const guessColumns = (
  tool: ExportTool | null,
  header: readonly string[],
  lists: WholeLists,
): Column[] => {
  const guessed = guessByName(header, lists);
  return tool ? columnsOf(tool, header, guessed, lists) : guessed;
};
