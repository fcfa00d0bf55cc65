import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Decision } from '../../../worker/contract/words.ts';
import { replay, standingKey } from '../../../worker/ledger/replay.ts';
import { type LedgerRecord, recordsFrom } from '../../../worker/ledger/store.ts';
import { anEmail } from '../builders.ts';
import { makeKnown, makeStand, type Writer, worker, writers } from './writers.ts';

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

/** Who of these is known, and what stands of them by person and item. */
const kept = async (emails: readonly string[]) => {
  const among = '(SELECT id FROM person WHERE email IN (SELECT value FROM json_each(?1)))';
  const [people, standings] = await env.DB.batch([
    env.DB.prepare(`SELECT id FROM person WHERE id IN ${among}`).bind(JSON.stringify(emails)),
    env.DB.prepare(
      `SELECT person, item_kind, item, decision FROM standing WHERE person IN ${among}`,
    ).bind(JSON.stringify(emails)),
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

/** What stood of each, in the order of the ledger; what was undone to nothing never stood. */
const stoodIn = (ledger: readonly LedgerRecord[]): Map<string, LedgerRecord['content'][]> => {
  const stood = new Map<string, LedgerRecord['content'][]>();
  for (const { person, content } of ledger) {
    const item = content.purpose
      ? { purpose: content.purpose }
      : { subscription: content.subscription ?? '' };
    const key = standingKey(person, item);
    const isNothing = content.decision === 'expired' && content.source === 'undo';
    stood.set(key, isNothing ? [] : [...(stood.get(key) ?? []), content]);
  }
  return stood;
};

/** Whether what stands was written by a job, and a decision stood right before it. */
const isTakenByJob = (stood: readonly LedgerRecord['content'][], decision: Decision): boolean =>
  stood.at(-1)?.actor === worker && stood.at(-2)?.decision === decision;

/** Whether what a writer has recorded, one after another, raises no no that it may not raise. */
const expectNoRaise = (
  writer: Writer,
  before: ReadonlyMap<string, readonly LedgerRecord['content'][]>,
  written: readonly LedgerRecord[],
): void => {
  const all = new Map(before);
  for (const { person, content } of written) {
    const item = content.purpose
      ? { purpose: content.purpose }
      : { subscription: content.subscription ?? '' };
    const key = standingKey(person, item);
    const history = all.get(key) ?? [];
    const stood = history.at(-1)?.decision;
    const may = mayRaise[writer];
    const isRaised = isYes(content.decision) && stood !== undefined && !isYes(stood);
    const isAllowed =
      writer === 'undoing a job'
        ? isTakenByJob(history, content.decision)
        : may === 'all' || (may !== undefined && stood !== 'restricted');
    expect({ writer, stood, isForbidden: isRaised && !isAllowed }).toEqual({
      writer,
      stood,
      isForbidden: false,
    });
    all.set(key, [...history, content]);
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

const stood = fc.option(fc.constantFrom(...Decision.options), { freq: 2 });

/** How purpose and newsletter stand at first, and what is then written about one of two addresses. */
const history = fc.record({
  ofPurpose: stood,
  ofSubscription: stood,
  steps: fc.array(
    fc.record({
      writer: fc.constantFrom(...names),
      who: fc.oneof(
        { arbitrary: fc.constant(0), weight: 4 },
        { arbitrary: fc.constant(1), weight: 1 },
      ),
    }),
    { minLength: 2, maxLength: 7 },
  ),
});

test('no history raises a no that it may not, or keeps a subscription without its purpose', async () => {
  const ledger: LedgerRecord[] = [];
  const readOn = async (): Promise<LedgerRecord[]> => {
    const written = await recordsFrom(env.DB, ledger.at(-1)?.sequence ?? 0, 10_000);
    ledger.push(...written);
    return written;
  };
  await fc.assert(
    fc.asyncProperty(history, async ({ ofPurpose, ofSubscription, steps }) => {
      const emails = [anEmail(), anEmail()];
      const [first = ''] = emails;
      await makeKnown(first);
      if (ofSubscription) {
        await makeStand(first, { purpose }, 'given');
        await makeStand(first, { subscription: 'newsletter' }, ofSubscription);
      }
      if (ofPurpose) await makeStand(first, { purpose }, ofPurpose);
      await readOn();
      for (const { writer, who } of steps) {
        const before = stoodIn(ledger);
        await writers[writer](emails[who] ?? '');
        expectNoRaise(writer, before, await readOn());
        const { people, standings } = await kept(emails);
        expectPurposes(standings);
        expect(replayed(ledger, people)).toEqual(standings);
      }
    }),
    { numRuns: 170, interruptAfterTimeLimit: 12_000 },
  );
}, 60_000);
