import { MINUTE, SECOND } from '../time.ts';

/** How long the link of a sign-in email lets a user in. */
export const SIGN_IN_SECONDS = (15 * MINUTE) / SECOND;
