import { describe, expect, test } from 'vitest';
import { as, standingsOf } from '../../builders.ts';
import { post } from '../verify/entering.ts';
import { aPerson, type Headers, marketing, show } from './choosing.ts';

describe('a pause', () => {
  const pause = async (session: Headers, subscription: string, months: number) => {
    const { statement } = await show(session);
    const body = { statement, locale: 'en', changes: [], pauses: [{ subscription, months }] };
    return post('/v1/preferences', body, session);
  };
  const verdict = async (email: string) => {
    const { post: call } = await as(['mailing']);
    const asked = { emails: [email], purpose: 'e-marketing', subscription: 'newsletter' };
    const { verdicts } = (await (await call('/v1/mailing-check', asked)).json()) as {
      verdicts: { reason?: string }[];
    };
    return verdicts[0]?.reason ?? 'allowed';
  };

  test('lets a subscription rest for some months, and the consent stands', async () => {
    const { email, session } = await aPerson();
    expect((await pause(session, 'newsletter', 3)).status).toBe(200);
    const { subscriptions } = await marketing(session);
    const until = subscriptions.find(({ key }) => key === 'newsletter')?.pausedUntil ?? 0;
    const days = (until - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(88);
    expect(days).toBeLessThan(93);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
    expect(await verdict(email)).toBe('paused');
    const audience = await (await (await as(['mailing'])).get('/v1/audiences/newsletter')).text();
    expect(audience).not.toContain(email);
  });

  test('is said with its last day as the operator’s calendar has it', async () => {
    const { put } = await as(['settings']);
    // A place where it is another day now than in UTC.
    const timeZone = new Date().getUTCHours() < 11 ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati';
    await put('/v1/settings/time-zone', timeZone);
    const { session } = await aPerson();
    const { said } = (await (await pause(session, 'newsletter', 1)).json()) as { said: string };
    await put('/v1/settings/time-zone', 'UTC');
    const { subscriptions } = await marketing(session);
    const until = subscriptions.find(({ key }) => key === 'newsletter')?.pausedUntil ?? 0;
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone }).format(until);
    expect(said).toContain(day);
  });

  test('ends when the person says so', async () => {
    const { email, session } = await aPerson();
    await pause(session, 'newsletter', 1);
    await pause(session, 'newsletter', 0);
    expect(await verdict(email)).toBe('allowed');
  });

  test('is for 1, 3 or 6 months, of something that is shown', async () => {
    const { session } = await aPerson();
    expect((await pause(session, 'newsletter', 2)).status).toBe(422);
    expect((await pause(session, 'nope', 1)).status).toBe(422);
  });
});
