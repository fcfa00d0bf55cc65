import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  id: 'Id',
  knownSince: 'Known since',
  bouncedSince: 'Emails bounce since',
  consentStatus: 'What stands now',
  history: 'All that was decided',
  submissions: 'What they sent',
  requests: 'What they asked for',
  emails: 'Letters to them',
  nothing: 'Nothing.',
  form: 'Form',
  by: 'by {who}',
  onPage: 'on {page}',
  statement: 'What was shown',
  record: 'Record',
  recordDecision: 'Record a decision',
  recordDecisionIntro:
    'For what somebody told you on the phone, at a meeting or in a letter. It is recorded with your name and reason.',
  item: 'Of what',
  reason: 'Why, and how you know',
  reasonHelp: 'It is kept with the record, and erased with the person.',
  sendNotice: 'Send the privacy notice',
  noticeLanguage: 'Language of the privacy notice',
  sendPreferencesLink: 'Send the way to the preference centre',
  report: 'Report to print',
  reportJson: 'Report as JSON',
  restrict: 'Restrict',
  restrictText: 'Nothing is used any more but kept; only the person, or you, can lift it.',
  erase: 'Erase',
  eraseTitle: 'Erase this person',
  eraseText:
    'Address, fields, submissions and letters go for good; the ledger stays, and says nothing of who it was. This cannot be undone.',
  confirmAddress: 'Write the address to confirm',
  notConfirmed: 'Write {what} exactly, to be sure.',
  registerTitle: 'Register a person',
  registerIntro:
    'The person is told by mail, at once or by you within 30 days, as the source says (GDPR art. 14).',
  registerPurposes: 'Kept for which purposes?',
  registerSubscriptions:
    'What have they asked to receive? Tick only what they themselves asked for.',
};

/** What a person's screen says, and the one that registers a person. */
export const personWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    id: 'Id',
    knownSince: 'Kendt siden',
    bouncedSince: 'E-mails afvises siden',
    consentStatus: 'Det, der står nu',
    history: 'Alt, der er besluttet',
    submissions: 'Det, de har sendt',
    requests: 'Det, de har bedt om',
    emails: 'Breve til dem',
    nothing: 'Intet.',
    form: 'Formular',
    by: 'af {who}',
    onPage: 'på {page}',
    statement: 'Det, der blev vist',
    record: 'Registrering',
    recordDecision: 'Registrér en beslutning',
    recordDecisionIntro:
      'Til det, nogen har sagt i telefonen, ved et møde eller i et brev. Det registreres med dit navn og din grund.',
    item: 'Hvad',
    reason: 'Hvorfor, og hvordan du ved det',
    reasonHelp: 'Det gemmes med registreringen og slettes med personen.',
    sendNotice: 'Send privatlivsbrevet',
    noticeLanguage: 'Privatlivsbrevets sprog',
    sendPreferencesLink: 'Send vejen til præferencecenteret',
    report: 'Rapport til udskrift',
    reportJson: 'Rapport som JSON',
    restrict: 'Begræns',
    restrictText: 'Intet bruges længere, men det gemmes; kun personen eller du kan ophæve det.',
    erase: 'Slet',
    eraseTitle: 'Slet denne person',
    eraseText:
      'Adresse, felter, besvarelser og breve forsvinder for altid; protokollen bliver og siger intet om, hvem det var. Det kan ikke fortrydes.',
    confirmAddress: 'Skriv adressen for at bekræfte',
    notConfirmed: 'Skriv {what} nøjagtigt for at være sikker.',
    registerTitle: 'Registrér en person',
    registerIntro:
      'Personen får besked pr. mail, straks eller af dig inden 30 dage, som kilden siger (GDPR art. 14).',
    registerPurposes: 'Til hvilke formål gemmes den?',
    registerSubscriptions:
      'Hvad har personen bedt om at få? Sæt kun kryds ved det, personen selv har bedt om.',
  },
};
