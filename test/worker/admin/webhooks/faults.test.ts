import { env } from 'cloudflare:test';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deliverSlice } from '../../../../worker/admin/webhooks/deliver.ts';
import { openReader } from '../../../../worker/events/readers.ts';
import type { Database } from '../../../../worker/platform/database.ts';
import { type Random, seeded } from '../../../fuzz/random.ts';
import { theSystem } from '../../builders.ts';
import { aReceiver, aWebhook, forgetWebhooks } from './receiving.ts';

const ACT = "INSERT INTO event (kind, person, at) VALUES ('person.created', ?1, ?2)";

/** A database of which what writes fails now and then, before or after it is done. */
const failing = (random: Random, chance: number): Database => ({
  prepare: (sql) => env.DB.prepare(sql),
  batch: async <Row>(statements: D1PreparedStatement[]) => {
    if (random.chance(chance / 2)) throw new Error('D1_ERROR: Network connection lost.');
    const results = await env.DB.batch<Row>(statements);
    if (random.chance(chance / 2)) throw new Error('D1_ERROR: Network connection lost.');
    return results;
  },
});

/** A receiver that now and then refuses, is slow, or has taken what it then does not answer for. */
const moody = (random: Random, isBad: () => boolean) => {
  const receiver = aReceiver();
  const taken: { person: string | null; sequence: number }[] = [];
  receiver.answers(({ sequence, data: { person } }) => {
    const mood = isBad() ? random.below(5) : 4;
    if (mood === 0) return new Response(null, { status: 500 });
    if (mood === 1) return new Response(null, { status: 429, headers: { 'Retry-After': '60' } });
    if (mood === 2) throw new TypeError('Network connection lost.');
    taken.push({ person, sequence });
    if (mood === 3) throw new TypeError('The answer is lost.');
    return new Response(null, { status: 200 });
  });
  return { outgoing: receiver.outgoing, taken };
};

/** In which order the events of a person were taken, each the first time that it was. */
const takenOf = (taken: ReturnType<typeof moody>['taken'], person: string): number[] => [
  ...new Set(taken.filter((each) => each.person === person).map(({ sequence }) => sequence)),
];

describe('whatever fails, on either side,', () => {
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });

  afterAll(() => {
    vi.useRealTimers();
  });

  test.each(Array.from({ length: 6 }, (_, seed) => seed + 1))(
    'every event arrives, and those of one person in their order (seed %i)',
    async (seed) => {
      const random = seeded(seed);
      await forgetWebhooks();
      const { id } = await aWebhook();
      await openReader(env.DB, 'changes', { holds: false }).run();
      let isBad = true;
      const receiver = moody(random, () => isBad);
      const people = Array.from({ length: 4 }, () => crypto.randomUUID());
      const acts: string[] = [];
      const happen = async () => {
        const some = Array.from({ length: random.below(4) }, () => random.pick(people));
        acts.push(...some);
        if (some.length > 0)
          await env.DB.batch(some.map((person) => env.DB.prepare(ACT).bind(person, Date.now())));
      };
      const deliver = async (chance: number) => {
        const caller = { ...theSystem(env), db: failing(random, chance) };
        await deliverSlice(caller, id, { outgoing: receiver.outgoing, most: 6 }).catch(() => false);
      };

      for (let minute = 0; minute < 40; minute++) {
        await happen();
        // Two runs at once: one of them finds that the other has the webhook.
        await Promise.all([deliver(0.2), deliver(0.2)]);
        vi.setSystemTime(Date.now() + random.below(20) * 60_000);
      }
      isBad = false;
      for (let hours = 0; hours < 30; hours++) {
        vi.setSystemTime(Date.now() + 3 * 3_600_000);
        await deliver(0);
      }

      for (const person of people) {
        const sequences = takenOf(receiver.taken, person);
        expect(sequences).toHaveLength(acts.filter((each) => each === person).length);
        expect(sequences).toEqual(sequences.toSorted((one, other) => one - other));
      }
    },
  );
});
