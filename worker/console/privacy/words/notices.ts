import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  title: 'Privacy notices',
  intro:
    'People whose data came from someone else and who have had no privacy notice yet. They must get it within a month, or with your first message if that is earlier (GDPR art. 14).',
  none: 'Everyone has had a privacy notice',
  noneText:
    'People are listed here when they are registered or imported under a source that sends no notice automatically.',
  count: { one: '{n} person not notified yet', other: '{n} people not notified yet' },
  lateCount: { one: '{n} overdue', other: '{n} overdue' },
  sendAll: 'Send to all',
  showPeople: 'Show in People',
  editNotices: 'Edit the notices',
  dueAt: 'Deadline',
  late: 'Overdue',
  daysLeft: { one: '{n} day left', other: '{n} days left' },
  send: 'Send notice',
};

/** What the screen says about privacy notices that are not sent yet (GDPR art. 14). */
export const noticeWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    title: 'Privatlivsmeddelelser',
    intro:
      'Personer, hvis data kom fra andre, og som endnu ikke har fået en privatlivsmeddelelse. De skal have den inden for en måned eller sammen med jeres første besked, hvis den kommer før (GDPR art. 14).',
    none: 'Alle har fået en privatlivsmeddelelse',
    noneText:
      'Her vises personer, der registreres eller importeres under en kilde, som ikke sender en meddelelse automatisk.',
    count: {
      one: '{n} person er ikke underrettet endnu',
      other: '{n} personer er ikke underrettet endnu',
    },
    lateCount: { one: '{n} overskredet', other: '{n} overskredet' },
    sendAll: 'Send til alle',
    showPeople: 'Vis under Personer',
    editNotices: 'Redigér meddelelserne',
    dueAt: 'Frist',
    late: 'Overskredet',
    daysLeft: { one: '{n} dag tilbage', other: '{n} dage tilbage' },
    send: 'Send meddelelse',
  },
};
