// What jobs make of notices, which are no consents.
import { describe, expect, test } from 'vitest';
import { readOverview } from '../../../../worker/admin/overview/needs.ts';
import type { Outcome } from '../../../../worker/contract/outcomes.ts';
import type { Decision } from '../../../../worker/contract/words.ts';
import {
  anEmail,
  as,
  findPerson,
  problemOf,
  recordsOf,
  standingsOf,
  theSystem,
} from '../../builders.ts';
import { makeKnown, makeStand, writers } from '../../ledger/writers.ts';
import { dryRun, jobOf, workOver } from '../../people/working.ts';
import { draft } from './drafting.ts';

/** A purpose that asks for no consent. */
const purpose = 'sales-and-service';

const orders = {
  kind: 'bulk-update',
  purpose,
  legalBasis: '61B',
  source: 'manual',
  comment: 'A new contract.',
};

const someone = async (decision?: Decision): Promise<string> => {
  const email = anEmail();
  await makeKnown(email);
  if (decision) await makeStand(email, { purpose }, decision);
  return email;
};

const standing = async (email: string) => {
  const stands = (await findPerson(email))?.standings[0];
  return stands && { decision: stands.decision, legalBasis: stands.legalBasis };
};

/** Updates one person in bulk, which must do what its dry run says; returns what came of them. */
const update = async (email: string, decision?: Decision): Promise<string | undefined> => {
  const asked = { ...orders, decision };
  const { outcomes } = await dryRun({ email }, asked);
  const { id } = await workOver({ email }, asked);
  const [[outcome, people] = []] = Object.entries((await jobOf(id)).outcomes);
  expect(outcomes).toMatchObject([{ outcome, count: people }]);
  return outcome;
};

describe('a bulk update', () => {
  test('records consents and notices each where they belong, and previews nothing else', async () => {
    const { post } = await as(['bulk-update']);
    const filter = { email: anEmail() };
    const answers = async (item: string, decision: Decision) => {
      const asked = { ...orders, purpose: item, decision };
      return [
        await post('/v1/jobs/dry-runs', { filter, orders: asked }),
        await post('/v1/jobs', { filter, orders: asked, expected: 0 }),
      ];
    };
    for (const [item, decision] of [
      [purpose, 'informed'],
      ['e-marketing', 'given'],
    ] as const) {
      const statuses = (await answers(item, decision)).map(({ status }) => status);
      expect(statuses).toEqual([200, 201]);
    }
    for (const [item, decision] of [
      [purpose, 'given'],
      ['e-marketing', 'informed'],
    ] as const)
      for (const answer of await answers(item, decision)) {
        expect(answer.status).toBe(422);
        const { errors } = await problemOf(answer);
        expect(errors).toMatchObject([{ field: 'decision', code: 'wrong-yes' }]);
      }
  });

  const toInformed: [Decision | undefined, Outcome][] = [
    [undefined, 'new'],
    ['informed', 'changed'],
    ['given', 'unchanged'],
    ['pending', 'unchanged'],
    ['withdrawn', 'withdrawn'],
    ['objected', 'objected'],
    ['expired', 'expired'],
  ];
  test.each(toInformed)('to informed, of what is %s, comes to %s', async (stood, outcome) => {
    const email = await someone(stood);
    expect(await update(email, 'informed')).toBe(outcome);
    expect((await standing(email))?.decision).toBe(stood ?? 'informed');
  });

  const alone: [Decision | undefined, Outcome][] = [
    [undefined, 'unchanged'],
    ['informed', 'changed'],
    ['given', 'changed'],
    ['pending', 'unchanged'],
    ['refused', 'refused'],
  ];
  test.each(alone)(
    'of the legal basis alone, of what is %s, comes to %s',
    async (stood, outcome) => {
      const email = await someone(stood);
      expect(await update(email)).toBe(outcome);
      const legalBasis = outcome === 'changed' ? '61B' : '61A';
      const expected = stood && { decision: stood, legalBasis };
      expect(await standing(email)).toEqual(expected);
    },
  );
});

describe('undoing a bulk update', () => {
  test('restores that a person was told, and counts as no decision of theirs', async () => {
    const email = await someone('informed');
    await writers['a bulk update to withdrawn, of a notice'](email);
    expect(await standingsOf(email)).toEqual({ [purpose]: 'withdrawn' });
    const before = (await readOverview({ ...theSystem(), rights: [] })).days.at(-1);
    await writers['undoing a job'](email);
    expect(await standingsOf(email)).toEqual({ [purpose]: 'informed' });
    expect((await recordsOf(email)).map(({ countedAs }) => countedAs)).toEqual([
      'own',
      'import',
      'import',
    ]);
    const after = (await readOverview({ ...theSystem(), rights: [] })).days.at(-1);
    expect(after).toEqual({ ...before, imported: (before?.imported ?? 0) + 1 });
  });

  test('leaves nothing of a notice that it had made, so that it can be told again', async () => {
    const email = await someone();
    await writers['a bulk notice'](email);
    expect(await standingsOf(email)).toEqual({ [purpose]: 'informed' });
    await writers['undoing a job'](email);
    expect(await standingsOf(email)).toEqual({ [purpose]: 'expired' });
    await writers['a bulk notice'](email);
    expect(await standingsOf(email)).toEqual({ [purpose]: 'informed' });
  });
});

describe('an import', () => {
  test('records a yes to a purpose that asks for no consent as informed', async () => {
    const [told, kept, refused] = [anEmail(), anEmail(), anEmail()];
    const file = await draft(`email,${purpose}\n${told},yes\n${refused},no\n`);
    await file.import({ columns: file.columns });
    const other = await draft(`email\n${kept}\n`);
    await other.import({ columns: other.columns, purposes: [purpose] });
    expect(await standingsOf(told)).toEqual({ [purpose]: 'informed' });
    expect(await standingsOf(kept)).toEqual({ [purpose]: 'informed' });
    expect(await standingsOf(refused)).toEqual({ [purpose]: 'refused' });
    expect((await recordsOf(told)).map(({ countedAs }) => countedAs)).toEqual(['import']);
  });
});
