import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../../worker/contract/standing.ts';
import { Decision } from '../../../worker/contract/words.ts';
import { replay, standingKey } from '../../../worker/ledger/replay.ts';
import { isYes } from '../../../worker/ledger/rules.ts';
import { type LedgerRecord, recordsFrom } from '../../../worker/ledger/store.ts';
import { anEmail } from '../builders.ts';
import { expectAgreement } from './agreeing.ts';
import { worker } from './by-job.ts';
import { kept, loose, mistaken } from './kept.ts';
import { makeKnown, makeStand, type Writer, writers } from './writers.ts';

/** What a writer may raise to a yes of what was a no. */
type Raises = 'all' | 'but a restriction' | 'what expired';

const mayRaise: Partial<Record<Writer, Raises>> = {
  'a form, ticked': 'but a restriction',
  'a form, ticked without the newsletter': 'but a restriction',
  'a form that asks for confirmation': 'but a restriction',
  'a form that asks for confirmation, without the newsletter': 'but a restriction',
  'a form that tells': 'what expired',
  'preferences, purpose on': 'all',
  'preferences, newsletter on': 'all',
  'preferences, both on': 'all',
  'preferences, notice on': 'all',
  'a recorded yes to the purpose': 'all',
  'a recorded yes to the newsletter': 'all',
  'a recorded notice': 'what expired',
};

/** Who may make a consent of a notice. */
const mayConsent = (writer: Writer): boolean =>
  writer === 'a confirmation' ||
  mayRaise[writer] === 'all' ||
  mayRaise[writer] === 'but a restriction';

const purpose = 'e-marketing';
const notice = 'sales-and-service';

/** What was recorded of an item of a person, oldest first, since nothing of it stood. */
type Stood = readonly LedgerRecord[];

/** Whether what stands was written by a job, and a decision stood right before it. */
const isTakenByJob = (stood: Stood, decision: Decision): boolean =>
  stood.at(-1)?.content.actor === worker && stood.at(-2)?.decision === decision;

/** What lies beneath a restriction: what stood right before it, or was said while it stood. */
const beneath = (stood: Stood): Decision | undefined =>
  stood.at(-1)?.decision === 'restricted'
    ? stood.findLast(({ decision }) => decision !== 'restricted')?.decision
    : undefined;

const isAllowed = (writer: Writer, stood: Decision): boolean => {
  const may = mayRaise[writer];
  if (may === 'what expired') return stood === 'expired';
  return may === 'all' || (may !== undefined && stood !== 'restricted');
};

/** Whether what stood may not be followed by a decision of a writer. */
const isForbidden = (writer: Writer, before: Stood, next: Decision): boolean => {
  const stood = before.at(-1)?.decision;
  if (stood === undefined || !isYes(next)) return false;
  if (isYes(stood)) return stood === 'informed' && next !== 'informed' && !mayConsent(writer);
  if (writer === 'lifting a restriction') return beneath(before) !== next;
  return writer === 'undoing a job' ? !isTakenByJob(before, next) : !isAllowed(writer, stood);
};

const keyOf = ({ person, content: { purpose: own, subscription } }: LedgerRecord): string =>
  standingKey(person, own ? { purpose: own } : { subscription: subscription ?? '' });

/** Adds what was recorded; what was undone to nothing never stood. */
const add = (all: Map<string, Stood>, record: LedgerRecord): void => {
  const isNothing = record.decision === 'expired' && record.content.source === 'undo';
  const key = keyOf(record);
  all.set(key, isNothing ? [] : [...(all.get(key) ?? []), record]);
};

/**
 * Whether what a writer has recorded, one after another, raises no no and no notice that it may not raise;
 * `all` is what stood before, and afterwards what stands.
 */
const expectNoRaise = (
  writer: Writer,
  all: Map<string, Stood>,
  written: readonly LedgerRecord[],
): void => {
  for (const record of written) {
    const { decision } = record;
    const key = keyOf(record);
    const before = all.get(key) ?? [];
    const step = { writer, key, stood: before.at(-1)?.decision, decision };
    expect({ ...step, isForbidden: isForbidden(writer, before, decision) }).toEqual({
      ...step,
      isForbidden: false,
    });
    add(all, record);
  }
};

/** Whether every subscription that is a yes is under a purpose that is one. */
const expectPurposes = (standings: ReadonlyMap<string, Decision>): void => {
  for (const [key, decision] of standings) {
    const [person = '', kind] = key.split(' ');
    if (kind !== 'subscription' || !isYes(decision)) continue;
    const above = standings.get(standingKey(person, { purpose }));
    const isUnder =
      above !== undefined && (holds(above) || (decision === 'pending' && above === 'pending'));
    expect([key, decision, above, isUnder]).toEqual([key, decision, above, true]);
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
const subscriptionStood = fc.option(fc.constantFrom(...Decision.exclude(['informed']).options), {
  freq: 2,
});

const jobs = names.filter((name) => /import|bulk/.test(name));

/** Any writer, but jobs and their undoing often enough to follow each other. */
const writer = fc.oneof(
  { arbitrary: fc.constantFrom(...names), weight: 3 },
  { arbitrary: fc.constantFrom(...jobs), weight: 1 },
  { arbitrary: fc.constant<Writer>('undoing a job'), weight: 1 },
);

/** How the purposes and the newsletter stand at first, and what is then written about one of two addresses. */
const history = fc.record({
  ofPurpose: stood,
  ofNotice: stood,
  ofSubscription: subscriptionStood,
  steps: fc.array(
    fc.record({
      writer,
      who: fc.oneof(
        { arbitrary: fc.constant(0), weight: 4 },
        { arbitrary: fc.constant(1), weight: 1 },
      ),
    }),
    { minLength: 2, maxLength: 7 },
  ),
});

/** The same histories each time, so that what fails once fails again. */
const SEED = 25_112_026;

test('no history raises a no that it may not, keeps a subscription without its purpose, or shows a person other than a mailing does', async () => {
  const all = new Map<string, Stood>();
  let last = 0;
  const readOn = async (): Promise<LedgerRecord[]> => {
    const written = await recordsFrom(env.DB, last, 10_000);
    last = written.at(-1)?.sequence ?? last;
    return written;
  };
  await fc.assert(
    fc.asyncProperty(history, async ({ ofPurpose, ofNotice, ofSubscription, steps }) => {
      const emails = [anEmail(), anEmail()];
      const [first = ''] = emails;
      await makeKnown(first);
      if (ofSubscription) {
        await makeStand(first, { purpose }, 'given');
        await makeStand(first, { subscription: 'newsletter' }, ofSubscription);
      }
      if (ofPurpose) await makeStand(first, { purpose }, ofPurpose);
      if (ofNotice) await makeStand(first, { purpose: notice }, ofNotice);
      const own = await readOn();
      for (const record of own) add(all, record);
      for (const { writer, who } of steps) {
        const email = emails[who] ?? '';
        await writers[writer](email);
        const written = await readOn();
        expectNoRaise(writer, all, written);
        own.push(...written);
        const { people, standings } = await kept(emails);
        expectPurposes(standings);
        expect(replayed(own, people)).toEqual(standings);
        await expectAgreement(writer, email);
      }
    }),
    { seed: SEED, numRuns: 40 },
  );
  expect(await mistaken()).toBe(0);
  expect(await loose()).toEqual({ empty: 0, unopened: 0, strange: 0 });
}, 300_000);
