import type { RequestKind } from '../../../contract/requests.ts';

const en = {
  todo: 'What to do',
  todos: {
    access:
      'Email them a link to the report about them, which they open after proving that the address is theirs. Or print the report and send it by post.',
    portability: 'Email them a link to their data as a file that other services can read.',
    rectification:
      'Enter what is correct. The person is told by email, and the change is recorded.',
    erasure:
      'Their consents end at once. Everything about them is deleted after the grace period, during which they can cancel.',
    restriction: 'We keep their data and stop using it, until the restriction is lifted.',
    objection: 'Everything that they can object to ends at once.',
  } satisfies Record<RequestKind, string>,
  unfoundTodo:
    'Nobody with this address is in the data. Tell them so, or find them by another address, then note how you answered.',
  carryOut: {
    access: 'Email the link and close',
    portability: 'Email the link and close',
    erasure: 'Start deletion',
    restriction: 'Restrict use of their data',
    objection: 'End these uses',
  } satisfies Record<Exclude<RequestKind, 'rectification'>, string>,
  report: 'Open the report to print',
  reportJson: 'Download as JSON',
  ends: 'This ends',
  endsNothing: 'Nothing that applies now ends.',
  deletes: 'This deletes',
  keeps:
    'The consent history stays without anything that identifies the person, and a keyed hash keeps the address from being imported again.',
  uncheckedWarning: 'Check that the request comes from the person before you carry it out.',
  byOtherMeans: 'Done by other means',
  byOtherMeansIntro:
    'For what was done outside Samtykke. Say what was done: it goes on record, and the person is told that the request is done.',
  whatWasDone: 'What was done',
  finish: 'Close as done',
  extend: 'Extend the deadline',
  extendIntro:
    'By up to two months if the request is complex or there are many (GDPR art. 12(3)). The person gets your reason by email.',
  months: 'Extend by',
  monthCount: { one: '{n} month', other: '{n} months' },
  extensionReason: 'Reason, which the person reads',
  refuse: 'Refuse',
  refuseIntro:
    'Only where the law allows it (GDPR art. 12(5)). The person gets your reason by email, and reads that they can complain.',
  refusalReason: 'Reason, which the person reads',
  newIntro:
    'For a request that reached you by phone, letter, email or in person. It is due one month after it came.',
  emailHelp: 'The address that we know them by. Leave it empty if they gave none.',
  contact: 'Who asked, and how to reach them',
  contactHelp: 'Needed if nobody with the address is found. Deleted a year after the answer.',
  askedAtHelp: 'The month runs from here.',
  noteHelp: 'What they said, and anything a colleague should know.',
  acknowledge: 'Email the person that we have the request',
};

const da: typeof en = {
  todo: 'Det skal du gøre',
  todos: {
    access:
      'Send et link til rapporten om dem pr. e-mail; de åbner den efter at have bevist, at adressen er deres. Eller udskriv rapporten, og send den med posten.',
    portability: 'Send et link til deres data som en fil, andre tjenester kan læse.',
    rectification: 'Skriv det rigtige. Personen får besked pr. e-mail, og ændringen registreres.',
    erasure:
      'Deres samtykker ophører med det samme. Alt om dem slettes efter fortrydelsesperioden, hvor de kan annullere.',
    restriction: 'Vi beholder deres data, men bruger dem ikke, før begrænsningen ophæves.',
    objection: 'Alt, de kan gøre indsigelse mod, ophører med det samme.',
  },
  unfoundTodo:
    'Ingen med denne adresse findes i data. Fortæl dem det, eller find dem under en anden adresse, og noter så, hvordan du svarede.',
  carryOut: {
    access: 'Send linket og afslut',
    portability: 'Send linket og afslut',
    erasure: 'Start sletning',
    restriction: 'Begræns brugen af deres data',
    objection: 'Afslut denne brug',
  },
  report: 'Åbn rapporten til udskrift',
  reportJson: 'Hent som JSON',
  ends: 'Dette ophører',
  endsNothing: 'Intet, der gælder nu, ophører.',
  deletes: 'Dette slettes',
  keeps:
    'Samtykkehistorikken bliver uden noget, der identificerer personen, og en nøglet hash forhindrer, at adressen importeres igen.',
  uncheckedWarning: 'Kontrollér, at anmodningen kommer fra personen, før du udfører den.',
  byOtherMeans: 'Udført på anden måde',
  byOtherMeansIntro:
    'Til det, der er gjort uden for Samtykke. Skriv, hvad der er gjort: Det gemmes, og personen får at vide, at anmodningen er udført.',
  whatWasDone: 'Hvad der er gjort',
  finish: 'Afslut som udført',
  extend: 'Forlæng fristen',
  extendIntro:
    'Med op til to måneder, hvis anmodningen er kompleks, eller der er mange (GDPR art. 12, stk. 3). Personen får din begrundelse pr. e-mail.',
  months: 'Forlæng med',
  monthCount: { one: '{n} måned', other: '{n} måneder' },
  extensionReason: 'Begrundelse, som personen læser',
  refuse: 'Afvis',
  refuseIntro:
    'Kun hvor loven tillader det (GDPR art. 12, stk. 5). Personen får din begrundelse pr. e-mail og læser, at der kan klages.',
  refusalReason: 'Begrundelse, som personen læser',
  newIntro:
    'Til en anmodning, der kom pr. telefon, brev, e-mail eller personligt. Fristen er en måned fra modtagelsen.',
  emailHelp: 'Adressen, vi kender dem under. Lad den være tom, hvis de ingen gav.',
  contact: 'Hvem der bad, og hvordan de kan nås',
  contactHelp: 'Nødvendigt, hvis ingen med adressen findes. Slettes et år efter svaret.',
  askedAtHelp: 'Måneden løber herfra.',
  noteHelp: 'Hvad de sagde, og hvad en kollega bør vide.',
  acknowledge: 'Bekræft modtagelsen over for personen pr. e-mail',
};

/** What the screens say about answering a data subject request. */
export const requestActionWords = { en, da };
