import type { Right } from '../../contract/rights.ts';
import type { ConsoleContext } from './app.ts';
import { type ConsoleLocale, localised } from './words.ts';

const rightWords: Record<ConsoleLocale, Record<Right, string>> = {
  en: {
    forms: 'Create and publish forms',
    lists: 'Edit purposes, legal bases, sources and subscription types',
    'people-read': 'View people and their consents',
    'people-register': 'Register people',
    'consents-write': 'Change consents of people',
    'subscriptions-write': 'Change subscriptions of people',
    bulk: 'Import files and send bulk emails (with the right for one person)',
    'bulk-update': 'Change many people at once',
    'bulk-delete': 'Erase many people at once',
    export: 'Export people, records and audiences',
    mailing: 'Check who may receive a mailing (for mailing tools)',
    'mailing-override': 'Send mandatory messages regardless of consent',
    changes: 'Read what changed, as it happens (for programs)',
    requests: 'Handle data subject requests',
    breach: 'Handle data breaches',
    mail: 'View outgoing email and edit templates',
    settings: 'Edit settings, retention and branding',
    users: 'Manage users',
    'api-keys': 'Manage API keys',
    audit: 'View the audit log',
  },
  da: {
    forms: 'Oprette og udgive formularer',
    lists: 'Redigere formål, behandlingsgrundlag, kilder og abonnementstyper',
    'people-read': 'Se personer og deres samtykker',
    'people-register': 'Registrere personer',
    'consents-write': 'Ændre personers samtykker',
    'subscriptions-write': 'Ændre personers abonnementer',
    bulk: 'Importere filer og sende masse-e-mails (med retten for én person)',
    'bulk-update': 'Ændre mange personer på én gang',
    'bulk-delete': 'Slette mange personer på én gang',
    export: 'Eksportere personer, registreringer og målgrupper',
    mailing: 'Kontrollere, hvem der må modtage en udsendelse (for mailværktøjer)',
    'mailing-override': 'Sende obligatoriske beskeder uanset samtykke',
    changes: 'Læse ændringer, efterhånden som de sker (for programmer)',
    requests: 'Behandle anmodninger fra registrerede',
    breach: 'Håndtere brud på datasikkerheden',
    mail: 'Se udgående e-mail og redigere skabeloner',
    settings: 'Redigere indstillinger, opbevaring og udseende',
    users: 'Administrere brugere',
    'api-keys': 'Administrere API-nøgler',
    audit: 'Se revisionsloggen',
  },
};

/** Says what a right lets someone do. */
export const rightName = (c: ConsoleContext, right: Right): string =>
  localised(c, rightWords)[right];
