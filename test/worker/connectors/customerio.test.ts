import { env } from 'cloudflare:test';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { customerioServer, settings } from '../../connectors/customerio.ts';
import { aForm, anEmail, findPerson, recordsOf, signUp, standingsOf } from '../builders.ts';
import { clear, compare, connect, itemsOf, runAt } from './connecting.ts';

let tool = customerioServer(Date.now);
let connection = '';
let form = '';

const run = () => runAt(tool.send, Date.now());

const newsletterOf = async (email: string) =>
  (await itemsOf(email)).find(({ item }) => item === 'subscription:newsletter');

beforeEach(async () => {
  await clear();
  tool = customerioServer(Date.now);
  form = await aForm();
  connection = await connect('customerio', settings, [
    { item: 'subscription:newsletter', target: 'topic_1' },
    { item: 'subscription:invitations', target: 'topic_2' },
  ]);
});

afterEach(() => expect(tool.broken).toEqual([]));

test('someone who is added gets the topics that they agreed to, and none that is on by default', async () => {
  const email = anEmail();
  await signUp(form, email);
  await run();
  const topics = ['topic_1', 'topic_2', 'topic_3'].map((topic) => tool.topic(email, topic));
  expect(topics).toEqual([true, false, false]);
});

test('a topic that is on by default is nobody’s yes, and goes off for who said no', async () => {
  await env.DB.prepare('UPDATE connection SET takes_in = ?1').bind('en').run();
  const [unknown, known] = [anEmail(), anEmail()];
  for (const email of [unknown, known]) tool.double(email);
  await signUp(form, known);
  await run();
  expect(await findPerson(unknown)).toBeUndefined();
  expect(tool.topic(known, 'topic_1')).toBe(true);
  expect(tool.topic(known, 'topic_2')).toBe(false);
  expect(tool.topic(unknown, 'topic_2')).toBeUndefined();
});

test('who closed the channel is left alone, whatever they agree to later', async () => {
  const email = anEmail();
  await signUp(form, email);
  await run();
  tool.closeChannel(email);
  await compare(connection, tool.send);
  expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await signUp(form, email);
  await compare(connection, tool.send);
  expect(await newsletterOf(email)).toMatchObject({ state: 'off', difference: 'blocked-there' });
});

test('where emails are off by default, a yes opens the channel too, and reads as on only then', async () => {
  tool.isEmailDefault = false;
  const [added, there] = [anEmail(), anEmail()];
  tool.choose(there, 'topic_1', 'yes');
  for (const email of [added, there]) await signUp(form, email);
  await run();
  for (const email of [added, there]) expect(tool.state(email, 'topic_1')).toBe('on');
});

test('of two profiles with one address a yes raises none, and a no ends both', async () => {
  const email = anEmail();
  for (let each = 0; each < 2; each++) tool.double(email);
  await signUp(form, email);
  await run();
  expect(tool.state(email, 'topic_1')).toBe('absent');
  expect(tool.state(email, 'topic_2')).toBe('off');
  expect(await newsletterOf(email)).toMatchObject({ difference: 'shared-address' });
});

test('a write that shows a moment later is no news', async () => {
  const email = anEmail();
  tool.double(email);
  await signUp(form, email);
  tool.lag = 4;
  await run();
  await compare(connection, tool.send);
  expect(tool.topic(email, 'topic_1')).toBe(true);
  expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
  expect((await recordsOf(email)).every(({ content }) => content.actor === 'person')).toBe(true);
});
