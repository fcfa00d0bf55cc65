import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Decision } from '../../../worker/contract/words.ts';
import { replay, standingKey } from '../../../worker/ledger/replay.ts';
import { type LedgerRecord, recordsFrom } from '../../../worker/ledger/store.ts';
import { anEmail } from '../builders.ts';
import { type Writer, writers } from './writers.ts';

/** Those who may raise a no to a yes, and whether that goes for a restriction too. */
const mayRaise: Partial<Record<Writer, 'all' | 'but a restriction'>> = {
  'a form, ticked': 'but a restriction',
  'a form, ticked without the newsletter': 'but a restriction',
  'a form that asks for confirmation': 'but a restriction',
  'a form that asks for confirmation, without the newsletter': 'but a restriction',
  'preferences, purpose on': 'all',
  'preferences, newsletter on': 'all',
  'preferences, both on': 'all',
  'a recorded yes to the purpose': 'all',
  'a recorded yes to the newsletter': 'all',
};

const isYes = (decision: Decision | undefined): boolean =>
  decision === 'given' || decision === 'pending';

const purpose = 'e-marketing';

const People = z.array(z.object({ id: z.string() }));
const Standings = z.array(
  z.object({
    person: z.string(),
    item_kind: z.enum(['purpose', 'subscription']),
    item: z.string(),
    decision: z.string(),
  }),
);

/** Who is known, and what stands of them by person and item. */
const kept = async () => {
  const [people, standings] = await env.DB.batch([
    env.DB.prepare('SELECT id FROM person'),
    env.DB.prepare('SELECT person, item_kind, item, decision FROM standing'),
  ]);
  return {
    people: new Set(People.parse(people?.results).map(({ id }) => id)),
    standings: new Map(
      Standings.parse(standings?.results).map(({ person, item_kind, item, decision }) => [
        standingKey(person, { [item_kind]: item }),
        decision,
      ]),
    ),
  };
};

/** Whether what a writer has recorded, one after another, raises no no that it may not raise. */
const expectNoRaise = (
  writer: Writer,
  before: ReadonlyMap<string, Decision>,
  written: readonly LedgerRecord[],
): void => {
  const now = new Map(before);
  for (const { person, content } of written) {
    const item = content.purpose
      ? { purpose: content.purpose }
      : { subscription: content.subscription ?? '' };
    const key = standingKey(person, item);
    const stood = now.get(key);
    const may = mayRaise[writer];
    const isRaised = isYes(content.decision) && stood !== undefined && !isYes(stood);
    const isAllowed = may === 'all' || (may !== undefined && stood !== 'restricted');
    expect({ writer, stood, isForbidden: isRaised && !isAllowed }).toEqual({
      writer,
      stood,
      isForbidden: false,
    });
    now.set(key, content.decision);
  }
};

/** Whether every subscription that is a yes is under a purpose that is one. */
const expectPurposes = (standings: ReadonlyMap<string, string>): void => {
  for (const [key, decision] of standings) {
    const [person = '', kind] = key.split(' ');
    if (kind !== 'subscription' || (decision !== 'given' && decision !== 'pending')) continue;
    const above = standings.get(standingKey(person, { purpose }));
    expect([key, decision, above]).toEqual([
      key,
      decision,
      decision === 'pending' && above === 'pending' ? 'pending' : 'given',
    ]);
  }
};

/** What replaying the ledger gives for people who are still known. */
const replayed = (records: readonly LedgerRecord[], people: ReadonlySet<string>) =>
  new Map(
    [...replay(records.filter(({ person }) => people.has(person)))].map(([key, { decision }]) => [
      key,
      decision,
    ]),
  );

const names = Object.keys(writers) as Writer[];
const history = fc.array(fc.record({ writer: fc.constantFrom(...names), who: fc.nat(1) }), {
  minLength: 4,
  maxLength: 16,
});

test('no history raises a no that it may not, or keeps a subscription without its purpose', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const emails = [anEmail(), anEmail()];
      for (const { writer, who } of steps) {
        const records = await recordsFrom(env.DB, 0, 100_000);
        const before = new Map([...replay(records)].map(([key, { decision }]) => [key, decision]));
        await writers[writer](emails[who] ?? '');
        const after = await recordsFrom(env.DB, 0, 100_000);
        expectNoRaise(writer, before, after.slice(records.length));
        const { people, standings } = await kept();
        expectPurposes(standings);
        expect(replayed(after, people)).toEqual(standings);
      }
    }),
    { numRuns: 40, interruptAfterTimeLimit: 10_000 },
  );
}, 60_000);
