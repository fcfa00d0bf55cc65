/** Sessions that were ended after a backup would be live again: all end, and everyone signs in again. */
export const END_SESSIONS = `
UPDATE user_session
SET ended_at = unixepoch() * 1000
WHERE ended_at IS NULL`;

/** Links to sign in that were used after a backup would be good again. */
export const USE_SIGN_INS = `
UPDATE sign_in
SET used_at = unixepoch() * 1000
WHERE used_at IS NULL`;

/** Gives the statements that end every way in that a backup would open again. */
export const endSessionsSql = (): string[] => [END_SESSIONS, USE_SIGN_INS];
