import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { changeConnection } from '../../../../worker/admin/connections/connections.ts';
import { standIns } from '../../../connectors/all.ts';
import { aForm, anEmail, signUp, theSystem } from '../../builders.ts';
import { clear, connect, kept, runAt } from '../../connectors/connecting.ts';

test('credentials that lead to another account are refused: its ids are other people’s', async () => {
  await clear();
  const { serve, settings } = standIns.brevo;
  const [own, other] = [serve(Date.now), serve(Date.now)];
  const [list = ''] = own.targets;
  const mapping = [{ item: 'subscription:newsletter', target: list }];
  const id = await connect('brevo', settings, mapping);
  await signUp(await aForm(), anEmail());
  await runAt(own.send, Date.now());
  other.choose(anEmail(), list, 'yes');
  const body = {
    name: 'Brevo',
    settings: { secret: 'another-token' },
    mapping,
    limit: 500,
    takesIn: null,
  };
  const change = async (tool: typeof own) =>
    changeConnection(theSystem(env), await kept(id), body, tool.send);
  await expect(change(other)).rejects.toMatchObject({
    facts: { errors: [{ field: 'settings', code: 'other-account' }] },
  });
  expect((await kept(id)).state).toBe('live');
  await change(own);
  expect((await kept(id)).state).toBe('draft');
});
