import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'What {sender} keeps about you',
      body: `You have just given us your details at {page}. This is what we keep them for:

{purposes}

You can ask us at any time what we keep about you, have it corrected or erased, and take back a consent as easily as you gave it.`,
      button: 'See and change it',
      footer:
        'You get this letter once, because the law asks us to tell you (GDPR art. 13). It is from {sender}.',
    },
    confirmation: {
      subject: 'Please confirm your address',
      body: `Somebody, we hope it was you, wrote this address in a form at {page}.

You chose:

{purposes}

Press the button and then the one on the page that it opens. Or write these six digits where you signed up. Both are good for {hours} hours.`,
      button: 'Confirm my address',
      footer:
        'Was it not you? Then do nothing: without your confirmation nothing is sent to you, and the address is forgotten after {days} days. This letter is from {sender}.',
    },
    entry: {
      subject: 'Your preferences',
      body: `Here is the way to what you have agreed to, and to change it.

Write these six digits where you asked for them; they are good for 10 minutes. Or press the button; its link is good for an hour.`,
      button: 'Open my preferences',
      footer:
        'Did you not ask for this? Then somebody else wrote your address, and nothing happens as long as you keep the digits to yourself. This letter is from {sender}.',
    },
    'request-received': {
      subject: 'Your request no. {number}',
      body: `We have your request no. {number} ({kind}). You hear from us before {due}.

{grace}`,
      button: 'See my requests',
      footer: 'This letter is from {sender}.',
    },
    'request-done': {
      subject: 'Your request no. {number} is done',
      body: 'Your request no. {number} ({kind}) has been carried out.',
      button: '',
      footer: 'This letter is from {sender}.',
    },
    'address-old': {
      subject: 'Your address is to change',
      body: `Somebody, we hope it was you, wants us to use {email} instead of this address.

Press the button and then the one on the page that it opens. The same is asked at the new address; only then does anything change. The link is good for 48 hours.`,
      button: 'Agree to the change',
      footer:
        'Was it not you? Then do nothing, and everything stays as it is. This letter is from {sender}.',
    },
    'address-new': {
      subject: 'Please confirm your new address',
      body: `Somebody, we hope it was you, wants to use this address with {sender}.

Press the button and then the one on the page that it opens. The link is good for 48 hours.`,
      button: 'Confirm my new address',
      footer:
        'Was it not you? Then do nothing: nothing is sent to you, and the address is forgotten. This letter is from {sender}.',
    },
    receipt: {
      subject: 'What you have changed',
      body: `This was recorded on {when}, and stands in our ledger (the exact words: {proof}):

{purposes}

You can change it again at any time.`,
      button: 'See and change it',
      footer: 'You asked for this receipt. It is from {sender}.',
    },
    'breach-notice': {
      subject: 'Something has happened to your data at {sender}',
      body: `{nature}

What it may mean for you:

{consequences}

What we do about it, and what you can do:

{measures}

Ask us: {contact}`,
      button: '',
      footer:
        'You get this letter because the law asks us to tell you (GDPR art. 34). It is from {sender}.',
    },
    'sign-in': {
      subject: 'Your way into the console',
      body: 'Press the button and then the one on the page that it opens. The link is good for 15 minutes, and once.',
      button: 'Sign in',
      footer:
        'Did you not ask for this? Then somebody else wrote your address, and nothing happens as long as nobody presses the button. This letter is from {sender}.',
    },
    'source-notice': {
      subject: 'What {sender} keeps about you',
      body: `We have your details. They came to us in this way: {source}. This is what we keep them for:

{purposes}

You can ask us at any time what we keep about you, have it corrected or erased, object to it, and take back a consent as easily as it was given.`,
      button: 'See and change it',
      footer:
        'You get this letter once, because the law asks us to tell you (GDPR art. 14). It is from {sender}.',
    },
    'purpose-changed': {
      subject: 'The words that you agreed to have changed',
      body: `You said yes to this at {sender}, and its words have changed. This is what they say now:

{purposes}

Your yes stands. If you see it otherwise today, you can take it back as easily as you gave it.`,
      button: 'See and change it',
      footer: 'You get this letter because you agreed to this. It is from {sender}.',
    },
    'data-ready': {
      subject: 'Your data: request no. {number}',
      body: `You asked for a copy of your data ({kind}). Everything we keep about you is ready to download: as a page to read or print, and as JSON or CSV.

The link opens your own pages, so do not forward this email. When it has expired, you can ask for a new one there.`,
      button: 'Download my data',
      footer: 'This email is from {sender}.',
    },
    'request-refused': {
      subject: 'Your request no. {number}',
      body: `We cannot do what you asked for in your request no. {number} ({kind}). The reason:

{reason}

You may complain to your data protection authority, and go to court.`,
      button: '',
      footer: 'This letter is from {sender}.',
    },
  },
  noUse: { title: 'Nothing at the moment', text: 'We will not send you anything.' },
  outcome: {
    title: "You're not signed up",
    signedUp: "You're signed up at {email} for:",
    agreed: 'You agreed to:',
    informed: 'We use your details for:',
    pending: 'Waiting for you to confirm {email}:',
    refused: 'You said no to:',
    ended: 'This has ended:',
    nothing: "We won't send you anything because of this form.",
    none: "You're not signed up for anything at {email}. We won't send you anything.",
  },
  confirm: {
    title: 'One more thing',
    text: 'Enter the 6-digit code from our email to {email}, or open the link in it.',
    code: 'Six digits',
    button: 'Confirm',
    again: 'Send it again',
    sent: 'You asked for another email.',
    capped:
      'If no email arrives within a few minutes, check your spam folder. We send at most 3 an hour and 10 a day; after that, ask again in an hour or the next day.',
    wait: 'You can ask for another email {when}.',
    other: 'Use another address',
    wrong: 'These digits are not right, or too old.',
    press: 'Press the button to confirm that this address is yours.',
    late: 'This link is too old. We can send you a new one.',
    done: 'Your address is confirmed',
    gone: 'There is nothing left to confirm here. To sign up, fill in the form again.',
  },
  corrections: {
    title: 'Your address',
    ask: 'Use {email} from now on?',
    button: 'Yes, use it',
    half: 'Thank you. Now do the same in the letter to {email}.',
    changed: 'From now on your letters go to {email}.',
    taken: '{email} has choices of its own already. Open those with that address.',
    late: 'This link is too old, or was used. Ask for the change once more.',
  },
  unsubscribe: {
    title: 'Stop these letters?',
    stop: 'Stop “{name}”',
    everything: 'Stop everything',
    manage: 'See and change all my choices',
    stopped: 'You will not get “{name}” any more.',
    stoppedAll: 'You will not get any of our letters any more.',
    gone: 'This link leads nowhere any more.',
    erased: "We no longer keep anything about you, so we won't send you anything.",
  },
  problems: {
    missing: {
      title: 'Page not found',
      text: 'The link may be incomplete, too old or already used. Open the whole link from the email, or go to your email preferences to get a new one.',
    },
    busy: {
      title: 'Please wait a moment',
      text: 'Too many requests came in, or the service is busy. Try again in a few minutes.',
    },
    failed: { title: 'Sorry, something went wrong', text: 'Nothing was changed. Try again later.' },
    refused: { title: 'This could not be done', text: 'Go back, reload the page and try again.' },
    reference: 'If it happens again, report this number: {id}',
    preferences: 'Email preferences',
  },
  pages: { privacy: 'Privacy statement', language: 'Language' },
  report: {
    title: 'What is kept of {email}',
    made: 'Made on {date}.',
    choices: 'My choices',
    submissions: 'What I have sent',
    bounced: 'Emails to this address have bounced since {date}.',
    messages: 'Letters to me',
    nothing: 'Nothing.',
    shown: 'What was shown (SHA-256):',
    also: 'Lists and notices',
    segment: 'On our list',
    breach: 'Notified of a data breach',
  },
} satisfies Texts;
