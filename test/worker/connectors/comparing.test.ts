import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginSending } from '../../../worker/connectors/store.ts';
import { ConnectorKey } from '../../../worker/contract/connections.ts';
import { standIns } from '../../connectors/all.ts';
import { aForm, anEmail, as, findPerson, signUp, standingsOf } from '../builders.ts';
import { makeKnown } from '../ledger/writers.ts';
import { clear, connect, itemsOf, kept, moveTo, runAt, withdraw } from './connecting.ts';

let tool = standIns.listmonk.serve(Date.now);
let form = '';
let connection = '';
let list = '';

const run = () => runAt(tool.send, Date.now());

/** Lets the next run begin at once. */
const hurry = () => env.DB.prepare('UPDATE connection SET retry_at = 0').run();

/** Signs some people up whom only a comparison sees to, as those who were here before a start. */
const signedUpBefore = async (many: number): Promise<string[]> => {
  const emails = Array.from({ length: many }, anEmail);
  for (const email of emails) await signUp(form, email);
  await beginSending(env.DB, connection).run();
  return emails;
};

const isOff = (email: string): boolean => ['off', 'absent'].includes(tool.state(email, list));

const erase = async (email: string): Promise<void> => {
  const person = await findPerson(email);
  const { delete: remove } = await as(['bulk-delete', 'requests', 'people-read']);
  expect((await remove(`/v1/people/${person?.id}?reason=request`)).ok).toBe(true);
};

/** A user registers someone who has told them that they want the newsletter: a consent, but on nobody's form. */
const register = async (email: string): Promise<void> => {
  const { post } = await as(['people-register']);
  const answer = await post('/v1/people', {
    email,
    purposes: ['e-marketing'],
    subscriptions: ['newsletter'],
    source: 'phone',
    legalBasis: '61A',
    comment: 'They rang.',
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
};

const resume = async (): Promise<void> => {
  const { post } = await as(['settings']);
  expect((await post(`/v1/connections/${connection}/acts`, { act: 'start' })).ok).toBe(true);
};

describe.each(ConnectorKey.options)('%s', (connector) => {
  const { serve, settings } = standIns[connector];

  beforeEach(async () => {
    await clear();
    tool = serve(Date.now);
    const [first = ''] = tool.targets;
    list = first;
    form = await aForm();
    const mapping = [{ item: 'subscription:newsletter', target: list }];
    connection = await connect(connector, settings, mapping);
  });

  afterEach(() => expect(tool.broken).toEqual([]));

  test('a comparison that failures interrupt passes over nobody', async () => {
    const emails = await signedUpBefore(4);
    for (let asked = 3; asked < 30 && !(await kept(connection)).reconciled; asked += 4) {
      tool.faults.push(...Array<'none'>(asked).fill('none'), 'down');
      await run();
      tool.faults.length = 0;
      await hurry();
    }
    await run();
    expect((await kept(connection)).reconciled?.endedAt).not.toBeNull();
    expect(emails.map((email) => tool.state(email, list))).toEqual(emails.map(() => 'on'));
  });

  test('someone who differs and is not there is said to, and someone who is not there is not', async () => {
    const [differing, nobody] = [anEmail(), anEmail()];
    await makeKnown(nobody);
    await register(differing);
    await run();
    const difference = { item: 'subscription:newsletter', difference: 'yes-not-given' };
    expect(await itemsOf(differing)).toEqual([
      expect.objectContaining({ ...difference, state: 'absent', seenAt: expect.any(Number) }),
    ]);
    expect(await itemsOf(nobody)).toEqual([]);
  });

  test('an opt-out there counts though the address has changed here before it was read', async () => {
    const [former, email] = [anEmail(), anEmail()];
    await signUp(form, former);
    await run();
    tool.choose(former, list, 'no');
    await moveTo(former, email);
    await run();
    expect(isOff(email)).toBe(true);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
  });

  test('an opt-out there counts though nobody was ever read there, and the address has changed twice here', async () => {
    const [former, between, email] = [anEmail(), anEmail(), anEmail()];
    await signUp(form, former);
    tool.choose(former, list, 'no');
    await moveTo(former, between);
    await moveTo(between, email);
    await run();
    expect(isOff(email)).toBe(true);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
  });

  test('a consent there is no one’s once the address has changed here before it was read', async () => {
    const [former, email] = [anEmail(), anEmail()];
    await signUp(form, former);
    await run();
    await withdraw(former);
    tool.choose(former, list, 'yes');
    await moveTo(former, email);
    await run();
    expect(isOff(former)).toBe(true);
    expect(isOff(email)).toBe(true);
  });

  test('a list that is gone there is left out and named, and holds up no other', async () => {
    const gone = tool.targets[1]?.replace(/\w$/, '9') ?? '';
    const mapping = [
      { item: 'subscription:newsletter', target: list },
      { item: 'subscription:invitations', target: gone },
    ];
    await env.DB.prepare('UPDATE connection SET mapping = ?1').bind(JSON.stringify(mapping)).run();
    const email = anEmail();
    await signUp(form, email, {
      purposes: { 'e-marketing': true },
      subscriptions: { newsletter: true, invitations: true },
    });
    await run();
    expect(tool.state(email, list)).toBe('on');
    await withdraw(email);
    await run();
    expect(isOff(email)).toBe(true);
    expect(await standingsOf(email)).toMatchObject({ invitations: 'given' });
    const asked = tool.log.length;
    await run();
    expect(tool.log).toHaveLength(asked);
    const { stopped, reconciled } = await kept(connection);
    expect([stopped, reconciled?.endedAt]).toEqual(['list-gone', expect.any(Number)]);
  });

  test('beyond its limit nobody is added; opt-outs and erasures still go out, until it is resumed', async () => {
    const [leaving, erased] = [anEmail(), anEmail()];
    for (const email of [leaving, erased]) await signUp(form, email);
    await run();
    const emails = await signedUpBefore(4);
    await env.DB.prepare('UPDATE connection SET most = 2, reconciled = NULL').run();
    await run();
    expect(emails.filter((email) => tool.state(email, list) === 'on')).toEqual([]);
    const later = anEmail();
    await signUp(form, later);
    await withdraw(leaving);
    await erase(erased);
    tool.faults.push('down');
    await run();
    tool.faults.length = 0;
    await hurry();
    await run();
    expect(isOff(leaving)).toBe(true);
    expect(tool.has(erased)).toBe(false);
    expect(isOff(later)).toBe(true);
    expect(await kept(connection)).toMatchObject({ state: 'paused', stopped: 'over-limit' });
    await env.DB.prepare('UPDATE connection SET most = 9').run();
    await resume();
    await run();
    expect([...emails, later].map((email) => tool.state(email, list))).not.toContain('absent');
    expect(isOff(leaving)).toBe(true);
    expect(await kept(connection)).toMatchObject({ state: 'live', stopped: null });
  });
});
