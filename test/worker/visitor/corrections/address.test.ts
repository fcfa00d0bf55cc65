import { env, SELF } from 'cloudflare:test';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { signLink } from '../../../../worker/platform/signing/link.ts';
import { deleteOldChanges } from '../../../../worker/visitor/corrections/address.ts';
import { aForm, anEmail, count, findPerson, host, recordsOf, signUp } from '../../builders.ts';
import { landed, messagesTo } from '../../outbox/mailbox.ts';
import { ask, enter, post, writeCode } from '../verify/entering.ts';

const aPerson = async () => {
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
  return { email, session: await enter(email), person: (await findPerson(email))?.id ?? '' };
};

const move = (session: Record<string, string>, email: string) =>
  post('/v1/preferences/corrections', { locale: 'en', email }, session);

/** Where the button of the newest email with that button leads. */
const linkIn = async (email: string, button: string) =>
  (await messagesTo(email))
    .map(({ text }) => new RegExp(`${button}:\\n(\\S+)`).exec(text)?.[1] ?? '')
    .filter(Boolean)
    .at(-1) ?? '';

const agreeOld = (email: string) => linkIn(email, 'Confirm the change');
const agreeNew = (email: string) => linkIn(email, 'Confirm my new address');
const press = async (link: string) => (await SELF.fetch(link, { method: 'POST' })).text();

afterEach(() => void vi.useRealTimers());

describe('a new address', () => {
  test('is used once both mailboxes have agreed, and the person keeps all they have', async () => {
    const { email, session, person } = await aPerson();
    const fresh = anEmail();
    expect(await (await move(session, fresh)).json()).toMatchObject({ confirming: true });
    expect(await press(await agreeOld(email))).toContain(
      'Now confirm in the email that we sent to',
    );
    expect((await findPerson(email))?.id).toBe(person);
    expect(await press(await agreeNew(fresh))).toContain(`we send your emails to ${fresh}`);
    expect(await findPerson(email)).toBeUndefined();
    const moved = await findPerson(fresh);
    expect(moved?.id).toBe(person);
    expect(moved?.standings.map(({ decision }) => decision)).toContain('given');
    expect((await recordsOf(fresh))[0]?.subject?.email).toBe(email);
    const told = / completed your request \d+$/;
    for (const mailbox of [email, fresh])
      expect((await messagesTo(mailbox)).some(({ subject }) => told.test(subject))).toBe(true);
  });

  test('is agreed to in either order', async () => {
    const { email, session, person } = await aPerson();
    const fresh = anEmail();
    await move(session, fresh);
    expect(await press(await agreeNew(fresh))).toContain('Now confirm in the email');
    await press(await agreeOld(email));
    expect((await findPerson(fresh))?.id).toBe(person);
  });

  test('says what stands when a link is opened again', async () => {
    const { email, session } = await aPerson();
    const fresh = anEmail();
    await move(session, fresh);
    const [old, made] = [await agreeOld(email), await agreeNew(fresh)];
    const shown = async (link: string) => (await SELF.fetch(link)).text();
    await press(old);
    expect(await shown(old)).toContain('Now confirm in the email that we sent to a…@example.com');
    await press(made);
    for (const link of [old, made])
      for (const page of [await shown(link), await press(link)])
        expect(page).toContain('we send your emails to a…@example.com');
  });

  test('changes nothing by its links being opened', async () => {
    const { email, session } = await aPerson();
    const fresh = anEmail();
    await move(session, fresh);
    for (const link of [await agreeOld(email), await agreeNew(fresh)])
      for (const method of ['GET', 'HEAD', 'GET'])
        expect((await SELF.fetch(link, { method })).status).toBe(200);
    expect(await findPerson(fresh)).toBeUndefined();
  });

  test('shuts out anyone who reads the old mailbox: what was sent there opens nothing', async () => {
    const { email, session } = await aPerson();
    const fresh = anEmail();
    await move(session, fresh);
    const [old, made] = [await agreeOld(email), await agreeNew(fresh)];
    const { entry, code } = await ask(email);
    // Tokens count whole seconds.
    vi.setSystemTime(Date.now() + 1100);
    await press(old);
    await press(made);
    expect((await SELF.fetch(`${host}/v1/preferences`, { headers: session })).status).toBe(401);
    expect(code).toMatch(/^\d{6}$/);
    expect((await writeCode(entry, code)).status).toBe(422);
  });

  test('that someone has already is not taken from them, nor revealed to a stranger', async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    const [known, unknown] = [
      await move(one.session, other.email),
      await move((await aPerson()).session, anEmail()),
    ];
    const shape = async (answer: Response) => {
      const { corrected, confirming } = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, corrected, confirming };
    };
    expect(await shape(known)).toEqual(await shape(unknown));
    await press(await agreeOld(one.email));
    expect(await press(await agreeNew(other.email))).toContain('already has email preferences');
    expect((await findPerson(other.email))?.id).toBe(other.person);
    expect((await findPerson(one.email))?.id).toBe(one.person);
  });

  test('asked for again takes the place of the one before', async () => {
    const { email, session } = await aPerson();
    const [first, second] = [anEmail(), anEmail()];
    await move(session, first);
    const old = await agreeOld(email);
    await move(session, second);
    expect((await SELF.fetch(old)).status).toBe(404);
    await press(await agreeNew(first));
    await press(await agreeOld(email));
    await press(await agreeNew(second));
    expect(await findPerson(first)).toBeUndefined();
    expect(await findPerson(second)).toBeDefined();
  });

  test('is agreed to by no forged, expired or foreign link', async () => {
    const { session, person } = await aPerson();
    await move(session, anEmail());
    const id = await env.DB.prepare('SELECT id FROM address_change WHERE person = ?1')
      .bind(person)
      .first<string>('id');
    const make = (scope: 'address' | 'confirm', item: string, seconds: number) =>
      signLink(env, { scope, subject: id ?? '', item, seconds });
    const bad = [
      `${await make('address', 'old', 60)}x`,
      await make('address', 'old', -60),
      await make('confirm', 'old', 60),
      await make('address', 'both', 60),
    ];
    for (const token of bad)
      expect((await SELF.fetch(`${host}/address/${token}`, { method: 'POST' })).status).toBe(404);
    const agreed =
      'SELECT COUNT(*) AS count FROM address_change WHERE id = ?1 AND old_at IS NOT NULL';
    expect(await count(agreed, id)).toBe(0);
  });

  test('cannot be used to fill a stranger’s mailbox', async () => {
    const victim = anEmail();
    for (let turn = 0; turn < 4; turn++) {
      const { session } = await aPerson();
      expect((await (await move(session, victim)).json()) as object).toMatchObject({
        confirming: true,
      });
    }
    await messagesTo(victim);
    expect(await landed(victim)).toHaveLength(3);
  });

  test('is forgotten when nobody agreed to it in time', async () => {
    const { session, person } = await aPerson();
    await move(session, anEmail());
    await deleteOldChanges(env.DB, Date.now() + 49 * 3_600_000);
    expect(
      await count('SELECT COUNT(*) AS count FROM address_change WHERE person = ?1', person),
    ).toBe(0);
  });
});
