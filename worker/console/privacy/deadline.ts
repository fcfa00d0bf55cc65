import { DAY } from '../../platform/time.ts';

const SOON_DAYS = 7;

/** Returns the days until a deadline (UTC ms), rounded up; negative if it has passed. */
export const daysUntil = (at: number): number => Math.ceil((at - Date.now()) / DAY);

/** Returns the badge for the days until a deadline. */
export const urgency = (days: number): 'bad' | 'warn' | 'off' =>
  days < 0 ? 'bad' : days < SOON_DAYS ? 'warn' : 'off';
