import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { aForm, anEmail, call, count, host, recordsOf, signUp } from '../builders.ts';
import { developing, messagesTo, sweep } from '../outbox/mailbox.ts';
import { setSender } from './receiving.ts';

const forged = 'https://forged.test';

/** An email address of a person who is known. */
const aPerson = async () => {
  const email = anEmail();
  await signUp(await aForm(), email);
  return email;
};

/** Asks for a sign-in code at an address that only the request names, as it can in development alone. */
const askAtForgedHost = async (email: string) => {
  const context = createExecutionContext();
  const init = { method: 'POST', body: JSON.stringify({ email }) };
  const response = await app.request(`${forged}/v1/entries`, init, developing, context);
  expect(response.status).toBe(202);
  await waitOnExecutionContext(context);
};

beforeAll(setSender);

describe('the links in an email', () => {
  test('lead to PUBLIC_URL, whatever Host a request named', async () => {
    const email = await aPerson();
    await askAtForgedHost(email);
    const code = (await messagesTo(email)).at(-1);
    expect(code?.text).toContain(`${host}/enter/`);
    expect(code?.html).not.toContain(forged);
  });

  test('lead there too where an email written earlier names another host', async () => {
    const email = await aPerson();
    await env.DB.prepare(
      "UPDATE outbox SET facts = json_set(facts, '$.host', ?1) WHERE state = 'waiting'",
    )
      .bind(forged)
      .run();
    const [notice] = await messagesTo(email);
    expect(notice?.text).toContain(`${host}/enter/`);
    expect(notice?.text).not.toContain(forged);
  });
});

describe('what a mail program puts behind a link', () => {
  /** The path of a link of ours in what has landed for an address. */
  const pathTo = async (email: string, part: string): Promise<string> => {
    const texts = (await messagesTo(email)).map(({ text }) => text).join('\n');
    return texts.split(`${host}/${part}/`)[1]?.split(/\s/)[0] ?? '';
  };

  const open = (path: string) => call(path, { redirect: 'manual' });

  test.each(['', '.', ',', ')', ']', '>', '%3E', '%3E.', '%5D', '%29,'])(
    'does no harm to it: %s',
    async (tail) => {
      const email = anEmail();
      await signUp(await aForm({ confirm: true }), email);
      const token = await pathTo(email, 'confirm');
      const known = await aPerson();
      const entering = await pathTo(known, 'enter');
      const statement = (await recordsOf(known))[0]?.content.statement;
      const [confirm, enter, shown] = await Promise.all([
        open(`/confirm/${token}${tail}`),
        open(`/enter/${entering}${tail}`),
        open(`/v1/statements/${statement}${tail}`),
      ]);
      expect([confirm.status, shown.status]).toEqual([200, 200]);
      expect(enter.headers.get('Set-Cookie')).toContain('=');
    },
  );
});

test('no email is claimed or sent while PUBLIC_URL is unset', async () => {
  const email = await aPerson();
  await sweep({ ...env, MAIL_TRANSPORT: 'binding', PUBLIC_URL: '' }, Date.now() + 60_000);
  const untouched = await count(
    "SELECT COUNT(*) AS count FROM outbox o JOIN person p ON p.id = o.person WHERE p.email = ?1 AND o.state = 'waiting' AND o.tries = 0",
    email,
  );
  expect(untouched).toBe(1);
});
