// `npm run bench:embed`: how soon a visitor can use a form of ours, beside a hand-written one and beside what
// other sites use to ask for consent or an address. Method: each side does what its documentation says for the
// smallest comparable thing; one server on this machine serves all of them over HTTP/2 and TLS with brotli, our
// Worker's answers passed on through it; Chromium has never been there, with Slow 4G and a CPU four times slower.
// The sides take turns, each round beginning with another; medians of ROUNDS rounds go to BENCHMARKS.md.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags, findBrowser } from '../browser/browsers.ts';
import { runEverything } from '../running.ts';
import { type Measured, measure } from './embed/measure.ts';
import { HOST, startBench } from './embed/server.ts';
import { c15tSource, packages, pageOf, type Side, sidesOf } from './embed/sides.ts';
import { median } from './median.ts';
import { put, tableOf, WRITTEN } from './table.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 13);
/** How much later than a hand-written form ours may be usable. */
const GOAL = 1.25;

const run = promisify(execFile);

/** Installs the peers beside the project, into a folder that is gone after the run. */
const installPeers = async (folder: string): Promise<void> => {
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder];
  await run('npm', ['install', ...quiet, ...packages], { cwd: folder });
  await build({
    stdin: { contents: c15tSource, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    outfile: join(folder, 'node_modules/c15t.js'),
    logLevel: 'silent',
  });
};

/** The smallest form of ours: an address, and one consent. */
const smallForm = (origin: string) => ({
  locale: 'en',
  locales: ['en'],
  origins: [origin],
  submit: { en: 'Sign me up' },
  done: { title: { en: 'Thank you' }, text: { en: 'We have noted it.' } },
  inactive: { en: 'This form is closed.' },
  sections: [
    {
      key: 'main',
      fields: [{ key: 'email', kind: 'email', label: { en: 'E-mail' }, required: true }],
      purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter'] }],
    },
  ],
});

/** Publishes the form, and reads what the console and a website's server are given of it. */
const publish = async (worker: string, token: string, origin: string) => {
  const form = 'small';
  const published = await fetch(`${worker}/v1/forms/${form}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify(smallForm(origin)),
  });
  if (!published.ok) throw new Error(await published.text());
  const embed = await (await fetch(`${worker}/f/${form}/embed?locale=en&page=${origin}/`)).text();
  const room = /min-height:([^;"]+)/.exec(embed)?.[1] ?? '';
  return { form, room, embed };
};

const pathOf = (index: number): string => `/page-${index}`;

/** Measures every side in turn, round after round; the first round only warms up what is served. */
const measureAll = async (
  browser: Browser,
  origin: string,
  sides: readonly Side[],
): Promise<ReadonlyMap<Side, Measured[]>> => {
  const all = new Map<Side, Measured[]>(sides.map((side) => [side, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [turn] of sides.entries()) {
      const index = (turn + round) % sides.length;
      const side = sides[index];
      if (!side) continue;
      const measured = await measure(browser, `${origin}${pathOf(index)}`, side.usable);
      if (round > 0) all.get(side)?.push(measured);
    }
    if (round > 0) console.log(`round ${round} of ${ROUNDS}`);
  }
  return all;
};

type Row = { name: string } & Measured;

const rowsOf = (all: ReadonlyMap<Side, Measured[]>): Row[] =>
  [...all].map(([{ name }, rounds]) => {
    const of = (key: keyof Measured) => median(rounds.map((round) => round[key]));
    return {
      name,
      usable: of('usable'),
      requests: of('requests'),
      depth: of('depth'),
      bytes: of('bytes'),
      shift: of('shift'),
    };
  });

const HEAD = [
  'side',
  'usable (ms)',
  'against hand-written',
  'requests',
  'deep',
  'bytes',
  'layout shift',
];

const cellsOf = (first: number, { name, usable, requests, depth, bytes, shift }: Row): string[] => [
  name,
  Math.round(usable).toLocaleString('en'),
  (usable / first).toFixed(2),
  String(requests),
  String(depth),
  bytes.toLocaleString('en'),
  shift.toFixed(3),
];

/** Says where one of ours moves the page, or where the one answer for a form is later than it may be, or than a peer. */
const shortOf = ([handWritten, ...others]: readonly Row[]): string[] => {
  const limit = (handWritten?.usable ?? 0) * GOAL;
  const isOurs = ({ name }: Row) => name.startsWith('ours');
  const soonest = Math.min(...others.filter((row) => !isOurs(row)).map(({ usable }) => usable));
  // The general loader is for pages with many forms, and waits twice for the line.
  return others.filter(isOurs).flatMap(({ name, usable, shift }) => {
    const isForOne = !name.includes('loader');
    return [
      ...(isForOne && usable > limit ? [`${name} is later than ${GOAL} times`] : []),
      ...(isForOne && usable >= soonest ? [`${name} is not ahead of every peer`] : []),
      ...(shift > 0.001 ? [`${name} moves the page`] : []),
    ];
  });
};

const folder = await mkdtemp(join(tmpdir(), 'samtykke-bench-'));
const bench = await startBench(folder);
const { origin } = bench;
const flags = [...chromiumFlags, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`];
try {
  await installPeers(folder);
  await run(process.execPath, ['worker/tools/build.ts']);
  const everything = await runEverything({
    vars: { ENVIRONMENT: 'development', PUBLIC_URL: origin },
  });
  const executablePath = findBrowser('Chromium or Chrome');
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const { worker, token } = everything;
    const sides = sidesOf(origin, await publish(worker, token, origin));
    const pages = new Map(sides.map((side, index) => [pathOf(index), pageOf(side)]));
    bench.serve({ pages, peers: join(folder, 'node_modules'), worker });
    const rows = rowsOf(await measureAll(browser, origin, sides));
    const first = rows[0]?.usable ?? 1;
    const table = tableOf(
      HEAD,
      rows.map((row) => cellsOf(first, row)),
    );
    console.log(table);
    const short = shortOf(rows);
    for (const each of short) console.error(each);
    // A round or two are to see that all works; only a whole run is written down.
    if (ROUNDS >= 13)
      await writeFile(WRITTEN, put(await readFile(WRITTEN, 'utf8'), 'embed', table));
    if (short[0] && ROUNDS >= 3) process.exitCode = 1;
  } finally {
    await browser.close();
    await everything.stop();
  }
} finally {
  bench.stop();
  await rm(folder, { recursive: true, force: true });
}
