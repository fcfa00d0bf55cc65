import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { broken } from '../../../../worker/ledger/replay.ts';
import { recordsFrom } from '../../../../worker/ledger/store.ts';
import { erasePeople } from '../../../../worker/people/erase.ts';
import { readPerson } from '../../../../worker/people/store.ts';
import { stillWaits } from '../../../../worker/requests/erasures.ts';
import { carryOutErasures } from '../../../../worker/visitor/requests/requests.ts';
import {
  aForm,
  as,
  count,
  findPerson,
  host,
  recordsOf,
  signUp,
  standingsOf,
  theSystem,
} from '../../builders.ts';
import { writers } from '../../ledger/writers.ts';
import { developing, landed, sweep } from '../../outbox/mailbox.ts';
import { aPerson, ask, cancel, DAY_MS } from './asking.ts';

describe('erasure', () => {
  test('ends every email at once, and waits for a week', async () => {
    const { email, session } = await aPerson();
    const request = await ask(session, 'erasure');
    expect(request.state).toBe('waiting');
    expect((request.actsAt ?? 0) - request.askedAt).toBe(7 * DAY_MS);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
    await carryOutErasures(theSystem(developing, Date.now() + 6 * DAY_MS));
    expect(await findPerson(email)).toBeDefined();
  });

  test('can be taken back by the same person, and by nobody else', async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    const { number } = await ask(one.session, 'erasure');
    expect((await cancel(other.session, number)).status).toBe(404);
    expect((await cancel(one.session, number)).status).toBe(200);
    await carryOutErasures(theSystem(developing, Date.now() + 8 * DAY_MS));
    expect(await findPerson(one.email)).toBeDefined();
  });

  test('that is taken back while it is being carried out erases nobody', async () => {
    const { email, session, person } = await aPerson();
    const request = await ask(session, 'erasure');
    await signUp(await aForm(), email);
    const leaving = await readPerson(env.DB, person);
    await cancel(session, request.number);
    const suppressed = 'SELECT COUNT(*) AS count FROM suppression';
    const before = await count(suppressed);
    await env.DB.batch(
      await erasePeople(theSystem(developing), leaving ? [leaving] : [], {
        source: 'preference-centre',
        actor: 'person',
        reason: 'request',
        condition: stillWaits(request.number),
      }),
    );
    expect((await findPerson(email))?.id).toBe(person);
    expect((await standingsOf(email))['e-marketing']).toBe('given');
    expect(await count(suppressed)).toBe(before);
  });

  test('ends in the ledger what was given again while it waited', async () => {
    const { email, session, person } = await aPerson();
    await ask(session, 'erasure');
    await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
    await carryOutErasures(theSystem(developing, Date.now() + 8 * DAY_MS));
    const last = (await recordsFrom(env.DB, 0, 10_000))
      .filter((record) => record.person === person)
      .slice(-2)
      .map(({ content }) => [content.purpose ?? content.subscription, content.decision]);
    expect(last).toEqual([
      ['e-marketing', 'withdrawn'],
      ['newsletter', 'withdrawn'],
    ]);
  });

  test.each(['by request', 'by staff', 'in bulk'])(
    '%s ends every request of the person',
    async (way) => {
      const { email, session, person } = await aPerson();
      await ask(session, 'access', 'Everything since 2019.');
      await ask(session, 'erasure');
      if (way === 'by request')
        await carryOutErasures(theSystem(developing, Date.now() + 8 * DAY_MS));
      else await writers[way === 'by staff' ? 'erasure' : 'erasure of many'](email);
      expect(await findPerson(email)).toBeUndefined();
      const waiting =
        "SELECT COUNT(*) AS count FROM request WHERE person = ?1 AND state IN ('open', 'waiting')";
      expect(await count(waiting, person)).toBe(0);
    },
  );

  test('leaves nothing of the person, and a ledger that still verifies', async () => {
    const { email, session, person } = await aPerson();
    const { number } = await ask(session, 'erasure', 'Please.');
    const before = (await recordsOf(email)).length;
    await carryOutErasures(theSystem(developing, Date.now() + 8 * DAY_MS));
    expect((await landed(email)).map(({ subject }) => subject)).toContain(
      `Æblegård completed your request ${number}`,
    );
    expect(await findPerson(email)).toBeUndefined();
    const tables = [
      'submission',
      'standing',
      'subject',
      'person_field',
      'outbox',
      'entry',
      'request_message',
    ];
    for (const table of tables)
      expect(await count(`SELECT COUNT(*) AS count FROM ${table} WHERE person = ?1`, person)).toBe(
        0,
      );
    const evidence =
      'SELECT COUNT(*) AS count FROM evidence WHERE submission NOT IN (SELECT id FROM submission)';
    expect(await count(evidence)).toBe(0);
    const records = 'SELECT COUNT(*) AS count FROM record WHERE person = ?1';
    expect(await count(records, person)).toBe(before);
    expect(await broken(await recordsFrom(env.DB, 0, 10_000))).toEqual([]);
    expect((await SELF.fetch(`${host}/v1/preferences`, { headers: session })).status).toBe(401);
  });

  test('waits for its last email, but not for ever', async () => {
    const { email, session } = await aPerson();
    await ask(session, 'erasure');
    const mute = { ...env, MAIL_TRANSPORT: 'smtp', SMTP_HOST: '127.0.0.1', SMTP_PORT: '1' };
    await carryOutErasures(theSystem(mute, Date.now() + 8 * DAY_MS));
    expect(await findPerson(email)).toBeDefined();
    await carryOutErasures(theSystem(mute, Date.now() + 11 * DAY_MS));
    expect(await findPerson(email)).toBeUndefined();
  });

  test('is carried out by the next run where the schedule writes the last email', async () => {
    const { email, session } = await aPerson();
    await ask(session, 'erasure');
    const now = Date.now() + 8 * DAY_MS;
    // What the schedule's tasks write goes out with the outbox.
    const run = { ...theSystem(developing, now), post: () => Promise.resolve() };
    await carryOutErasures(run);
    expect(await findPerson(email)).toBeDefined();
    await sweep(developing, now);
    await carryOutErasures(run);
    expect(await findPerson(email)).toBeUndefined();
  });

  test('is not kept waiting by any number of people whose last email does not go out', async () => {
    await env.DB.prepare("UPDATE request SET state = 'cancelled' WHERE state = 'waiting'").run();
    const now = Date.now() + 8 * DAY_MS;
    const unreachable = await Promise.all(Array.from({ length: 52 }, () => aPerson()));
    for (const { session } of unreachable) await ask(session, 'erasure');
    const mute = { ...env, MAIL_TRANSPORT: 'smtp', SMTP_HOST: '127.0.0.1', SMTP_PORT: '1' };
    await carryOutErasures(theSystem(mute, now));
    await carryOutErasures(theSystem(mute, now));
    const { email, session } = await aPerson();
    await ask(session, 'erasure');
    await carryOutErasures(theSystem(developing, now));
    expect(await findPerson(email)).toBeUndefined();
    expect(await findPerson(unreachable[0]?.email ?? '')).toBeDefined();
  });

  test('leaves a keyed hash of the address, so that no import brings it back unnoticed', async () => {
    const { email, session } = await aPerson();
    await ask(session, 'erasure');
    await carryOutErasures(theSystem(developing, Date.now() + 8 * DAY_MS));
    const { post: call } = await as(['mailing']);
    const answer = await call('/v1/mailing-check', { emails: [email], purpose: 'e-marketing' });
    expect(await answer.json()).toEqual({
      verdicts: [{ email, allow: false, reason: 'suppressed' }],
    });
    const plain = 'SELECT COUNT(*) AS count FROM suppression WHERE instr(hash, ?1) > 0';
    expect(await count(plain, email)).toBe(0);
  });
});
