import { vi } from 'vitest';
import { PeopleFound } from '../../worker/contract/people.ts';
import type { Everything } from '../running.ts';

/** What tests ask of a Worker that really runs, with its key that has every right. */
export const clientOf = (everything: () => Everything) => {
  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${everything().worker}${path}`, {
      ...init,
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${everything().token}`,
      },
    });

  const post = (path: string, body: unknown): Promise<Response> =>
    call(path, { method: 'POST', body: JSON.stringify(body) });

  /** Agrees to the newsletter by its form. */
  const signUp = async (email: string): Promise<void> => {
    const answer = await post('/v1/forms/newsletter/submissions', {
      version: 1,
      locale: 'en',
      fields: { email },
      purposes: { 'e-marketing': true },
      subscriptions: { newsletter: true },
    });
    if (!answer.ok) throw new Error(await answer.text());
  };

  /** Finds people by their address. */
  const found = async (email: string) =>
    PeopleFound.parse(await (await call(`/v1/people?email=${encodeURIComponent(email)}`)).json())
      .people;

  const minute = () => fetch(`${everything().worker}/cdn-cgi/local/scheduled`);

  /** Lets the schedule run until something is so. */
  const until = (isSo: () => Promise<boolean>) =>
    vi.waitFor(
      async () => {
        await minute();
        if (!(await isSo())) throw new Error('It is not so yet.');
      },
      { timeout: 120_000, interval: 200 },
    );

  return { call, post, signUp, found, minute, until };
};
