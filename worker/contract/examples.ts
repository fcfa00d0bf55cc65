/** A form that asks for an address and whether to send news, as `PUT /v1/forms/{key}` takes it. */
export const newsletterForm = {
  locale: 'en',
  locales: ['en', 'da'],
  origins: ['https://example.com'],
  title: { en: 'Newsletter', da: 'Nyhedsbrev' },
  submit: { en: 'Sign up', da: 'Tilmeld' },
  done: {
    title: { en: 'Thank you', da: 'Tak' },
    text: { en: 'You are signed up.', da: 'Du er tilmeldt.' },
  },
  inactive: { en: 'This form is closed.', da: 'Formularen er lukket.' },
  sections: [
    {
      key: 'main',
      fields: [
        { key: 'email', kind: 'email', label: { en: 'Email', da: 'E-mail' }, required: true },
      ],
      purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter'] }],
    },
  ],
};

/** What a visitor of that form sends. */
export const newsletterSubmission = {
  version: 1,
  locale: 'en',
  fields: { email: 'anna@example.com' },
  purposes: { 'e-marketing': true },
  subscriptions: { newsletter: true },
  page: 'https://example.com/newsletter',
};
