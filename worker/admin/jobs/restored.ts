/** A job of a backup may have gone on since: it goes on again once someone resumes it. Uses job_running. */
export const STOP_RUNNING = `
UPDATE job
SET state = 'stopped'
WHERE state = 'running' AND leased_to >= 0`;

/** Gives the statement that stops the jobs of a backup. */
export const stopJobsSql = (): string => STOP_RUNNING;
