import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const Workflow = z.object({
  nodes: z.array(
    z.object({ name: z.string(), type: z.string(), parameters: z.record(z.string(), z.unknown()) }),
  ),
  connections: z.record(
    z.string(),
    z.object({ main: z.array(z.array(z.object({ node: z.string() }))) }),
  ),
});

const { nodes, connections } = Workflow.parse(
  JSON.parse(readFileSync('demo/recipes/n8n.json', 'utf8')),
);

const secret = randomBytes(32);
const event = { type: 'consent.withdrawn', data: { person: '1', after: 'withdrawn' } };
const body = JSON.stringify(event);

/** The headers of a message, as Standard Webhooks signs one. */
const signed = (at = Date.now(), key = secret): Record<string, string> => {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', key).update(`evt_1.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': 'evt_1',
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1a,AAAA v1,${signature}`,
  };
};

/** Runs the code of the node `Verify` as n8n does: with the body as it came, and Node's own modules. */
const verify = async (headers: Record<string, string>, received = body): Promise<unknown> => {
  const node = nodes.find(({ name }) => name === 'Verify');
  const code = z.string().parse(node?.parameters.jsCode);
  const written = `whsec_${secret.toString('base64')}`;
  const run = new Function(
    'require',
    '$input',
    `return (async () => { ${code.replace('whsec_…', written)} }).call(this)`,
  );
  const n8n = { helpers: { getBinaryDataBuffer: async () => Buffer.from(received) } };
  return run.call(n8n, process.getBuiltinModule, { first: () => ({ json: { headers } }) });
};

describe('the recipe for n8n', () => {
  test('goes from the webhook to the tool, by nodes that are there', () => {
    const names = nodes.map(({ name }) => name);
    expect(Object.keys(connections)).toEqual(names.slice(0, -1));
    const led = Object.values(connections).flatMap(({ main }) => main.flat());
    expect(led.map(({ node }) => node)).toEqual(names.slice(1));
  });

  test('takes a message that is signed, with its id', async () => {
    expect(await verify(signed())).toEqual([{ json: { ...event, id: 'evt_1' } }]);
  });

  test('refuses one that was changed, signed by another, kept for long, or not signed', async () => {
    const changed = body.replace('withdrawn', 'given');
    await expect(verify(signed(), changed)).rejects.toThrow('not signed');
    await expect(verify(signed(Date.now(), randomBytes(32)))).rejects.toThrow('not signed');
    await expect(verify(signed(Date.now() - 600_000))).rejects.toThrow('too old');
    await expect(verify({ 'webhook-id': 'evt_1' })).rejects.toThrow('too old');
    const { 'webhook-signature': _, ...unsigned } = signed();
    await expect(verify(unsigned)).rejects.toThrow('not signed');
  });
});
