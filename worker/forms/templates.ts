import type { Draft, DraftField } from '../contract/draft.ts';

/** Forms to start from. */
export const templateNames = ['newsletter', 'contact', 'event', 'download', 'preferences'] as const;
export type TemplateName = (typeof templateNames)[number];

const email: DraftField = {
  key: 'email',
  kind: 'email',
  label: { en: 'Email', da: 'E-mail' },
  required: true,
  autocomplete: 'email',
};

const name: DraftField = {
  key: 'name',
  kind: 'text',
  label: { en: 'Name', da: 'Navn' },
  autocomplete: 'name',
  stores: 'name',
};

const news = { purpose: 'e-marketing', subscriptions: ['newsletter'] };
const service = { purpose: 'sales-and-service', subscriptions: [] };

const shared: Omit<Draft, 'title' | 'submit' | 'done' | 'sections'> = {
  locale: 'en',
  locales: ['en', 'da'],
  active: true,
  confirm: false,
  review: 'none',
  origins: [],
  turnstile: true,
  inactive: { en: 'This form is closed for now.', da: 'Formularen er lukket lige nu.' },
};

const thanks = {
  title: { en: 'Thank you', da: 'Tak' },
  text: { en: 'We have noted what you chose.', da: 'Vi har noteret dit valg.' },
};

const templates: Record<TemplateName, Draft> = {
  newsletter: {
    ...shared,
    confirm: true,
    title: { en: 'News from us', da: 'Nyt fra os' },
    submit: { en: 'Sign me up', da: 'Tilmeld mig' },
    done: thanks,
    sections: [{ key: 'sign-up', fields: [email], purposes: [news] }],
  },
  contact: {
    ...shared,
    title: { en: 'Write to us', da: 'Skriv til os' },
    submit: { en: 'Send', da: 'Send' },
    done: {
      title: { en: 'Thank you', da: 'Tak' },
      text: { en: 'We answer within two days.', da: 'Vi svarer inden to dage.' },
    },
    sections: [
      {
        key: 'message',
        fields: [
          name,
          email,
          {
            key: 'message',
            kind: 'textarea',
            label: { en: 'Message', da: 'Besked' },
            required: true,
            maxLength: 5000,
          },
        ],
        purposes: [service, news],
      },
    ],
  },
  event: {
    ...shared,
    title: { en: 'Come to our event', da: 'Kom til vores arrangement' },
    submit: { en: 'Keep me a seat', da: 'Hold en plads til mig' },
    done: {
      title: { en: 'See you there', da: 'Vi ses' },
      text: { en: 'Your seat is kept.', da: 'Din plads er reserveret.' },
    },
    sections: [
      {
        key: 'who',
        title: { en: 'Who comes?', da: 'Hvem kommer?' },
        fields: [
          name,
          email,
          {
            key: 'guests',
            kind: 'integer',
            label: { en: 'Guests', da: 'Gæster' },
            min: 0,
            max: 10,
          },
        ],
        purposes: [service],
      },
      {
        key: 'later',
        title: { en: 'And next time?', da: 'Og næste gang?' },
        fields: [],
        purposes: [{ purpose: 'e-marketing', subscriptions: ['invitations'] }],
      },
    ],
  },
  download: {
    ...shared,
    title: { en: 'Get the guide', da: 'Få guiden' },
    submit: { en: 'Send it to me', da: 'Send den til mig' },
    done: {
      title: { en: 'It is on its way', da: 'Den er på vej' },
      text: { en: 'Look into your mailbox.', da: 'Se i din postkasse.' },
    },
    sections: [
      {
        key: 'guide',
        fields: [email],
        purposes: [service, { ...news, subscriptions: ['product-news'] }],
      },
    ],
  },
  preferences: {
    ...shared,
    confirm: true,
    title: { en: 'What would you like to hear of?', da: 'Hvad vil du gerne høre om?' },
    submit: { en: 'Save', da: 'Gem' },
    done: thanks,
    sections: [
      {
        key: 'choices',
        fields: [email],
        purposes: [
          { purpose: 'e-marketing', subscriptions: ['newsletter', 'invitations', 'product-news'] },
        ],
      },
    ],
  },
};

/** Makes a draft from a template. */
export const fromTemplate = (template: TemplateName): Draft => structuredClone(templates[template]);
