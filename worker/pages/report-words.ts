import { type OwnLocale, ownLocale } from '../../widget/locales/texts.ts';

/** The headings of a report about a person; all else in it is said in the words of the preference centre. */
export type ReportWords = {
  title: string;
  /** `{date}` is when it was made. */
  made: string;
  choices: string;
  submissions: string;
  letters: string;
  nothing: string;
  /** Before the hash of what was shown. */
  shown: string;
};

const words: Record<OwnLocale, ReportWords> = {
  en: {
    title: 'What is kept of {email}',
    made: 'Made on {date}.',
    choices: 'My choices',
    submissions: 'What I have sent',
    letters: 'Letters to me',
    nothing: 'Nothing.',
    shown: 'What was shown (SHA-256):',
  },
  da: {
    title: 'Det er gemt om {email}',
    made: 'Lavet den {date}.',
    choices: 'Mine valg',
    submissions: 'Det har jeg sendt',
    letters: 'Breve til mig',
    nothing: 'Intet.',
    shown: 'Det, der blev vist (SHA-256):',
  },
  de: {
    title: 'Was zu {email} gespeichert ist',
    made: 'Erstellt am {date}.',
    choices: 'Meine Entscheidungen',
    submissions: 'Was ich gesendet habe',
    letters: 'Briefe an mich',
    nothing: 'Nichts.',
    shown: 'Was gezeigt wurde (SHA-256):',
  },
  sv: {
    title: 'Det som sparas om {email}',
    made: 'Skapad den {date}.',
    choices: 'Mina val',
    submissions: 'Det jag har skickat',
    letters: 'Brev till mig',
    nothing: 'Inget.',
    shown: 'Det som visades (SHA-256):',
  },
  nb: {
    title: 'Det som er lagret om {email}',
    made: 'Laget {date}.',
    choices: 'Mine valg',
    submissions: 'Det jeg har sendt',
    letters: 'Brev til meg',
    nothing: 'Ingenting.',
    shown: 'Det som ble vist (SHA-256):',
  },
  nl: {
    title: 'Wat over {email} is bewaard',
    made: 'Gemaakt op {date}.',
    choices: 'Mijn keuzes',
    submissions: 'Wat ik heb gestuurd',
    letters: 'Brieven aan mij',
    nothing: 'Niets.',
    shown: 'Wat is getoond (SHA-256):',
  },
  fi: {
    title: 'Mitä osoitteesta {email} on tallennettu',
    made: 'Laadittu {date}.',
    choices: 'Valintani',
    submissions: 'Mitä olen lähettänyt',
    letters: 'Minulle lähetetyt viestit',
    nothing: 'Ei mitään.',
    shown: 'Mitä näytettiin (SHA-256):',
  },
  fr: {
    title: 'Ce qui est conservé sur {email}',
    made: 'Établi le {date}.',
    choices: 'Mes choix',
    submissions: 'Ce que j’ai envoyé',
    letters: 'Messages qui m’ont été envoyés',
    nothing: 'Rien.',
    shown: 'Ce qui a été montré (SHA-256) :',
  },
  es: {
    title: 'Lo que se guarda de {email}',
    made: 'Hecho el {date}.',
    choices: 'Mis elecciones',
    submissions: 'Lo que he enviado',
    letters: 'Mensajes que se me han enviado',
    nothing: 'Nada.',
    shown: 'Lo que se mostró (SHA-256):',
  },
  it: {
    title: 'Ciò che è conservato di {email}',
    made: 'Redatto il {date}.',
    choices: 'Le mie scelte',
    submissions: 'Ciò che ho inviato',
    letters: 'Messaggi inviati a me',
    nothing: 'Niente.',
    shown: 'Ciò che è stato mostrato (SHA-256):',
  },
  pl: {
    title: 'Co jest przechowywane o {email}',
    made: 'Sporządzono {date}.',
    choices: 'Moje wybory',
    submissions: 'Co wysłałem lub wysłałam',
    letters: 'Listy do mnie',
    nothing: 'Nic.',
    shown: 'Co zostało pokazane (SHA-256):',
  },
  ar: {
    title: 'ما نحفظه عن {email}',
    made: 'أُعدّ في {date}.',
    choices: 'اختياراتي',
    submissions: 'ما أرسلته',
    letters: 'الرسائل المرسلة إليّ',
    nothing: 'لا شيء.',
    shown: 'ما عُرض (SHA-256):',
  },
};

/** The headings of a report in the locale that fits best. */
export const reportWords = (locale: string): ReportWords => words[ownLocale(locale)];
