import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { gather } from '../../../worker/platform/gather.ts';
import { byTrips } from '../trips.ts';

/** A gathering database, and the size of each round trip that it made. */
const aDatabase = () => {
  const trips: number[] = [];
  const db = byTrips(env.DB, (go, queries) => {
    trips.push(queries);
    return go();
  });
  return { db: gather(db), trips };
};

const insert = (key: string) => `INSERT INTO sweep (name, cursor) VALUES ('${key}', 'here')`;
const read = (key: string) => `SELECT cursor FROM sweep WHERE name = '${key}'`;

test('what is asked at once goes in one round trip, and each gets its own answer', async () => {
  const { db, trips } = aDatabase();
  const [one, all, batch, none] = await Promise.all([
    db.prepare('SELECT ?1 AS value').bind('a').first<string>('value'),
    db.prepare('SELECT 1 AS value UNION ALL SELECT 2').all(),
    db.batch([db.prepare('SELECT 3 AS value'), db.prepare('SELECT 4 AS value')]),
    db.prepare('SELECT 5 AS value WHERE false').first(),
  ]);
  expect(one).toBe('a');
  expect(all.results).toEqual([{ value: 1 }, { value: 2 }]);
  expect(batch.map(({ results }) => results)).toEqual([[{ value: 3 }], [{ value: 4 }]]);
  expect(none).toBeNull();
  expect(trips).toEqual([5]);
});

test('what is asked once an answer is there goes in the next round trip', async () => {
  const { db, trips } = aDatabase();
  await db.prepare('SELECT 1').all();
  await db.prepare('SELECT 2').all();
  expect(trips).toEqual([1, 1]);
});

test('what several ask at once is read once, and each gets the answer', async () => {
  const { db, trips } = aDatabase();
  const say = (value: unknown) => db.prepare('SELECT ?1 AS value').bind(value).first('value');
  const bytes = (...of: number[]) => say(new Uint8Array(of).buffer);
  const answers = await Promise.all([say('a'), say('b'), say('a'), bytes(1), bytes(2), bytes(1)]);
  expect(answers).toEqual(['a', 'b', 'a', [1], [2], [1]]);
  expect(trips).toEqual([4]);
});

test('what is asked again behind a write is read again', async () => {
  const { db, trips } = aDatabase();
  const cursor = () => db.prepare(read('again')).first<string>('cursor');
  const insertion = db.prepare(insert('again'));
  const [before, , after] = await Promise.all([cursor(), insertion.run(), cursor()]);
  expect([before, after]).toEqual([null, 'here']);
  expect(trips).toEqual([1, 2]);
});

test('what is asked behind a write sees what it wrote, in its round trip', async () => {
  const { db, trips } = aDatabase();
  const [written, cursor] = await Promise.all([
    db.prepare(insert('behind')).run(),
    db.prepare(read('behind')).first<string>('cursor'),
  ]);
  expect(written.meta.changes).toBe(1);
  expect(cursor).toBe('here');
  expect(trips).toEqual([2]);
});

test('a write that fails takes no other write along', async () => {
  const { db, trips } = aDatabase();
  const [first, second, third] = await Promise.allSettled([
    db.batch([db.prepare(insert('first'))]),
    db.batch([db.prepare(insert('second')), db.prepare(insert('first'))]),
    db.prepare(`${insert('third')} RETURNING name`).first<string>('name'),
  ]);
  expect(first.status).toBe('fulfilled');
  expect(second.status).toBe('rejected');
  expect(third).toEqual({ status: 'fulfilled', value: 'third' });
  expect(await db.prepare(read('second')).first()).toBeNull();
  expect(trips).toEqual([1, 2, 1, 1]);
});
