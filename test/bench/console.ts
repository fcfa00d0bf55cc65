// `npm run bench:console`: how long the console's pages take at a million people and five million records,
// against a thousand. Method: each database behind a `wrangler dev` of its own on this machine; every
// page is asked for in turn, once to warm up and then ROUNDS times, at one and then at the other; the
// 95th percentiles are compared. The goal is less than 3 times. Then the audience of the newsletter is exported
// whole from each, once. A short run that only shows that all of it works:
// BENCH_PERSONS=2000 BENCH_ROUNDS=2 npm run bench:console
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Everything, runEverything } from '../running.ts';
import { fill } from './fill.ts';
import { signIn } from './sign-in.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 30);
const MANY = Number(process.env.BENCH_PERSONS ?? 1_000_000);
const FEW = 1000;
const GOAL = 3;

const pages = [
  '',
  '/forms',
  '/forms/newsletter/statistics',
  '/submissions',
  '/submissions?state=new',
  '/submissions?state=failed',
  '/people',
  '/people?email=stored-5',
  '/people?purpose=e-marketing&decision=given',
  '/people?subscription=newsletter&subscriptionDecision=given',
  '/people?source=web-form',
  '/people?legalBasis=61A',
  '/people?since=2023-11-14&until=2023-11-14',
  '/people?activeUntil=2030-01-01',
  '/people?purpose=e-marketing&decision=withdrawn',
  '/people?purpose=e-marketing&decision=given&wording=older',
  '/people/PERSON',
  '/jobs',
  '/requests',
  '/notices',
  '/retention',
  '/register',
  '/lists',
  '/lists/purposes/e-marketing',
  '/settings',
  '/mail',
  '/audit',
  '/users',
];

type Site = { everything: Everything; cookie: string; person: string };

const stored = async (persons: number): Promise<Site> => {
  const everything = await runEverything({ vars: { ENVIRONMENT: 'development' } });
  await everything.stopWorker();
  await fill(everything.state, persons, 5);
  await everything.startWorker();
  const { worker, demo, token } = everything;
  const form = (await (await fetch(`${worker}/v1/forms/newsletter`)).json()) as { version: number };
  const email = 'someone@example.com';
  await fetch(`${worker}/v1/forms/newsletter/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: demo },
    body: JSON.stringify({
      version: form.version,
      locale: 'en',
      fields: { email },
      page: `${demo}/`,
      purposes: { 'e-marketing': true },
      subscriptions: { newsletter: true },
    }),
  });
  const found = await fetch(`${worker}/v1/people?email=${email}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { people } = (await found.json()) as { people: { id: string }[] };
  return { everything, cookie: await signIn(worker), person: people[0]?.id ?? '' };
};

const ask = async ({ everything, cookie, person }: Site, page: string): Promise<number> => {
  const began = performance.now();
  const answer = await fetch(`${everything.worker}/console${page.replace('PERSON', person)}`, {
    headers: { Cookie: cookie },
    redirect: 'manual',
  });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
  return performance.now() - began;
};

const End = z.object({ rows: z.number(), next: z.string().nullable() });

/** Reads one answer of an export of the newsletter's audience; returns its last line. */
const exportFrom = async ({ worker, token }: Everything, after: string) => {
  const address = `${worker}/v1/exports/audiences/newsletter?format=ndjson&after=${after}`;
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
  if (answer.status !== 200 || !answer.body) throw new Error(`audience: ${answer.status}`);
  let tail = '';
  for await (const text of answer.body.pipeThrough(new TextDecoderStream()))
    tail = (tail + text).slice(-1000);
  return End.parse(JSON.parse(tail.trimEnd().split('\n').at(-1) ?? ''));
};

/** How long it takes to export everybody who may get the newsletter, in as many answers as that takes. */
const exportAudience = async ({ everything }: Site) => {
  const began = performance.now();
  const exported = { people: 0, answers: 0, seconds: 0 };
  let next: string | null = '';
  while (next !== null) {
    const end: z.infer<typeof End> = await exportFrom(everything, next);
    exported.people += end.rows;
    exported.answers += 1;
    next = end.next;
  }
  exported.seconds = (performance.now() - began) / 1000;
  return exported;
};

const p95 = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;

execFileSync(process.execPath, ['worker/tools/build.ts'], { stdio: 'inherit' });
const few = await stored(FEW);
const many = await stored(MANY);
const measured = [];
for (const page of pages) {
  const times = { few: [] as number[], many: [] as number[] };
  await ask(few, page);
  await ask(many, page);
  for (let round = 0; round < ROUNDS; round++) {
    times.few.push(await ask(few, page));
    times.many.push(await ask(many, page));
  }
  const [one, other] = [p95(times.few), p95(times.many)];
  const ratio = other / one;
  measured.push({ page: page || '/', few: one, many: other, ratio });
  if (ratio >= GOAL) process.exitCode = 1;
  console.log(
    `${ratio < GOAL ? 'met   ' : 'MISSED'} ${(page || '/').padEnd(62)} ${one.toFixed(0).padStart(5)} ms ${other.toFixed(0).padStart(6)} ms  ${ratio.toFixed(2)}`,
  );
}
const exported = [await exportAudience(few), await exportAudience(many)];
for (const { people, answers, seconds } of exported)
  console.log(
    `audience exported: ${people.toLocaleString('en')} people in ${seconds.toFixed(1)} s and ${answers} answers`,
  );
await mkdir('test-results', { recursive: true });
await writeFile(
  'test-results/bench-console.json',
  JSON.stringify({ MANY, measured, exported }, null, 2),
);
await Promise.all([few.everything.stop(), many.everything.stop()]);
