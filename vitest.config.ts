import { resolve } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { build } from 'esbuild';
import { defineConfig, type Plugin } from 'vitest/config';
import { keepInMemory } from './test/in-memory.ts';
import { LongFirst } from './test/long-first.ts';
import { accessKeys } from './test/worker/console/access-keys.ts';
import { certificate, secrets } from './test/worker/signals/provider-keys.ts';
import { identityKeys } from './test/worker/visitor/verify/site-keys.ts';
import { FormPart } from './worker/contract/form.ts';
import { newLinkKey } from './worker/platform/signing/keys.ts';
import { litOnServer } from './worker/tools/lit-on-server.ts';

keepInMemory();

const migrations = await readD1Migrations('worker/migrations');
const rendered = resolve('dist/test/render.js');

/** Vitest, like wrangler, would take Lit's browser build; what renders on the server is bundled for it. */
const renderOnServer: Plugin = {
  name: 'render-on-server',
  enforce: 'pre',
  buildStart: async () => {
    await build({
      ...litOnServer,
      entryPoints: ['worker/pages/render.ts'],
      outfile: rendered,
      define: { BUILD: '"test"' },
    });
  },
  resolveId: (source) => (source.endsWith('/render.ts') ? rendered : undefined),
};

/** Leaves out where lines of libraries come from, half of what a runtime is handed as it starts. */
const withoutMapsOfLibraries: Plugin = {
  name: 'without-maps-of-libraries',
  enforce: 'post',
  transform: {
    filter: { id: /\/node_modules\// },
    handler: (code) => ({ code, map: { mappings: '' } }),
  },
};

/** Answers of the robot check that were asked about, for Turnstile takes each only once. */
const spent = new Set<string>();

/**
 * Stands in for the widget in the scripts of forms, which tests in workerd can read but not run: each function
 * by its name. The browser tests run the real ones.
 */
const widgetFunctions = Object.fromEntries(
  ['loader', 'known', 'form', 'css', ...FormPart.options].map((name) => [name, name.toUpperCase()]),
);

/**
 * Stands in for the outside parties that a Worker under test may call: Turnstile's server, that which tells the
 * keys of Cloudflare Access, Amazon SNS, which shows its certificate and takes confirmations, and a mailing tool that
 * is asked for its lists.
 */
const standIn = async (request: Request): Promise<Response> => {
  const { hostname, pathname } = new URL(request.url);
  if (hostname === 'sns.eu-west-1.amazonaws.com')
    return new Response(pathname.endsWith('.pem') ? certificate : '');
  if (pathname === '/cdn-cgi/access/certs') return Response.json({ keys: [accessKeys.public] });
  if (pathname === '/api/lists')
    return Response.json({ data: { results: [{ id: 1, name: 'News', optin: 'single' }] } });
  const answer = new URLSearchParams(await request.text()).get('response');
  if (answer === 'a-failure') return new Response(null, { status: 502 });
  if (answer === 'a-silence') await new Promise((resolve) => setTimeout(resolve, 2000));
  const isFirst = !spent.has(answer ?? '');
  spent.add(answer ?? '');
  return Response.json({ success: isFirst && answer?.startsWith('a-person') });
};

/** No test may fail because the machine is busy: these limits only end what hangs. */
const patient = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000, interval: 100 } },
};

const isShuffled = process.argv.some((argument) => argument.startsWith('--sequence.shuffle'));

export default defineConfig({
  test: {
    // Much of a test's time is waiting, for a disk or a browser: three files share two cores well.
    maxWorkers: 3,
    // A sequencer of our own takes the place of the one that shuffles.
    sequence: isShuffled ? {} : { sequencer: LongFirst },
    // What the Worker logs of a failure that a test wants is of interest only if the test fails.
    silent: 'passed-only',
    projects: [
      {
        plugins: [
          renderOnServer,
          withoutMapsOfLibraries,
          cloudflareTest({
            main: './worker/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                MIGRATIONS: migrations,
                ENVIRONMENT: 'test',
                D1_QUERIES: '1000',
                PUBLIC_URL: 'https://samtykke.test',
                LINK_KEYS: newLinkKey('test'),
                HASH_KEY: 'h'.repeat(40),
                SECRETS_KEY: newLinkKey('test'),
                ADMIN_EMAIL: 'first@site.test',
                ACCESS_TEAM: 'team.cloudflareaccess.com',
                ACCESS_AUD: 'the-console',
                IDENTITY_KEYS: JSON.stringify(identityKeys),
                ...secrets,
              },
              outboundService: standIn,
              email: { send_email: [{ name: 'EMAIL' }] },
              r2Buckets: ['FILES'],
              // A second installation, where two of them talk to each other.
              d1Databases: ['OTHER'],
            },
          }),
        ],
        define: { BUILD: '"test"', WIDGET: JSON.stringify(widgetFunctions) },
        test: {
          name: 'worker',
          ...patient,
          // A runtime takes longer to start than most files of tests: setup.ts empties it for each instead. Two keep
          // two cores busy, for these tests wait for nothing else; a group of its own may have another number.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          include: ['test/worker/**/*.test.ts'],
          setupFiles: ['test/worker/setup.ts'],
        },
      },
      {
        test: {
          name: 'house',
          ...patient,
          // Its files only read: a process for each would take longer to start than most of them.
          isolate: false,
          include: ['test/*.test.ts'],
        },
      },
      {
        test: {
          name: 'widget',
          ...patient,
          isolate: false,
          include: ['test/widget/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts', 'test/mail/**/*.test.ts'],
          // One browser, and the pages in it, serve all files that a process runs.
          isolate: false,
          setupFiles: ['test/browser/each.ts'],
          globalSetup: ['test/browser/setup.ts'],
          ...patient,
        },
      },
    ],
  },
});
