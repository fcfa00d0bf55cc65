import type { Outgoing } from '../../platform/outgoing.ts';
import { SECOND } from '../../platform/time.ts';

/** Waits so long (ms). */
export type Wait = (ms: number) => Promise<void>;

export const wait: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks so many times a second at most, by waiting where it would be more. */
export const paced = (send: Outgoing, perSecond: number, waitFor: Wait): Outgoing => {
  const sent: number[] = [];
  return async (url, init) => {
    const first = sent.length < perSecond ? undefined : sent.shift();
    const left = first === undefined ? 0 : first + SECOND - Date.now();
    if (left > 0) await waitFor(left);
    sent.push(Date.now());
    return send(url, init);
  };
};
