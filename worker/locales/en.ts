import privacy from './privacy/en.ts';
import type { Texts } from './texts.ts';
import verify from './verify/en.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Confirm your email address for {sender}: {code}',
      body: `This address was entered in a form on {page}. Please confirm that it is yours.

You chose:

{purposes}

Click the button and confirm on the page that opens, or enter the 6-digit code where you signed up. Both work for {hours}.`,
      button: 'Confirm my email address',
      footer:
        "If this wasn't you, ignore this email: without your confirmation we send you nothing and delete the address after {days}. This email is from {sender}.",
    },
    entry: {
      subject: '{code} is your code for {sender}',
      body: `You asked to open your email preferences.

Enter this 6-digit code where you asked for it within 10 minutes, or click the button. Its link works for 1 hour.`,
      button: 'Open my preferences',
      footer:
        "If you didn't ask for this, ignore this email. Don't share the code: without it, nobody can see or change your choices. This email is from {sender}.",
    },
    'address-old': {
      subject: 'Confirm the change of your email address at {sender}',
      body: `We were asked to use {email} instead of this address. Please confirm that you want this.

Click the button and confirm on the page that opens. We also ask at the new address, and change nothing until you have confirmed in both emails. The link works for 48 hours.`,
      button: 'Confirm the change',
      footer:
        "If this wasn't you, ignore this email and nothing changes. This email is from {sender}.",
    },
    'address-new': {
      subject: 'Confirm your new email address for {sender}',
      body: `We were asked to use this address from now on. Please confirm that it is yours.

Click the button and confirm on the page that opens. The link works for 48 hours.`,
      button: 'Confirm my new address',
      footer:
        "If this wasn't you, ignore this email: we send you nothing and delete the address. This email is from {sender}.",
    },
    receipt: {
      subject: 'Receipt for your choices at {sender}',
      body: `You saved your choices on {when}. This is what we recorded (exact wording: {proof}):

{purposes}

You can change your choices at any time.`,
      button: 'See and change my choices',
      footer: 'You get this email because you asked for a receipt. It is from {sender}.',
    },
    'log-checkpoint': {
      subject: 'Checkpoint of the consent log: {size} records',
      body: `This is what the consent log {origin} has signed: the number of its records, and a hash of all of them. It holds no personal data.

Keep this email. If the log is ever changed afterwards, this text shows it: save the text below as a file, and check it together with a proof file.`,
      button: 'Check a proof',
      footer: 'You get this email because this address receives the checkpoints of {sender}.',
    },
    'webhook-disabled': {
      subject: 'The webhook “{name}” has been disabled',
      body: `Nothing is sent to the webhook “{name}” any more: its receiver has answered with errors for three days, or has said that it is gone.

Events are kept for 30 days. Fix the receiver, then turn the webhook on again: it continues where it stopped.`,
      button: 'Open the webhook',
      footer: 'You get this email because you can change the settings of {sender}.',
    },
    'log-halted': {
      subject: 'The consent log has stopped',
      body: `Since {since} nothing is sealed in the consent log: the ledger is no longer what was signed. That happens after a restored backup, or when someone changed the database itself.

Read what was found, find out why, and then start another log. Sign-ups, preferences and emails go on as before.`,
      button: 'Open the log',
      footer: 'You get this email because you may change the settings of {sender}.',
    },
    invitation: {
      subject: 'Your access to the consent console of {sender}',
      body: `You can now sign in to the consent console of {sender}.

Click the button and enter this email address. We then send you a sign-in link.`,
      button: 'Go to sign-in',
      footer:
        'You get this email because an administrator added you as a user. It is from {sender}.',
    },
    'sign-in': {
      subject: 'Your sign-in link for {sender}',
      body: 'You asked to sign in to the consent console. Click the button and confirm on the page that opens. The link works once, within 15 minutes.',
      button: 'Sign in',
      footer:
        "If you didn't ask for this, ignore this email. Don't forward it: without the link, nobody can sign in as you. This email is from {sender}.",
    },
    'purpose-changed': {
      subject: '{sender} changed the wording that you agreed to',
      body: `You agreed to this, and we have changed the wording. It now says:

{purposes}

Your consent still applies. If you no longer agree, you can withdraw it as easily as you gave it.`,
      button: 'See and change my choices',
      footer: 'You get this email because you agreed to this. It is from {sender}.',
    },
  },
  noUse: { title: 'Nothing at the moment', text: 'We will not send you anything.' },
  refused: {
    needs: 'First agree to what this belongs to.',
    robot:
      'This form checks that you are not a robot, which needs JavaScript. Turn on JavaScript and reload the page, or contact us in another way.',
  },
  outcome: {
    title: "You're not signed up",
    signedUp: "You're signed up at {email} for:",
    agreed: 'You agreed to:',
    informed: 'We use your details for:',
    pending: 'Waiting for you to confirm {email}:',
    refused: 'You did not choose:',
    ended: 'This has ended:',
    nothing: "We won't send you anything because of this form.",
    none: "You're not signed up for anything at {email}. We won't send you anything.",
  },
  confirm: {
    title: 'Confirm your email address',
    text: 'Enter the 6-digit code from our email to {email}, or open the link in it.',
    code: '6-digit code',
    button: 'Confirm',
    again: 'Send a new email',
    sent: 'You asked for a new email.',
    capped:
      'If no email arrives within a few minutes, check your spam folder. We send at most 3 an hour and 10 a day; after that, ask again in an hour or the next day.',
    wait: 'You can ask for a new email {when}.',
    other: 'Use another address',
    wrong: 'This code is wrong or has expired.',
    press: 'Click the button to confirm that this address is yours.',
    late: 'This link has expired. We can send you a new one.',
    done: 'Your email address is confirmed',
    gone: 'There is nothing left to confirm here. To sign up, fill in the form again.',
  },
  files: {
    large: 'Choose a file of {n} MB or less.',
    type: 'Choose a file of one of these types: {types}.',
  },
  corrections: {
    title: 'Change of email address',
    ask: 'Use {email} from now on?',
    button: 'Confirm',
    half: 'Thank you. Now confirm in the email that we sent to {email}.',
    changed: 'From now on we send your emails to {email}.',
    taken: '{email} already has email preferences. Use that address to open them.',
    late: 'This link has expired or was already used. Ask for the change again.',
  },
  unsubscribe: {
    title: 'Unsubscribe',
    stop: 'Unsubscribe from “{name}”',
    everything: 'Unsubscribe from all',
    manage: 'See and change all my choices',
    stopped: 'You are unsubscribed from “{name}”.',
    stoppedAll: 'You are unsubscribed from all our emails.',
    gone: 'This link no longer works.',
    erased: "We no longer keep anything about you, so we won't send you anything.",
  },
  problems: {
    missing: {
      title: 'Page not found',
      text: 'The link may be incomplete, expired or already used. Open the whole link from the email, or go to your email preferences to get a new one.',
    },
    busy: {
      title: 'Please wait a moment',
      text: 'Too many requests came in, or the service is busy. Try again in a few minutes.',
    },
    failed: { title: 'Sorry, something went wrong', text: 'Nothing was changed. Try again later.' },
    refused: {
      title: 'This request was not accepted',
      text: 'Go back, reload the page and try again.',
    },
    reference: 'If it happens again, report this number: {id}',
    preferences: 'Email preferences',
  },
  pages: { privacy: 'Privacy statement', language: 'Language' },
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
