/**
 * What waits in a backup may have been sent since: it goes out only once someone has seen it and tries it again.
 * Uses outbox_due.
 */
export const HOLD_WAITING = `
UPDATE outbox
SET state = 'dead', error = 'restored'
WHERE state = 'waiting' AND next_at >= 0`;

/** Gives the statement that holds the emails of a backup. */
export const holdEmailsSql = (): string => HOLD_WAITING;
