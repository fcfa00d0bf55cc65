import type { EmailTemplate } from '../../contract/emails.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type ConsoleLocale, localised } from '../kit/words.ts';

const emailNames: Record<ConsoleLocale, Record<EmailTemplate, string>> = {
  en: {
    'privacy-notice': 'Privacy notice (art. 13)',
    'source-notice': 'Privacy notice (art. 14)',
    confirmation: 'Confirmation of a sign-up',
    entry: 'Code for the preference centre',
    'request-received': 'Request received',
    'request-done': 'Request carried out',
    'request-refused': 'Request refused',
    'request-extended': 'Deadline of a request extended',
    'restriction-lifted': 'Restriction lifted',
    'data-ready': 'Data ready to download',
    'address-old': 'Change of address: to the old address',
    'address-new': 'Change of address: to the new address',
    receipt: 'Receipt for choices',
    'purpose-changed': 'Changed wording of a purpose',
    'breach-notice': 'Data breach: to people affected',
    'breach-reported': 'Data breach reported: to users',
    'sign-in': 'Sign-in link for users',
    invitation: 'Invitation of a user',
    'log-halted': 'Consent log stopped: to users',
    'log-checkpoint': 'Checkpoint of the consent log',
    'webhook-disabled': 'Webhook disabled: to users',
  },
  da: {
    'privacy-notice': 'Privatlivsmeddelelse (art. 13)',
    'source-notice': 'Privatlivsmeddelelse (art. 14)',
    confirmation: 'Bekræftelse af en tilmelding',
    entry: 'Kode til præferencecentret',
    'request-received': 'Anmodning modtaget',
    'request-done': 'Anmodning udført',
    'request-refused': 'Anmodning afvist',
    'request-extended': 'Frist for en anmodning forlænget',
    'restriction-lifted': 'Begrænsning ophævet',
    'data-ready': 'Data klar til download',
    'address-old': 'Ændret adresse: til den gamle adresse',
    'address-new': 'Ændret adresse: til den nye adresse',
    receipt: 'Kvittering for valg',
    'purpose-changed': 'Ændret ordlyd af et formål',
    'breach-notice': 'Brud: til de berørte',
    'breach-reported': 'Brud indberettet: til brugere',
    'sign-in': 'Loginlink til brugere',
    invitation: 'Invitation af en bruger',
    'log-halted': 'Samtykkeloggen er stoppet: til brugere',
    'log-checkpoint': 'Kontrolpunkt for samtykkeloggen',
    'webhook-disabled': 'Webhook slået fra: til brugere',
  },
};

/** Says what an email is for; a notice that an operator wrote is called by its key. */
export const emailName = (c: ConsoleContext, template: string): string => {
  const names: Readonly<Record<string, string>> = localised(c, emailNames);
  return names[template] ?? template;
};
