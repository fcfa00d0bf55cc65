import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  intro:
    'What is kept, why, on which ground, for how long and who gets it (GDPR art. 30). It is made from the configuration each time you look, so it is never out of date.',
  controller: 'Controller',
  fields: 'Data',
  keptFor: 'Kept for',
  days: { one: '{n} day', other: '{n} days' },
  untilWithdrawn: 'Until it is taken back',
  recipients: 'Who gets it',
  recipientsHelp: 'One per line: processors and others.',
  storage: 'Stored where',
  jurisdiction: 'Jurisdiction',
  officer: 'Data protection officer',
  missing: 'The record is incomplete (GDPR art. 30). Nobody has said yet:',
  missingHere: 'the controller’s {what}',
  missingOf: '{what}, for {purpose}',
  what: {
    name: 'name',
    address: 'postal address',
    email: 'email address',
    jurisdiction: 'jurisdiction',
    recipients: 'who gets the data',
    storage: 'where the data is stored',
  },
  complete: 'Complete it in the settings',
  print: 'Print it from your browser.',
  evidence: 'Address and browser of a submission: {evidence}. Submissions: {submissions}.',
};

/** What the screen says about the record of processing activities. */
export const processingWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro:
      'Hvad der gemmes, hvorfor, på hvilket grundlag, hvor længe og hvem der får det (GDPR art. 30). Den laves af opsætningen, hver gang du ser på den, så den er aldrig forældet.',
    controller: 'Dataansvarlig',
    fields: 'Data',
    keptFor: 'Gemmes i',
    days: { one: '{n} dag', other: '{n} dage' },
    untilWithdrawn: 'Til det trækkes tilbage',
    recipients: 'Hvem får det',
    recipientsHelp: 'Én pr. linje: databehandlere og andre.',
    storage: 'Opbevares hvor',
    jurisdiction: 'Jurisdiktion',
    officer: 'Databeskyttelsesrådgiver',
    missing: 'Fortegnelsen er ufuldstændig (GDPR art. 30). Det er endnu ikke angivet:',
    missingHere: 'den dataansvarliges {what}',
    missingOf: '{what}, for {purpose}',
    what: {
      name: 'navn',
      address: 'postadresse',
      email: 'e-mailadresse',
      jurisdiction: 'jurisdiktion',
      recipients: 'hvem der modtager data',
      storage: 'hvor data opbevares',
    },
    complete: 'Udfyld det i indstillingerne',
    print: 'Udskriv den fra din browser.',
    evidence: 'Adresse og browser for en besvarelse: {evidence}. Besvarelser: {submissions}.',
  },
};
