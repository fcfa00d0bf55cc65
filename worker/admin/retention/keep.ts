import { decideOf } from '../../ledger/decide.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { erasePeople } from '../../people/erase.ts';
import { writeAct } from '../../platform/audit.ts';
import type { Env } from '../../platform/env.ts';
import { addressHashes } from '../../platform/signing/address-hash.ts';
import { readSetting, settings } from '../../settings/store.ts';
import {
  countOver,
  countSubmissions,
  dropSubmissions,
  moveCursor,
  readCursor,
  readOld,
  readOver,
} from './store.ts';

const DAY_MS = 86_400_000;
const SLICE = 200;

/** Lets what has stood for too long without a sign of life expire, and says so in the ledger. */
const expirePurposes = async (env: Env, now: number): Promise<void> => {
  const lists = await readWholeLists(env.DB);
  for (const { key, retentionDays } of lists.purposes) {
    if (retentionDays === null) continue;
    const over = await readOver(env.DB, key, now - retentionDays * DAY_MS, SLICE);
    if (over.length === 0) continue;
    const occasion = {
      source: 'manual',
      actor: 'system',
      authority: 'none' as const,
      statement: null,
      page: null,
    };
    const people = over.map(({ person, legalBasis }) => ({
      person,
      choices: [{ purpose: key, decision: 'expired' as const, legalBasis, rule: 'ends' as const }],
    }));
    await env.DB.batch([
      ...(await decideOf(env.DB, people, occasion, now)),
      writeAct(env.DB, {
        ...{ actor: 'system', act: 'retention.expire', object: key },
        after: { people: over.length },
      }),
    ]);
  }
};

const dropOldSubmissions = async (env: Env, now: number): Promise<void> => {
  const days = await readSetting(env.DB, 'submission-days', settings['submission-days']);
  if (days === 0) return;
  const submissions = await dropSubmissions(env.DB, now - days * DAY_MS, SLICE);
  if (submissions === 0) return;
  await writeAct(env.DB, {
    ...{ actor: 'system', act: 'retention.submissions', object: 'submissions' },
    after: { submissions },
  }).run();
};

/** Erases people of whom nothing stands and nothing was heard for long; a slice a run, round and round. */
const eraseStale = async (env: Env, now: number): Promise<void> => {
  const days = await readSetting(env.DB, 'stale-days', settings['stale-days']);
  if (days === 0) return;
  const old = await readOld(env.DB, now - days * DAY_MS, await readCursor(env.DB, 'stale'), SLICE);
  const stale = old.filter(({ isStale }) => isStale);
  const last = old.at(-1);
  const hashes = await addressHashes(
    env,
    stale.map(({ email }) => email),
  );
  await env.DB.batch([
    moveCursor(
      env.DB,
      'stale',
      last && old.length === SLICE
        ? { createdAt: last.createdAt, id: last.id }
        : { createdAt: 0, id: '' },
    ),
    ...(stale.length > 0
      ? [
          ...erasePeople(
            env.DB,
            stale.map(({ id }) => id),
            hashes,
            now,
          ),
          writeAct(env.DB, {
            ...{ actor: 'system', act: 'retention.erase', object: 'people' },
            after: { people: stale.map(({ id }) => id) },
          }),
        ]
      : []),
  ]);
};

/** What the schedule does: a slice of each. What is left is for the next run. */
export const keepRetention = async (env: Env, now: number): Promise<void> => {
  await expirePurposes(env, now);
  await dropOldSubmissions(env, now);
  await eraseStale(env, now);
};

/** What will be over within some days, and why. */
export type Upcoming = {
  purposes: { purpose: string; days: number; count: number }[];
  submissions: { days: number; count: number };
  staleDays: number;
};

/** Counts what retention will end or delete within so many days; no count goes beyond ten thousand. */
export const readUpcoming = async (env: Env, now: number, within: number): Promise<Upcoming> => {
  const { purposes } = await readWholeLists(env.DB);
  const horizon = now + within * DAY_MS;
  const days = await readSetting(env.DB, 'submission-days', settings['submission-days']);
  return {
    purposes: await Promise.all(
      purposes.flatMap(({ key, retentionDays }) =>
        retentionDays === null
          ? []
          : [
              countOver(env.DB, key, horizon - retentionDays * DAY_MS).then((count) => ({
                ...{ purpose: key, days: retentionDays, count },
              })),
            ],
      ),
    ),
    submissions: {
      days,
      count: days === 0 ? 0 : await countSubmissions(env.DB, horizon - days * DAY_MS),
    },
    staleDays: await readSetting(env.DB, 'stale-days', settings['stale-days']),
  };
};
