import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginSending, setRunning, setState } from '../../../worker/connectors/store.ts';
import { begin } from '../../../worker/connectors/walk.ts';
import { ConnectorKey, type Mapped } from '../../../worker/contract/connections.ts';
import { RequestCases, RequestRead } from '../../../worker/contract/requests.ts';
import { readBouncedAt } from '../../../worker/people/bounces.ts';
import { standIns } from '../../connectors/all.ts';
import { aForm, anEmail, as, findPerson, recordsOf, signUp, standingsOf } from '../builders.ts';
import {
  clear,
  compare,
  connect,
  itemsOf,
  kept,
  moveTo,
  runAt,
  withdraw,
  writesTo,
} from './connecting.ts';

let mapping: Mapped[] = [];
let tool = standIns.listmonk.serve(Date.now);
let form = '';
let connection = '';
let list = '';

/** Runs what the schedule runs. */
const run = () => runAt(tool.send, Date.now());

/** Some tools keep that someone is off a list, others have them in no list then. */
const isOff = (email: string, target = list): boolean =>
  ['off', 'absent'].includes(tool.state(email, target));

describe.each(ConnectorKey.options)('%s', (connector) => {
  const { serve, settings } = standIns[connector];

  beforeEach(async () => {
    await clear();
    tool = serve(Date.now);
    const [newsletter = '', invitations = ''] = tool.targets;
    list = newsletter;
    mapping = [
      { item: 'subscription:newsletter', target: newsletter },
      { item: 'subscription:invitations', target: invitations },
    ];
    form = await aForm();
    connection = await connect(connector, settings, mapping);
  });

  afterEach(() => expect(tool.broken).toEqual([]));

  test('gets a yes that was given here, of the item alone, and a no that follows', async () => {
    const email = anEmail();
    await signUp(form, email);
    await run();
    expect(tool.state(email, list)).toBe('on');
    expect(isOff(email, tool.targets[1])).toBe(true);
    await withdraw(email);
    await run();
    expect(isOff(email)).toBe(true);
  });

  test('an opt-out there ends the subscription here, with its time, and is the person’s own', async () => {
    const email = anEmail();
    await signUp(form, email);
    await run();
    tool.choose(email, list, 'no');
    await compare(connection, tool.send);
    expect(await standingsOf(email)).toMatchObject({
      newsletter: 'withdrawn',
      'e-marketing': 'given',
    });
    const last = (await recordsOf(email)).at(-1);
    expect(last).toMatchObject({
      countedAs: 'own',
      content: { actor: `api:${connection}`, decision: 'withdrawn' },
    });
    expect(last?.grade).toBe('asserted');
    const asked = tool.log.length;
    await run();
    expect(writesTo(tool, asked)).toEqual([]);
    expect((await recordsOf(email)).at(-1)).toEqual(last);
  });

  test('a yes that only it knows is taken in as said by it, and never over a no', async () => {
    await env.DB.prepare('UPDATE connection SET takes_in = ?1').bind('en').run();
    const [unknown, refused] = [anEmail(), anEmail()];
    await signUp(form, refused);
    await withdraw(refused);
    tool.choose(unknown, list, 'yes');
    tool.choose(refused, list, 'yes');
    await run();
    expect(await standingsOf(unknown)).toMatchObject({
      newsletter: 'given',
      'e-marketing': 'given',
    });
    expect((await recordsOf(unknown)).at(-1)?.countedAs).toBe('import');
    expect(await standingsOf(refused)).toMatchObject({ newsletter: 'withdrawn' });
    expect(isOff(refused)).toBe(true);
    const left = tool.forgetsWhoLeft ? 1 : 0;
    expect((await kept(connection)).reconciled).toMatchObject({
      there: 2 - left,
      known: 1 - left,
      changes: { 'yes-here': 1, 'off-there': 0 },
    });
  });

  test('an erasure is passed on, and the request says that it was told', async () => {
    const email = anEmail();
    await signUp(form, email);
    await run();
    const person = await findPerson(email);
    const { delete: erase, get } = await as(['bulk-delete', 'requests', 'people-read']);
    const answer = await erase(`/v1/people/${person?.id}?reason=request`);
    expect(answer.ok, await answer.clone().text()).toBe(true);
    await run();
    expect(tool.has(email)).toBe(false);
    const { results } = await env.DB.prepare(
      'SELECT answer, contacts FROM connection_erasure WHERE person = ?1',
    )
      .bind(person?.id)
      .all();
    expect(results).toEqual([{ answer: 'erased', contacts: null }]);
    const { requests } = RequestCases.parse(
      await (await get('/v1/requests?state=done&kind=erasure')).json(),
    );
    const number = requests.find((request) => request.person === person?.id)?.number;
    const { told } = RequestRead.parse(await (await get(`/v1/requests/${number}`)).json());
    expect(told).toMatchObject([{ recipient: `Our ${connector}`, actor: 'system' }]);
  });

  test('a corrected address leaves nothing on at the old one', async () => {
    const [before, after] = [anEmail(), anEmail()];
    await signUp(form, before);
    await run();
    await moveTo(before, after);
    await run();
    expect(isOff(before)).toBe(true);
    expect(tool.state(after, list)).toBe('on');
  });

  test('a corrected address is not forgotten where the tool fails meanwhile', async () => {
    const [before, after] = [anEmail(), anEmail()];
    await signUp(form, before);
    await run();
    await moveTo(before, after);
    for (let failing = 1; failing <= 6; failing++) {
      tool.faults.push(...Array<'none'>(failing).fill('none'), 'down');
      await run();
      tool.faults.length = 0;
      await env.DB.prepare('UPDATE connection SET retry_at = 0').run();
    }
    await run();
    expect(isOff(before)).toBe(true);
    expect(tool.state(after, list)).toBe('on');
  });

  test('a tool that is busy or down is asked again later, and nothing is lost', async () => {
    const email = anEmail();
    await signUp(form, email);
    tool.faults.push('busy-until');
    await run();
    expect((await kept(connection)).retryAt).toBeGreaterThan(Date.now() + 100_000);
    await run();
    expect(tool.log).toEqual([]);
    await env.DB.prepare('UPDATE connection SET retry_at = 0').run();
    // The list is written, and nobody hears of it.
    for (const fault of ['down', 'unreached'] as const) {
      tool.faults.push(fault);
      await run();
      await env.DB.prepare('UPDATE connection SET retry_at = 0').run();
    }
    await run();
    expect(tool.state(email, list)).toBe('on');
    expect((await kept(connection)).tries).toBe(0);
  });

  test('wrong credentials stop it, and say so', async () => {
    await env.DB.prepare('DELETE FROM connection').run();
    const other = Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [
        key,
        ['key', 'token'].includes(key) ? `un${value}` : value,
      ]),
    );
    const wrong = await connect(connector, other, mapping);
    await signUp(form, anEmail());
    await run();
    expect((await kept(wrong)).stopped).toBe('refused');
  });

  test('a bounce there is no withdrawal: it is noted as undeliverable, and no yes is pressed on it', async () => {
    const email = anEmail();
    await signUp(form, email);
    await run();
    if (!tool.bounce) return;
    tool.bounce(email);
    await compare(connection, tool.send);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
    const person = await findPerson(email);
    expect(await readBouncedAt(env.DB, person?.id ?? '')).not.toBeNull();
    // Some tools keep that someone is on a list beside that their address bounces: then both sides agree.
    expect((await itemsOf(email))[0]?.difference).toBe(
      tool.state(email, list) === 'on' ? null : 'undeliverable',
    );
  });

  test('who wants nothing at all is left alone, and ends each subscription here', async () => {
    const email = anEmail();
    await signUp(form, email);
    await run();
    if (!tool.block) return;
    tool.block(email);
    await compare(connection, tool.send);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await signUp(form, email);
    await run();
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
    expect(isOff(email)).toBe(true);
    expect(await itemsOf(email)).toContainEqual(
      expect.objectContaining({ item: 'subscription:newsletter', difference: 'blocked-there' }),
    );
  });

  test('a write whose answer was lost is none of the person’s, whatever it was', async () => {
    const email = anEmail();
    await signUp(form, email);
    // The contact is looked for, then written; of that nobody hears.
    for (let asked = 1; asked <= 4; asked++) {
      tool.faults.push(...Array<'none'>(asked).fill('none'), 'answer-lost');
      await run();
      tool.faults.length = 0;
      await env.DB.prepare('UPDATE connection SET retry_at = 0').run();
    }
    await run();
    expect(tool.state(email, list)).toBe('on');
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
    expect((await recordsOf(email)).filter(({ content }) => content.actor !== 'person')).toEqual(
      [],
    );
  });

  test('a dry run says what would change, and changes nothing', async () => {
    const [here, there, off] = [anEmail(), anEmail(), anEmail()];
    for (const email of [here, off]) await signUp(form, email);
    await withdraw(off);
    tool.choose(there, list, 'yes');
    tool.choose(off, list, 'yes');
    // Some tools send everything to anyone who is there and has not said no.
    const [, second = ''] = tool.targets;
    if (tool.state(off, second) === 'on') tool.choose(off, second, 'no');
    await env.DB.batch([
      setState(env.DB, connection, 'draft'),
      setRunning(env.DB, (await kept(connection)).number, begin('dry-run', Date.now())),
    ]);
    await run();
    expect((await kept(connection)).dryRun).toMatchObject({
      there: 2,
      known: 1,
      changes: { 'on-there': 1, 'off-there': 1, 'yes-here': 0, 'no-here': 0 },
    });
    expect(writesTo(tool)).toEqual([]);
    expect(await findPerson(there)).toBeUndefined();
  });

  test('a comparison that would change more than its limit is paused', async () => {
    for (let one = 0; one < 4; one++) await signUp(form, anEmail());
    await env.DB.batch([
      env.DB.prepare('UPDATE connection SET most = 2'),
      beginSending(env.DB, connection),
    ]);
    await run();
    expect(await kept(connection)).toMatchObject({ state: 'paused', stopped: 'over-limit' });
  });
});
