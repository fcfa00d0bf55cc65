import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { readTroubled } from '../../../worker/admin/overview/receivers.ts';
import { HOUR } from '../../../worker/platform/time.ts';
import { standIns } from '../../connectors/all.ts';
import { aForm, anEmail, as, findPerson, signUp } from '../builders.ts';
import { clear, connect, kept, runAt, withdraw } from './connecting.ts';

test('an erasure that a tool refuses holds up nobody else, is named, and is asked for again in an hour', async () => {
  await clear();
  const { serve, settings } = standIns.listmonk;
  const tool = serve(Date.now);
  const [list = ''] = tool.targets;
  const mapping = [{ item: 'subscription:newsletter', target: list }];
  const id = await connect('listmonk', settings, mapping);
  const form = await aForm();
  const [one, other, leaving] = [anEmail(), anEmail(), anEmail()];
  for (const email of [one, other, leaving]) await signUp(form, email);
  const now = Date.now();
  await runAt(tool.send, now);

  const { delete: erase } = await as(['bulk-delete']);
  for (const email of [one, other])
    await erase(`/v1/people/${(await findPerson(email))?.id}?reason=request`);
  await withdraw(leaving);
  tool.faults.push('refused');
  await runAt(tool.send, now);
  expect([tool.has(one), tool.has(other)].toSorted()).toEqual([false, true]);
  expect(tool.state(leaving, list)).not.toBe('on');
  expect(await readTroubled(env.DB)).toMatchObject([{ id, why: 'erasure-refused' }]);

  const erasing = () => tool.log.filter((line) => line.startsWith('DELETE')).length;
  const asked = erasing();
  await runAt(tool.send, now + HOUR / 2);
  expect(erasing()).toBe(asked);
  expect((await kept(id)).stopped).toBe('erasure-refused');
  await runAt(tool.send, now + HOUR);
  expect([tool.has(one), tool.has(other)]).toEqual([false, false]);
  expect((await kept(id)).stopped).toBeNull();
});
