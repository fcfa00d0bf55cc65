import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { liveThrough } from '../../../demo/company/history.ts';
import { seed } from '../../../demo/company/seed.ts';
import { byActs } from '../../../demo/company/set-up.ts';
import { openStage } from '../../../demo/company/stage.ts';
import { FormDefinition } from '../../../worker/contract/definition.ts';
import { DAY } from '../../../worker/platform/time.ts';
import { count } from '../builders.ts';

const files = import.meta.glob(['../../../demo/forms/*.json'], {
  eager: true,
  import: 'default',
});

describe('the demo’s company', () => {
  test('has people with every consent status, requests, a breach and notices that are due', async () => {
    const now = Date.now();
    const stage = openStage(env);
    const site = 'http://localhost:8788';
    const forms = Object.fromEntries(
      Object.entries(files).map(([file, form]) => [
        file.replace(/^.*\/|\.json$/g, ''),
        FormDefinition.parse(form),
      ]),
    );
    await seed(byActs(stage, site, now - 801 * DAY), forms);
    await liveThrough(stage, { now, site, count: 120 });
    const words = await env.DB.prepare(
      'SELECT DISTINCT t.word FROM held h JOIN term t ON t.code = h.decision ORDER BY t.word',
    ).all();
    expect(words.results.map(({ word }) => word)).toEqual([
      'expired',
      'given',
      'informed',
      'objected',
      'pending',
      'refused',
      'restricted',
      'withdrawn',
    ]);
    const soon = "SELECT count(*) AS count FROM request WHERE state = 'open' AND due_at < ?1";
    expect(await count(soon, now + 7 * DAY)).toBeGreaterThan(0);
    expect(
      await count('SELECT count(*) AS count FROM breach_case WHERE authority_at IS NULL'),
    ).toBe(1);
    expect(await count('SELECT count(*) AS count FROM due_person')).toBeGreaterThan(4);
    expect(await count("SELECT count(*) AS count FROM outbox WHERE state <> 'sent'")).toBe(0);
  });
});
