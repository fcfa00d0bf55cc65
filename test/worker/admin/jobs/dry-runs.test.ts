import { describe, expect, test } from 'vitest';
import { Decision } from '../../../../worker/contract/words.ts';
import { isNo } from '../../../../worker/ledger/rules.ts';
import { count, recordsOf, standingsOf } from '../../builders.ts';
import { makeKnown, makeStand } from '../../ledger/writers.ts';
import { dryRun, jobOf, workOver } from '../../people/working.ts';
import { somePeople, withdraw } from './some-people.ts';

describe('a dry run', () => {
  test('tells who and how many, and changes nothing', async () => {
    const { emails, filter } = await somePeople();
    const { count: found, sample } = await dryRun(filter, withdraw);
    expect(found).toBe(3);
    expect(sample.map(({ email }) => email).toSorted()).toEqual(emails.toSorted());
    expect((await standingsOf(emails[0] ?? ''))['e-marketing']).toBe('given');
  });

  test('shows nobody to users who may not see people, and audits whom it shows', async () => {
    const { filter } = await somePeople(2);
    const shown = "SELECT COUNT(*) AS count FROM audit WHERE act = 'jobs.preview'";
    const before = await count(shown);
    const blind = await dryRun(filter, withdraw, []);
    expect(blind).toMatchObject({ count: 2, sample: [], outcomes: [{ count: 2, sample: [] }] });
    expect(await count(shown)).toBe(before);
    const { outcomes } = await dryRun(filter, withdraw);
    expect(outcomes[0]?.sample).toHaveLength(2);
    expect(await count(shown)).toBe(before + 1);
  });

  const asked = (['given', 'withdrawn', 'objected', 'restricted', 'refused'] as const).flatMap(
    (decision) => (['61A', '61F'] as const).map((legalBasis) => [decision, legalBasis] as const),
  );

  test.each(asked)('to %s on %s says what the job then does', async (decision, legalBasis) => {
    const mark = `stands-${crypto.randomUUID()}`;
    const stood = [...Decision.options, undefined];
    for (const each of stood) {
      const email = `${mark}-${each}@example.com`;
      await makeKnown(email);
      if (each) await makeStand(email, { purpose: 'e-marketing' }, each);
    }
    const filter = { email: mark };
    const orders = { ...withdraw, decision, legalBasis };
    const { outcomes } = await dryRun(filter, orders);
    const said = new Map(
      outcomes.flatMap(({ outcome, sample }) => sample.map(({ email }) => [email, outcome])),
    );
    const { id } = await workOver(filter, orders);
    for (const each of stood) {
      const email = `${mark}-${each}@example.com`;
      const outcome = said.get(email);
      const written = (await recordsOf(email)).at(-1)?.comment?.text === withdraw.comment;
      expect([each, written]).toEqual([each, outcome === 'new' || outcome === 'changed']);
      expect(outcome === 'new').toBe(each === undefined);
      const isLeft = each !== undefined && isNo(each) && each !== decision;
      expect([each, outcome === each]).toEqual([each, isLeft]);
    }
    const counts = outcomes.map(({ outcome, count: people }) => [outcome, people]);
    expect((await jobOf(id)).outcomes).toEqual(Object.fromEntries(counts));
  });
});
