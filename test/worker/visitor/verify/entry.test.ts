import { createExecutionContext, env, SELF, waitOnExecutionContext } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../../../worker/people/entries.ts';
import { codeFor } from '../../../../worker/platform/signing/code.ts';
import { newLinkKey } from '../../../../worker/platform/signing/keys.ts';
import { readLink, Scope, signLink } from '../../../../worker/platform/signing/link.ts';
import {
  aForm,
  anEmail,
  anIp,
  as,
  call,
  callToEnd,
  count,
  findPerson,
  host,
  signUp,
} from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { ask, enter, post, writeCode } from './entering.ts';

const aPerson = async () => {
  const email = anEmail();
  await signUp(await aForm(), email);
  return email;
};

const opens = async (headers: Record<string, string>) =>
  (await SELF.fetch(`${host}/v1/preferences`, { headers })).status;

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** Asks for a code, and waits for what happens behind the answer. */
const askToEnd = async (email: string) => {
  const init = {
    method: 'POST',
    headers: { 'CF-Connecting-IP': anIp() },
    body: JSON.stringify({ email }),
  };
  const answer = await callToEnd('/v1/entries', init);
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { entry: string }).entry;
};

describe('asking for the way in', () => {
  test('answers 200 known and 200 unknown addresses alike, in status, headers and body', async () => {
    const form = await aForm();
    const known = Array.from({ length: 200 }, anEmail);
    await Promise.all(known.map((email) => signUp(form, email)));
    const unknown = Array.from({ length: 200 }, anEmail);
    const context = createExecutionContext();
    const shape = async (email: string) => {
      const init = {
        method: 'POST',
        headers: { 'CF-Connecting-IP': anIp() },
        body: JSON.stringify({ email }),
      };
      const answer = await call('/v1/entries', init, context);
      const { entry, ...more } = (await answer.json()) as Record<string, unknown>;
      expect(entry).toMatch(/^[0-9a-f-]{36}$/);
      return JSON.stringify([answer.status, [...answer.headers].toSorted(), more]);
    };
    const shapes = new Set<string>();
    for (const email of [...known, ...unknown, 'no address']) shapes.add(await shape(email));
    expect([...shapes]).toHaveLength(1);
    // Else the next test that reads its emails would send those of these 200 people first.
    await waitOnExecutionContext(context);
    await env.DB.prepare('DELETE FROM outbox').run();
  }, 60_000);

  test('writes nothing for an address that nobody has', async () => {
    const entry = await askToEnd(anEmail());
    expect(await count('SELECT COUNT(*) AS count FROM entry WHERE id = ?1', entry)).toBe(0);
  });

  test('sends three emails an hour and no more, and the answer stays the same', async () => {
    const email = await aPerson();
    for (let turn = 0; turn < 3; turn++) expect((await ask(email)).messages).toBe(turn + 1);
    await askToEnd(email);
    expect((await messagesTo(email)).filter(({ text }) => /^\d{6}$/m.test(text))).toHaveLength(3);
  });

  test('makes no code without an email, so that codes cannot be asked for without end', async () => {
    const email = await aPerson();
    for (let turn = 0; turn < 3; turn++) await ask(email);
    const entry = await askToEnd(email);
    expect((await writeCode(entry, await codeFor(env, codeOf(entry)))).status).toBe(422);
  });

  test.each([
    ['asking', '/v1/entries', { email: 'anna@example.com' }, 202],
    ['guessing', '/v1/sessions', { link: 'x' }, 401],
  ])('%s is limited for one visitor, whatever the address', async (_, path, body, usual) => {
    const from = { 'CF-Connecting-IP': anIp() };
    let status = usual;
    for (let turn = 0; status === usual && turn < 70; turn++)
      status = (await post(path, body, from)).status;
    expect(status).toBe(429);
  });
});

describe('the 6-digit code', () => {
  test('open a session, once', async () => {
    const { entry, code } = await ask(await aPerson());
    const answer = await writeCode(entry, code);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect((await writeCode(entry, code)).status).toBe(422);
  });

  test('cannot be guessed: after five tries the right ones are wrong too, with the same answer', async () => {
    const { entry, code } = await ask(await aPerson());
    const wrong = code === '000000' ? '000001' : '000000';
    const bodies = new Set<string>();
    for (let turn = 0; turn < 5; turn++) bodies.add(await (await writeCode(entry, wrong)).text());
    bodies.add(await (await writeCode(entry, code)).text());
    bodies.add(await (await writeCode(crypto.randomUUID(), code)).text());
    expect(bodies.size).toBe(1);
  });

  test('are too old after ten minutes', async () => {
    const { entry, code } = await ask(await aPerson());
    await env.DB.prepare('UPDATE entry SET expires_at = 1 WHERE id = ?1').bind(entry).run();
    expect((await writeCode(entry, code)).status).toBe(422);
  });
});

