import type { PersonField } from '../../../contract/definition.ts';

/** What the details that are kept with a person are called. */
export const personFieldWords: Record<'en' | 'da', Record<PersonField, string>> = {
  en: {
    name: 'Name',
    'given-name': 'First name',
    'family-name': 'Last name',
    phone: 'Phone',
    organization: 'Organisation',
    'job-title': 'Job title',
    country: 'Country',
  },
  da: {
    name: 'Navn',
    'given-name': 'Fornavn',
    'family-name': 'Efternavn',
    phone: 'Telefon',
    organization: 'Organisation',
    'job-title': 'Stilling',
    country: 'Land',
  },
};
