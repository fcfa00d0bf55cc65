// What a site written in TypeScript imports: `import type {} from 'samtykke'` types the elements and
// their events; nothing of it is left at run time, where the script tag brings the code.
export type { SubmissionAnswer } from '../worker/contract/submission.ts';
export type { SamtykkeEvents } from './events.ts';
export type { SamtykkeField } from './field/samtykke-field.ts';
export type { SamtykkeForm } from './form/samtykke-form.ts';
export type { SamtykkePreferences } from './preferences/samtykke-preferences.ts';
