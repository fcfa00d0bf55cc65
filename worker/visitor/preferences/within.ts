import type { Preferences } from '../../contract/preferences.ts';
import type { Reach } from '../../contract/sessions.ts';
import { reaches } from '../verify/entry.ts';

/** Leaves out what a session does not reach: what a person wrote of themselves is no choice. */
export const within = (reach: Reach, preferences: Preferences): Preferences =>
  reaches(reach, 'data') ? preferences : { ...preferences, fields: [] };
