import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OpenForm } from '../../worker/contract/form.ts';
import { SubmissionAnswer } from '../../worker/contract/submission.ts';
import { seeded } from '../fuzz/random.ts';
import { type MailServer, startMailServer } from '../mail/server.ts';
import { smtpVars } from '../mail/sign-up.ts';
import { type Everything, runEverything } from '../running.ts';

/** How often the Worker is killed, and for how long at most the test goes on doing so. */
const KILLS = Number(process.env.KILLS ?? 200);
const MINUTES = Number(process.env.MINUTES ?? 90);

const VISITORS = 6;

let server: MailServer;
let everything: Everything;

beforeAll(async () => {
  server = await startMailServer();
  everything = await runEverything({ vars: { ...smtpVars(server), ENVIRONMENT: 'development' } });
});
afterAll(async () => {
  await everything.stop();
  server.stop();
});

type Attempt = { email: string; key: string };

const random = seeded(20261125);
const acknowledged = new Map<string, SubmissionAnswer>();
const unanswered: Attempt[] = [];

const version = async (): Promise<number> =>
  OpenForm.parse(await (await fetch(`${everything.worker}/v1/forms/newsletter`)).json()).version;

/** Sends what was never answered again first, as the widget does, with the key that it had. */
const signUp = async (form: number): Promise<void> => {
  const attempt = unanswered.pop() ?? { email: `${randomUUID()}@example.com`, key: randomUUID() };
  try {
    const answer = await fetch(`${everything.worker}/v1/forms/newsletter/submissions`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: everything.demo,
        'Idempotency-Key': attempt.key,
      },
      body: JSON.stringify({
        version: form,
        locale: 'en',
        fields: { email: attempt.email },
        purposes: { 'e-marketing': true },
        subscriptions: { newsletter: true },
        page: `${everything.demo}/`,
      }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    acknowledged.set(attempt.email, SubmissionAnswer.parse(await answer.json()));
  } catch (error) {
    unanswered.push(attempt);
    throw error;
  }
};

const knock = () => fetch(`${everything.worker}/cdn-cgi/local/scheduled`);

/** Lets visitors sign up and the schedule run until the Worker is killed at some moment. */
const loadAndKill = async (form: number): Promise<void> => {
  const forever = async (act: () => Promise<unknown>) => {
    for (;;) await act();
  };
  const load = Promise.allSettled([
    ...Array.from({ length: VISITORS }, () => forever(() => signUp(form))),
    forever(knock),
  ]);
  await pause(random.below(1000));
  await everything.killWorker();
  await load;
};

/** Works on the database of a Worker that is not running. */
const inDatabase = async <Result>(work: (db: DatabaseSync) => Result): Promise<Result> => {
  const folder = join(everything.state, 'v3/d1/miniflare-D1DatabaseObject');
  const file = (await readdir(folder)).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name)) ?? '';
  const db = new DatabaseSync(join(folder, file));
  try {
    return work(db);
  } finally {
    db.close();
  }
};

/** Makes every email due, and lets the schedule send until none waits. */
const sendAll = async (): Promise<void> => {
  const waiting = () =>
    inDatabase((db) => {
      db.exec("UPDATE outbox SET next_at = 0 WHERE state = 'waiting'");
      return Number(
        db.prepare("SELECT COUNT(*) AS count FROM outbox WHERE state = 'waiting'").get()?.count,
      );
    });
  while ((await waiting()) > 0) {
    await everything.startWorker();
    for (let time = 0; time < 20; time++) await knock();
    await everything.stopWorker();
  }
};

/** Of the tables, person by person: the views would read the whole ledger for each. */
const UNLIKE_THE_LEDGER = `
SELECT h.person, h.item
FROM held h
WHERE h.occasion * 4096 + h.n IS NOT (
  SELECT MAX(o.number * 4096 + d.n)
  FROM occasion o
  JOIN decided d ON d.occasion = o.number
  WHERE o.person = h.person AND d.item = h.item
)
UNION ALL
SELECT o.person, d.item
FROM occasion o
JOIN decided d ON d.occasion = o.number
LEFT JOIN held h ON h.person = o.person AND h.item = d.item
WHERE h.person IS NULL`;

const SUBMISSIONS = `
SELECT s.id, COUNT(d.n) AS records, COUNT(DISTINCT d.item) AS items
FROM submission s
JOIN person p ON p.id = s.person
LEFT JOIN occasion o ON o.person = p.number
  AND iif(o.submission = x'', o.base, o.submission) = unhex(s.id, '-')
LEFT JOIN decided d ON d.occasion = o.number
GROUP BY s.id`;

test(
  'a Worker that is killed again and again loses and doubles nothing',
  async () => {
    const form = await version();
    const end = Date.now() + MINUTES * 60_000;
    let kills = 0;
    for (; kills < KILLS && Date.now() < end; kills++) {
      await loadAndKill(form);
      await everything.startWorker();
    }
    while (unanswered.length > 0) await signUp(form);
    await everything.stopWorker();
    await sendAll();

    const [submissions, unlike] = await inDatabase((db) => [
      db.prepare(SUBMISSIONS).all(),
      db.prepare(UNLIKE_THE_LEDGER).all(),
    ]);
    console.info(
      `${kills} kills, ${acknowledged.size} acknowledged, ${submissions.length} submissions, ${server.received.length} emails`,
    );
    expect(unlike).toEqual([]);
    expect(submissions.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...acknowledged.values()].map(({ submission }) => submission)),
    );
    expect(submissions).toHaveLength(acknowledged.size);
    expect(submissions.filter(({ records, items }) => records === 0 || records !== items)).toEqual(
      [],
    );

    const ids = Map.groupBy(server.received, ({ to }) => to);
    const wrong = [...acknowledged.keys()].filter(
      (email) => new Set((ids.get(email) ?? []).map(({ mail }) => mail.messageId)).size !== 1,
    );
    expect(wrong).toEqual([]);
  },
  (MINUTES + 15) * 60_000,
);
