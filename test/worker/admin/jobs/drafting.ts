import { SELF } from 'cloudflare:test';
import { expect } from 'vitest';
import { z } from 'zod';
import { runJob } from '../../../../worker/admin/jobs/run.ts';
import { OutcomeCount } from '../../../../worker/contract/outcomes.ts';
import type { Right } from '../../../../worker/contract/rights.ts';
import { aToken, host, theSystem } from '../../builders.ts';
import { jobOf } from '../../people/working.ts';

export const occasion = new URLSearchParams({
  source: 'import',
  legalBasis: '61A',
  comment: 'From the old newsletter tool.',
});

const Drafted = z.object({
  id: z.string(),
  rows: z.number(),
  readAs: z.object({ encoding: z.string().nullable(), separator: z.string().nullable() }),
  header: z.array(z.string()),
  columns: z.array(z.string()),
});

const Run = z.object({
  rows: z.number(),
  outcomes: z.array(OutcomeCount),
  bounced: z.number(),
  good: z.number(),
  problems: z.array(
    z.object({ number: z.number(), field: z.string(), code: z.string(), dropped: z.string() }),
  ),
});

/** Someone who may import, and what they send. */
export const asImporter = async (...rights: Right[]) => {
  const token = await aToken(['people-register', 'bulk', ...rights]);
  const headers = { Authorization: `Bearer ${token}` };
  return (path: string, body: string | Uint8Array) =>
    SELF.fetch(`${host}${path}`, { method: 'POST', headers, body });
};

/** A draft of a file, and what may be done with it. */
export const draft = async (file: string | Uint8Array, ...rights: Right[]) => {
  const post = await asImporter(...rights);
  const answer = await post(`/v1/imports?${occasion}`, file);
  const { id, ...drafted } = Drafted.parse(await answer.json());
  const call = (what: string, mapping: object) =>
    post(`/v1/imports/${id}/${what}`, JSON.stringify(mapping));
  return {
    id,
    ...drafted,
    call,
    begin: (mapping: object) => call('begin', mapping),
    dryRun: async (mapping: object) => Run.parse(await (await call('dry-run', mapping)).json()),
    import: async (mapping: object) => {
      await call('begin', mapping);
      await runJob(theSystem(), id);
      await expect.poll(async () => (await jobOf(id)).state).toBe('done');
    },
  };
};
