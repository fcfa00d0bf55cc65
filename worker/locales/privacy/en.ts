import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'How {sender} uses your data',
      body: `You gave us your details on {page}. This is what we use them for:

{purposes}

{rights}`,
      button: 'See and change my choices',
      footer:
        'You get this email once because the law requires us to inform you (GDPR art. 13). It is from {sender}.',
    },
    'source-notice': {
      subject: 'How {sender} uses your data',
      body: `We received your details from this source: {source}. This is what we use them for:

{purposes}

{rights}`,
      button: 'See and change my choices',
      footer:
        'You get this email once because the law requires us to inform you (GDPR art. 14). It is from {sender}.',
    },
    'request-received': {
      subject: '{sender} received your request {number}',
      body: `We received your request {number} ({kind}) and will reply by {due}.

{grace}`,
      button: 'See my requests',
      footer: 'You get this email because you made a request. It is from {sender}.',
    },
    'request-done': {
      subject: '{sender} completed your request {number}',
      body: 'We completed your request {number} ({kind}).',
      button: '',
      footer: 'You get this email because you made a request. It is from {sender}.',
    },
    'request-refused': {
      subject: '{sender} replied to your request {number}',
      body: `We cannot carry out your request {number} ({kind}). This is the reason:

{reason}

You can complain to your data protection authority and go to court.`,
      button: '',
      footer: 'You get this email because you made a request. It is from {sender}.',
    },
    'request-extended': {
      subject: 'Your request {number} takes longer',
      body: `We need more time to answer your request {number} ({kind}). The reason:

{reason}

We reply by {due}. You can complain to your data protection authority, or take the matter to court.`,
      button: '',
      footer: 'You get this email because you made a request. It is from {sender}.',
    },
    'restriction-lifted': {
      subject: 'The restriction on your data has ended',
      body: `The use of your data was restricted. We have lifted this restriction. The reason:

{reason}

What applied before the restriction applies again. In your email preferences you can withdraw a consent, object, or restrict the use of your data again.`,
      button: 'Email preferences',
      footer: 'This email is from {sender}.',
    },
    'data-ready': {
      subject: 'Your data from {sender} is ready (request {number})',
      body: `You asked for a copy of your data ({kind}). Everything we keep about you is ready to download: as a page to read or print, and as JSON or CSV.

The link opens your own pages, so do not forward this email. When it has expired, you can ask for a new one there.`,
      button: 'Download my data',
      footer: 'You get this email because you made a request. It is from {sender}.',
    },
    'breach-notice': {
      subject: 'A data breach at {sender} affects your data',
      body: `{nature}

What this may mean for you:

{consequences}

What we are doing, and what you can do:

{measures}

Contact: {contact}`,
      button: '',
      footer:
        'You get this email because the law requires us to inform you (GDPR art. 34). It is from {sender}.',
    },
    'breach-reported': {
      subject: 'A possible data breach was reported',
      body: `Someone has reported what may be a data breach. Read the report, then open a case or close the report.

The 72 hours for informing the authority (GDPR art. 33) run from when you become aware of a breach.`,
      button: 'Read the report',
      footer: 'This email is from {sender}.',
    },
  },
  disclosure: {
    basis: 'Legal basis: {name}.',
    kept: 'Kept until {time} have passed without activity from you.',
    keptUntil: 'Kept until you withdraw your consent, object, or ask us to delete it.',
    recipients: 'Recipients: {names}.',
    transfers: 'Transfers outside the EU and EEA: {text}',
    rights:
      'You can ask us for a copy of your data, have it corrected or deleted, restrict or object to its use, take it to another service, and withdraw a consent at any time.',
    complaint: 'You can also complain to {authority}.',
    authority: 'your data protection authority',
    automated: 'No decisions are made about you by automated means alone.',
    controller: 'Controller: {name}.',
    dpo: 'Data protection officer: {name}.',
  },
  incident: {
    title: 'Report a data breach',
    intro:
      'Tell us if personal data may have been lost, changed, or seen by someone who should not see it. Do not enter the personal data itself.',
    what: 'What happened, or what you noticed',
    happenedAt: 'When it happened, if you know (optional)',
    contact: 'How we can reach you (optional)',
    button: 'Send report',
    thanks: 'Thank you. We have your report and look into it right away.',
    missing: 'Enter what happened, in at least 10 characters.',
  },
  report: {
    title: 'Data we keep about {email}',
    made: 'Created on {date}. Times are in the time zone {zone}.',
    choices: 'My choices',
    submissions: 'Forms I submitted',
    bounced: 'Emails to this address have bounced since {date}.',
    messages: 'Emails to me',
    nothing: 'None.',
    shown: 'What was shown (SHA-256):',
    also: 'Lists and notices',
    segment: 'On our list',
    breach: 'Notified of a data breach',
    uses: 'What the data is used for',
    wording: 'Wording that was shown:',
    rights: 'Your rights',
    source: 'Source: {name}.',
  },
} satisfies PrivacyTexts;
