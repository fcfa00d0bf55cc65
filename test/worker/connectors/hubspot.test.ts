import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hubspotServer, settings } from '../../connectors/hubspot.ts';
import { aDefinition, aForm, anEmail, as, findPerson, signUp, standingsOf } from '../builders.ts';
import { clear, compare, connect, itemsOf, kept, moveTo, runAt } from './connecting.ts';

const [list, other] = ['11', '12'];
const mapping = [
  { item: 'subscription:newsletter', target: list },
  { item: 'subscription:invitations', target: other },
];

let tool = hubspotServer(Date.now);
let form = '';

const run = () => runAt(tool.send, Date.now());

const connected = async (more: Record<string, string> = {}): Promise<string> =>
  connect('hubspot', { ...settings, ...more }, mapping);

/** What the audit log has of opt-outs that were lifted. */
const lifted = async (connection: string) => {
  const sql =
    "SELECT actor, after FROM audit WHERE act = 'connection.lifted-opt-out' AND object = ?1";
  return (await env.DB.prepare(sql).bind(`connection/${connection}`).all()).results;
};

describe('HubSpot', () => {
  beforeEach(async () => {
    await clear();
    tool = hubspotServer(Date.now);
    form = await aForm();
  });

  afterEach(() => expect(tool.broken).toEqual([]));

  test('an opt-out that a yes has lifted is put back, shown, logged, and recorded here', async () => {
    const connection = await connected();
    await run();
    const email = anEmail();
    await signUp(form, email);
    tool.meanwhile = () => tool.choose(email, list, 'no');
    await run();
    expect(tool.reasons).toContain('RESUBSCRIBE_OCCURRED');
    expect(tool.state(email, list)).toBe('off');
    const person = await findPerson(email);
    expect(await itemsOf(email)).toContainEqual(
      expect.objectContaining({ item: 'subscription:newsletter', difference: 'lifted-there' }),
    );
    expect(await lifted(connection)).toEqual([
      {
        actor: 'system',
        after: JSON.stringify({ person: person?.id, item: 'subscription:newsletter' }),
      },
    ]);
    await compare(connection, tool.send);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
    expect(tool.state(email, list)).toBe('off');
  });

  test('a later yes of the person lifts their opt-out there, and that is no alarm', async () => {
    const connection = await connected();
    const email = anEmail();
    await signUp(form, email);
    await run();
    tool.choose(email, list, 'no');
    await compare(connection, tool.send);
    // By our clock and by HubSpot's the opt-out is older than the yes, whatever they differ by.
    await env.DB.prepare(
      `UPDATE connected SET contacts = json_set(contacts, '$[0].targets.11.refusedBy', 1)`,
    ).run();
    await signUp(form, email);
    await run();
    expect(tool.state(email, list)).toBe('on');
    expect(tool.reasons.at(-1)).toBe('RESUBSCRIBE_OCCURRED');
    expect(await lifted(connection)).toEqual([]);
  });

  test('what was said of an address counts, though no contact has it', async () => {
    await connected();
    const email = anEmail();
    tool.choose(email, list, 'no');
    tool.remove(email);
    await signUp(form, email);
    await run();
    expect(tool.status(email, list)).toBe('UNSUBSCRIBED');
    expect(tool.has(email)).toBe(false);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
    const person = await findPerson(email);
    const { delete: erase } = await as(['bulk-delete']);
    await erase(`/v1/people/${person?.id}?reason=request`);
    await run();
    const answer = await env.DB.prepare('SELECT answer, contacts FROM connection_erasure').first();
    expect(answer).toEqual({ answer: 'not-there', contacts: null });
  });

  test('another address of a contact has statuses of its own', async () => {
    await connected();
    const [first, second] = [anEmail(), anEmail()];
    await signUp(form, first);
    await run();
    tool.addAddress(first, second);
    await signUp(form, second);
    await run();
    expect(tool.status(second, list)).toBe('SUBSCRIBED');
    await moveTo(second, anEmail());
    await run();
    expect(tool.status(second, list)).toBe('UNSUBSCRIBED');
    expect(tool.status(first, list)).toBe('SUBSCRIBED');
  });

  test('without its privacy setting nobody who is added gets more than they agreed to', async () => {
    tool.isPrivate = false;
    const connection = await connected({ privacy: 'off' });
    const email = anEmail();
    const [section] = aDefinition().sections;
    const purposes = [{ purpose: 'e-marketing', subscriptions: ['newsletter'] }];
    await signUp(await aForm({ sections: section ? [{ ...section, purposes }] : [] }), email);
    await run();
    expect([tool.status(email, list), tool.status(email, other)]).toEqual([
      'SUBSCRIBED',
      'UNSUBSCRIBED',
    ]);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
    // What we have turned off for someone who was never asked is nobody's no.
    await compare(connection, tool.send);
    expect(await standingsOf(email)).not.toHaveProperty('invitations');
  });

  test('an Enterprise account is read many at once, any other one by one', async () => {
    const connection = await connected();
    const emails = [anEmail(), anEmail(), anEmail()];
    for (const email of emails) await signUp(form, email);
    await run();
    for (const hasBatches of [false, true]) {
      tool.hasBatches = hasBatches;
      tool.log.length = 0;
      await compare(connection, tool.send);
      const one = tool.log.filter((line) => /^GET .*\/statuses\//.test(line));
      expect(one).toHaveLength(hasBatches ? 0 : 2 * emails.length);
    }
  });

  test('who is only there is not read of, unless people are taken in', async () => {
    const connection = await connected();
    const stranger = anEmail();
    tool.choose(stranger, list, 'yes');
    await compare(connection, tool.send);
    expect(tool.log.filter((line) => line.includes('/statuses/'))).toEqual([]);
    expect((await kept(connection)).reconciled).toMatchObject({ there: 1, known: 0 });
  });
});