describe('the link', () => {
  test('opens a session for the person it was sent to', async () => {
    const { link } = await ask(await aPerson());
    const answer = await post('/v1/sessions', { link });
    expect(answer.status).toBe(201);
    const { token } = (await answer.json()) as { token: string };
    expect(await opens(bearer(token))).toBe(200);
  });

  test('opens nothing when it is forged, foreign, expired, revoked or for something else', async () => {
    const email = await aPerson();
    const id = (await findPerson(email))?.id ?? '';
    const { link } = await ask(email);
    const [head = '', body = ''] = link.split('.');
    const make = (scope: 'preferences' | 'confirm' | 'session', seconds: number, by = env) =>
      signLink(by, { scope, subject: id, seconds });
    const none = btoa('{"alg":"none"}').replaceAll('=', '');
    const bad = [
      `${head}.${body}.AAAA`,
      `${none}.${body}.`,
      await make('preferences', 60, { ...env, LINK_KEYS: newLinkKey('test') }),
      await make('preferences', -60),
      await make('confirm', 60),
      await make('session', 60),
    ];
    for (const token of bad) expect((await post('/v1/sessions', { link: token })).status).toBe(401);
    await env.DB.prepare('UPDATE person SET links_after = ?2 WHERE id = ?1')
      .bind(id, Date.now() + 5000)
      .run();
    expect((await post('/v1/sessions', { link })).status).toBe(401);
  });

  test('is read with an older key while that is still there', async () => {
    const [old, fresh] = [newLinkKey('old'), newLinkKey('new')];
    const link = { scope: 'confirm', subject: 'x', seconds: 60 } as const;
    const token = await signLink({ ...env, LINK_KEYS: old }, link);
    const read = (keys: string) => readLink({ ...env, LINK_KEYS: keys }, token, 'confirm');
    expect((await read(`${fresh} ${old}`)).state).toBe('good');
    expect((await read(fresh)).state).toBe('bad');
  });
  test('of a mailing tool’s own key unsubscribes, and opens nothing else', async () => {
    const tool = newLinkKey('tool');
    const on = { ...env, UNSUBSCRIBE_KEYS: tool };
    const states = await Promise.all(
      Scope.options.map(async (scope) => {
        const forged = { scope, subject: crypto.randomUUID(), seconds: 60 };
        return [
          scope,
          (await readLink(on, await signLink({ ...env, LINK_KEYS: tool }, forged), scope)).state,
        ];
      }),
    );
    expect(states.filter(([, state]) => state !== 'bad')).toEqual([['unsubscribe', 'good']]);
  });
});

describe('a session', () => {
  test('ends when the person revokes what was sent before', async () => {
    const email = await aPerson();
    const session = await enter(email);
    expect(await opens(session)).toBe(200);
    await env.DB.prepare('UPDATE person SET links_after = ?2 WHERE email = ?1')
      .bind(email, Date.now() + 5000)
      .run();
    expect(await opens(session)).toBe(401);
  });

  test('is not opened by a link, an API key or nothing', async () => {
    const { link } = await ask(await aPerson());
    expect(await opens(bearer(link))).toBe(401);
    expect(await opens(bearer('samtykke_x'))).toBe(401);
    expect(await opens({})).toBe(401);
  });

  test('that was ended opens nothing to anyone who has its token', async () => {
    const email = await aPerson();
    const [ended, other] = [await enter(email), await enter(email)];
    expect((await post('/v1/sessions/end', {}, ended)).status).toBe(200);
    expect([await opens(ended), await opens(other)]).toEqual([401, 200]);
    expect((await post('/v1/sessions/end', {}, ended)).status).toBe(401);
  });

  test('of the hosted pages ends with its token when the visitor signs out', async () => {
    const headers = await enter(await aPerson());
    const token = headers.Authorization?.replace('Bearer ', '') ?? '';
    const cookie = { Cookie: `__Host-samtykke=${token}`, Origin: host };
    const leave = { method: 'POST', headers: cookie, redirect: 'manual' } as const;
    expect((await SELF.fetch(`${host}/preferences/leave`, leave)).status).toBe(303);
    expect(await opens(headers)).toBe(401);
  });

  test('ends with every link and code of the person when an operator says so', async () => {
    const email = await aPerson();
    const session = await enter(email);
    const { entry, code } = await ask(email);
    const person = await findPerson(email);
    const link = { scope: 'preferences', subject: person?.id ?? '', seconds: 60 } as const;
    const token = await signLink(env, link);
    const staff = await as(['people-register']);
    expect((await staff.delete(`/v1/people/${person?.id}/links`)).status).toBe(204);
    expect(await opens(session)).toBe(401);
    expect((await writeCode(entry, code)).status).toBe(422);
    expect((await post('/v1/sessions', { link: token })).status).toBe(401);
  });
});
