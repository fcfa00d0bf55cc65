import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  title: 'Privacy notices',
  intro:
    'People whose data came from elsewhere and who have not been told. The law gives 30 days (GDPR art. 14).',
  none: 'Everybody has been told',
  noneText:
    'People come here when they are registered or imported under a source whose notice does not go out by itself.',
  dueAt: 'Until',
  late: 'Late',
  daysLeft: { one: '{n} day left', other: '{n} days left' },
  send: 'Tell',
};

/** What the screen says about privacy notices that are not sent yet (GDPR art. 14). */
export const noticeWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    title: 'Privatlivsbreve',
    intro:
      'Personer, hvis data kom andre steder fra, og som ikke har fået besked. Loven giver 30 dage (GDPR art. 14).',
    none: 'Alle har fået besked',
    noneText:
      'Personer kommer her, når de registreres eller importeres under en kilde, hvis brev ikke sendes af sig selv.',
    dueAt: 'Inden',
    late: 'For sent',
    daysLeft: { one: '{n} dag tilbage', other: '{n} dage tilbage' },
    send: 'Giv besked',
  },
};
