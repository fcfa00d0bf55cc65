import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  intro:
    'What people have asked for by law. Each came from somebody who has proven that the address is theirs, and is due a month later (GDPR art. 12).',
  none: 'Nothing to answer',
  noneText:
    'What people ask for in the preference centre stands here. Restriction, objection and taking data along happen there at once.',
  number: 'No.',
  timeLeft: 'Time left',
  kind: 'What',
  askedAt: 'Asked',
  dueAt: 'Due',
  daysLeft: { one: '{n} day left', other: '{n} days left' },
  daysLate: { one: '{n} day late', other: '{n} days late' },
  states: {
    open: 'Open',
    waiting: 'In its time of grace',
    done: 'Done',
    cancelled: 'Taken back',
  } as Record<string, string>,
  refused: 'Refused',
  message: 'What they wrote',
  todo: 'What is left to do',
  todos: {
    access:
      'Send the report, or tell them that they can download it in the preference centre. Then say that it is done.',
    rectification: 'Correct what they name, on their page. Then say that it is done.',
    portability:
      'Send the report as JSON, or tell them that they can download it in the preference centre.',
    erasure:
      'Nothing: it is carried out by itself when the time of grace is over. They can take it back until then.',
    restriction: 'Nothing: it holds already.',
    objection: 'Nothing: it holds already.',
  } as Record<string, string>,
  finish: 'It is done; tell them',
  emails: 'Letters about it',
  noEmails: 'None, or they went with the person.',
  emailStates: { waiting: 'waits', sent: 'sent', dead: 'given up' },
  refuse: 'Refuse',
  refuseIntro:
    'Only where the law lets you (GDPR art. 12(5)). The person reads the reason, and that they may complain.',
  reason: 'The reason',
  proof: 'Who asked has proven the address by a code or a link: nothing leaves to anybody else.',
};

/** What the screens say about data subject requests. */
export const requestWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro:
      'Det, folk har bedt om efter loven. Hver kommer fra en, der har bevist, at adressen er deres, og har frist en måned senere (GDPR art. 12).',
    none: 'Intet at besvare',
    noneText:
      'Det, folk beder om i præferencecenteret, står her. Begrænsning, indsigelse og udlevering sker dér med det samme.',
    number: 'Nr.',
    timeLeft: 'Tid tilbage',
    kind: 'Hvad',
    askedAt: 'Bedt om',
    dueAt: 'Frist',
    daysLeft: { one: '{n} dag tilbage', other: '{n} dage tilbage' },
    daysLate: { one: '{n} dag for sent', other: '{n} dage for sent' },
    states: {
      open: 'Åben',
      waiting: 'I fortrydelsesfristen',
      done: 'Udført',
      cancelled: 'Taget tilbage',
    },
    refused: 'Afslået',
    message: 'Det, de skrev',
    todo: 'Det, der mangler',
    todos: {
      access:
        'Send rapporten, eller fortæl, at den kan hentes i præferencecenteret. Sig så, at det er gjort.',
      rectification: 'Ret det, de nævner, på deres side. Sig så, at det er gjort.',
      portability: 'Send rapporten som JSON, eller fortæl, at den kan hentes i præferencecenteret.',
      erasure:
        'Intet: den udføres af sig selv, når fristen er ude. Indtil da kan den tages tilbage.',
      restriction: 'Intet: den gælder allerede.',
      objection: 'Intet: den gælder allerede.',
    },
    finish: 'Det er gjort; giv besked',
    emails: 'Breve om den',
    noEmails: 'Ingen, eller de gik med personen.',
    emailStates: { waiting: 'venter', sent: 'sendt', dead: 'opgivet' },
    refuse: 'Afslå',
    refuseIntro:
      'Kun hvor loven tillader det (GDPR art. 12, stk. 5). Personen læser grunden og at der kan klages.',
    reason: 'Grunden',
    proof: 'Den, der bad, har bevist adressen med en kode eller et link: intet går til andre.',
  },
};
