import { resolve } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers';
import { build } from 'esbuild';
import { defineConfig, type Plugin } from 'vitest/config';
import { identityKeys } from './test/worker/entry/site-keys.ts';
import { newLinkKey } from './worker/identity/keys.ts';
import { litOnServer } from './worker/lit-on-server.ts';

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
  resolveId: (source) => (source === './render.ts' ? rendered : undefined),
};

/** Stands in for Turnstile's server, the one outside party that a Worker under test may call. */
const cloudflareStandIn = async (request: Request): Promise<Response> => {
  const answer = new URLSearchParams(await request.text()).get('response');
  return Response.json({ success: answer === 'a-person' });
};

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [
          renderOnServer,
          cloudflareTest({
            main: './worker/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                MIGRATIONS: migrations,
                ENVIRONMENT: 'test',
                LINK_KEYS: newLinkKey('test'),
                HASH_KEY: 'h'.repeat(40),
                IDENTITY_KEYS: JSON.stringify(identityKeys),
              },
              outboundService: cloudflareStandIn,
              email: { send_email: [{ name: 'EMAIL' }] },
            },
          }),
        ],
        define: { BUILD: '"test"' },
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          setupFiles: ['test/worker/setup.ts'],
        },
      },
      {
        test: {
          name: 'widget',
          include: ['test/widget/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: [
            'test/browser/**/*.test.ts',
            'test/faults/**/*.test.ts',
            'test/mail/**/*.test.ts',
          ],
          globalSetup: ['test/browser/setup.ts'],
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
