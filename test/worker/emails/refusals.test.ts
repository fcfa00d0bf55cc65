import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { KeptData } from '../../../worker/contract/data.ts';
import { headerValue, withSafeHeaders } from '../../../worker/outbox/header.ts';
import { aForm, as, call, findPerson, signUp } from '../builders.ts';
import { messagesTo, sweep } from '../outbox/mailbox.ts';
import { enter } from '../visitor/verify/entering.ts';
import { aMailing } from './mailing.ts';
import { emailService } from './service.ts';

beforeAll(async () => {
  const sender = { name: 'Orchard', address: 'news@site.test' };
  expect((await (await as(['settings'])).put('/v1/settings/sender', sender)).status).toBe(200);
});

const bouncedAt = async (email: string): Promise<number | null> => {
  const { get } = await as(['people-read']);
  const data = await get(`/v1/people/${(await findPerson(email))?.id}/data`);
  return KeptData.parse(await data.json()).bouncedAt;
};

const Row = z.object({ state: z.string(), tries: z.number(), error: z.string() });

const rowOf = async (email: string) =>
  Row.parse(
    await env.DB.prepare(
      'SELECT o.* FROM outbox o JOIN person p ON p.id = o.person WHERE p.email = ?1',
    )
      .bind(email)
      .first(),
  );

describe('an address that refuses email for good', () => {
  test('gets no more tries, and its bounce is in the data of the person', async () => {
    const log = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const [email = ''] = await aMailing(1, { name: 'gone' });
    await sweep({ ...env, ...emailService().on }, Date.now());
    expect(await rowOf(email)).toEqual({
      state: 'dead',
      tries: 1,
      error: 'E_RECIPIENT_SUPPRESSED',
    });
    expect(await bouncedAt(email)).toBeGreaterThan(Date.now() - 60_000);
    expect(JSON.stringify(log.mock.calls)).not.toContain('@');
    log.mockRestore();
  });

  test('may be written to again once a later email was confirmed from it', async () => {
    const [email = ''] = await aMailing(1, { name: 'gone' });
    await sweep({ ...env, ...emailService().on }, Date.now());
    expect(await bouncedAt(email)).not.toBeNull();
    const form = await aForm({ confirm: true });
    await signUp(form, email);
    const link = (await messagesTo(email)).flatMap(
      ({ text }) => /https:\S+\/confirm\/\S+/.exec(text) ?? [],
    )[0];
    const answer = await call(new URL(link ?? '').pathname, { method: 'POST' });
    expect(answer.ok).toBe(true);
    expect(await bouncedAt(email)).toBeNull();
  });

  test('may be once a code from a later email to it was entered', async () => {
    const [email = ''] = await aMailing(1, { name: 'gone' });
    await sweep({ ...env, ...emailService().on }, Date.now());
    expect(await bouncedAt(email)).not.toBeNull();
    await enter(email);
    expect(await bouncedAt(email)).toBeNull();
  });
});

test('a failure for now is tried again, and its log holds no address', async () => {
  const log = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const [email = ''] = await aMailing(1, { name: 'down' });
  await sweep({ ...env, ...emailService().on }, Date.now());
  expect(await rowOf(email)).toMatchObject({ state: 'waiting', tries: 1 });
  expect(await bouncedAt(email)).toBeNull();
  expect(log).toHaveBeenCalledWith('mail', 'source-notice', 'unknown');
  log.mockRestore();
});

describe('a header', () => {
  test.each([
    ['a family of emoji', '👩‍👩‍👧‍👦'],
    ['a letter with its accent', 'e\u0301'],
  ])('that is too long is not cut within %s', (_, piece) => {
    const value = headerValue(piece.repeat(200));
    expect(value.length).toBeLessThanOrEqual(250);
    expect(value.slice(0, -1)).toBe(piece.repeat((value.length - 1) / piece.length));
  });

  test.each([
    ['a line break', 'news@site.test\r\nBcc: all@evil.test'],
    ['a thousand octets', `${'a'.repeat(1000)}@site.test`],
  ])('that is an address is refused with %s', (_, address) => {
    const message = {
      messageId: 'id@site.test',
      from: { name: 'Orchard', address: 'news@site.test' },
      to: address,
      subject: 'Hello',
      text: '',
      html: '',
      headers: {},
    };
    expect(() => withSafeHeaders(message)).toThrow('header');
  });
});
