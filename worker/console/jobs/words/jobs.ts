import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  intro:
    'Work over many people runs in slices: it can be stopped, goes on after a failure where it left off, and does nothing twice.',
  none: 'No bulk work yet',
  noneText:
    'Look for people first, then choose what is to be done with all of them. Or import a file.',
  kinds: {
    'bulk-update': 'Change consent or legal basis',
    'bulk-delete': 'Erase',
    'consent-renewal': 'Ask for consent again',
    notice: 'Send the privacy notice',
    'breach-notice': 'Tell of a breach',
    import: 'Import',
    undo: 'Undo',
  } as Record<string, string>,
  states: {
    draft: 'Draft',
    running: 'Running',
    stopped: 'Stopped',
    done: 'Done',
    failed: 'Failed',
  } as Record<string, string>,
  progress: '{seen} of {total} looked at, {changed} changed',
  progressColumn: 'How far',
  stop: 'Stop',
  resume: 'Go on',
  undo: 'Undo this job',
  undone: 'This job has been undone.',
  undoTitle: 'Undo a job',
  undoIntro:
    'New records restore what stood before the job, for everyone of whom nothing came since. People whom an import added are erased, and their addresses do not go on the suppression list. A job can be undone once.',
  preview: 'Preview',
  sameDecision: 'Leave the decision as it is, change only the legal basis',
  count: { one: 'This is about {n} person.', other: 'This is about {n} people.' },
  sample: 'Some of them',
  noMatch: 'Nobody fits. Choose others.',
  everyone: 'No filter is set: this is everybody.',
  noUndo:
    'This cannot be undone. What is erased is gone; the ledger keeps what was decided, and says nothing of who it was.',
  confirm: 'Write {what} to confirm',
  confirmPhrase: { 'bulk-delete': 'erase {count}', other: '{count}' },
  begin: {
    'bulk-update': { one: 'Change {n} person', other: 'Change {n} people' },
    'bulk-delete': { one: 'Erase {n} person', other: 'Erase {n} people' },
    'consent-renewal': { one: 'Write to {n} person', other: 'Write to {n} people' },
    notice: { one: 'Write to {n} person', other: 'Write to {n} people' },
  },
  reason: 'Why',
  reasonHelp: 'It stands in every record, and in the audit log.',
  filter: 'Who',
  orders: 'What',
  skippedRows: 'Rows that were left out',
};

/** What the screens that begin and watch bulk jobs say. */
export const jobWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro:
      'Arbejde med mange personer kører i bidder: det kan stoppes, går videre efter en fejl, hvor det slap, og gør intet to gange.',
    none: 'Intet stort arbejde endnu',
    noneText:
      'Søg først personer, og vælg så, hvad der skal ske med dem alle. Eller importér en fil.',
    kinds: {
      'bulk-update': 'Ændr samtykke eller grundlag',
      'bulk-delete': 'Slet',
      'consent-renewal': 'Spørg om samtykke igen',
      notice: 'Send privatlivsbrevet',
      'breach-notice': 'Fortæl om et brud',
      import: 'Import',
      undo: 'Fortryd',
    },
    states: {
      draft: 'Kladde',
      running: 'I gang',
      stopped: 'Stoppet',
      done: 'Udført',
      failed: 'Mislykket',
    },
    progress: '{seen} af {total} set på, {changed} ændret',
    progressColumn: 'Hvor langt',
    stop: 'Stop',
    resume: 'Gå videre',
    undo: 'Fortryd dette job',
    undone: 'Dette job er fortrudt.',
    undoTitle: 'Fortryd et job',
    undoIntro:
      'Nye registreringer fører alle, som der ikke er sket noget med siden, tilbage til det, der gjaldt før jobbet. Personer, som en import havde tilføjet, slettes, og deres adresser kommer ikke på spærrelisten. Et job kan fortrydes én gang.',
    preview: 'Forhåndsvis',
    sameDecision: 'Lad beslutningen være, skift kun behandlingsgrundlag',
    count: { one: 'Det handler om {n} person.', other: 'Det handler om {n} personer.' },
    sample: 'Nogle af dem',
    noMatch: 'Ingen passer. Vælg andre.',
    everyone: 'Intet filter er valgt: det er alle.',
    noUndo:
      'Det kan ikke fortrydes. Det slettede er væk; protokollen gemmer det, der blev besluttet, og siger intet om, hvem det var.',
    confirm: 'Skriv {what} for at bekræfte',
    confirmPhrase: { 'bulk-delete': 'slet {count}', other: '{count}' },
    begin: {
      'bulk-update': { one: 'Ændr {n} person', other: 'Ændr {n} personer' },
      'bulk-delete': { one: 'Slet {n} person', other: 'Slet {n} personer' },
      'consent-renewal': { one: 'Skriv til {n} person', other: 'Skriv til {n} personer' },
      notice: { one: 'Skriv til {n} person', other: 'Skriv til {n} personer' },
    },
    reason: 'Hvorfor',
    reasonHelp: 'Det står i hver registrering og i revisionsloggen.',
    filter: 'Hvem',
    orders: 'Hvad',
    skippedRows: 'Rækker, der blev udeladt',
  },
};
