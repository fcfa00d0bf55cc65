import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Outgoing } from '../../../worker/platform/outgoing.ts';
import { standIns } from '../../connectors/all.ts';
import { brevoServer } from '../../connectors/brevo.ts';
import { aForm, anEmail, signUp, standingsOf } from '../builders.ts';
import { clear, compare, connect, itemsOf, kept, runAt, withdraw } from './connecting.ts';

beforeEach(clear);

const bodyOf = ({ body }: RequestInit): string => z.string().catch('').parse(body);

/** Connects a tool that two subscription types are mapped to lists of. */
const withTwoLists = async () => {
  const { serve, settings } = standIns.brevo;
  const tool = serve(Date.now);
  const [news = '', invitations = ''] = tool.targets;
  await connect('brevo', settings, [
    { item: 'subscription:newsletter', target: news },
    { item: 'subscription:invitations', target: invitations },
  ]);
  return { tool, news, invitations };
};

test('one list that the tool refuses holds up no other', async () => {
  const { tool, news, invitations } = await withTwoLists();
  const [form, email] = [await aForm(), anEmail()];
  await signUp(form, email, {
    purposes: { 'e-marketing': true },
    subscriptions: { newsletter: true, invitations: true },
  });
  const refusing: Outgoing = async (url, init) =>
    new RegExp(`[[,]${invitations}]`).test(bodyOf(init))
      ? Response.json({ code: 'invalid_parameter' }, { status: 400 })
      : tool.send(url, init);
  await runAt(refusing, Date.now());
  expect(tool.state(email, news)).toBe('on');
  expect((await itemsOf(email)).map(({ difference }) => difference)).toEqual([
    null,
    'refused-by-tool',
  ]);
});

test('an opt-out goes out though the tool refuses the consent to something else', async () => {
  const { tool, news, invitations } = await withTwoLists();
  const [form, email] = [await aForm(), anEmail()];
  await signUp(form, email);
  await runAt(tool.send, Date.now());
  expect(tool.state(email, news)).toBe('on');
  await signUp(form, email, {
    purposes: { 'e-marketing': true },
    subscriptions: { newsletter: false, invitations: true },
  });
  await withdraw(email);
  const refusing: Outgoing = async (url, init) =>
    bodyOf(init).includes('"listIds"')
      ? Response.json({ code: 'invalid_parameter' }, { status: 400 })
      : tool.send(url, init);
  await runAt(refusing, Date.now());
  expect(tool.state(email, invitations)).toBe('absent');
  expect(tool.state(email, news)).toBe('absent');
});

test('a list that is deleted there is nobody’s opt-out', async () => {
  const { settings } = standIns.brevo;
  const tool = brevoServer(Date.now);
  const [news = '', invitations = ''] = tool.targets;
  const id = await connect('brevo', settings, [
    { item: 'subscription:newsletter', target: news },
    { item: 'subscription:invitations', target: invitations },
  ]);
  const [form, email] = [await aForm(), anEmail()];
  await signUp(form, email, {
    purposes: { 'e-marketing': true },
    subscriptions: { newsletter: true, invitations: true },
  });
  await runAt(tool.send, Date.now());
  expect(tool.state(email, invitations)).toBe('on');
  tool.deleteList(invitations);
  await compare(id, tool.send);
  expect(await standingsOf(email)).toMatchObject({ newsletter: 'given', invitations: 'given' });
  expect((await kept(id)).stopped).toBe('list-gone');
  expect(tool.broken).toEqual([]);
});
