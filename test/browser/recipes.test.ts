import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ChangesPage } from '../../worker/contract/events.ts';
import { freePort } from '../../worker/tools/wrangler.ts';
import { bare } from './tag.ts';
import {
  aForm,
  anEmail,
  put,
  recorded,
  register,
  token,
  type Visit,
  visit,
  worker,
} from './visitor.ts';

/** Where the recipes say that the Worker is. */
const WRITTEN = 'https://consent.example.com';

const recipe = async (name: string): Promise<string> =>
  (await readFile(`demo/recipes/${name}`, 'utf8')).replaceAll(WRITTEN, worker);

const signUp = async ({ page }: Visit, submit: string): Promise<string> => {
  const email = anEmail();
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Yes, send me news').check();
  await page.getByLabel('Newsletter').check();
  await page.getByRole('button', { name: submit }).click();
  await page.getByRole('heading', { name: /^Thank/ }).waitFor();
  return email;
};

describe('the recipe for a server that renders with React', () => {
  let server: ChildProcess;
  let address: string;

  beforeAll(async () => {
    const outfile = resolve('.build/recipes/server.mjs');
    await build({
      entryPoints: ['demo/recipes/server.jsx'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      jsx: 'automatic',
      external: ['react', 'react-dom'],
      alias: { 'samtykke/embed': resolve('widget/package/embed.ts') },
    });
    const port = await freePort();
    address = `http://localhost:${port}`;
    const form = await aForm({ origins: [address] });
    server = spawn(process.execPath, [outfile], {
      env: { ...process.env, PORT: String(port), SAMTYKKE: worker, FORM: form },
      stdio: 'inherit',
    });
    await vi.waitFor(() => fetch(address), { timeout: 60_000, interval: 100 });
  });

  afterAll(() => server.kill());

  test.each([true, false])('takes a sign-up, with JavaScript %s', async (javaScriptEnabled) => {
    const visited = await visit(`${address}/join`, { javaScriptEnabled });
    expect(await recorded(await signUp(visited, 'Send'))).toMatchObject({ newsletter: 'given' });
  });
});

test('the recipe for a tag manager loads the form, and tells it what was decided and not by whom', async () => {
  const tag = await recipe('tag-manager.html');
  // A container puts such a tag into the page by copies of its scripts: those that are parsed with it would not run.
  const container = `<script>
    const holder = document.createElement('div');
    holder.innerHTML = ${JSON.stringify(tag).replaceAll('<', '\\u003c')};
    for (const script of holder.querySelectorAll('script')) {
      const copy = document.createElement('script');
      copy.text = script.text;
      script.replaceWith(copy);
    }
    document.body.append(holder);
  </script>`;
  const visited = await visit('/test.html', {
    html: bare(`<div data-samtykke-form="newsletter" data-layer></div>${container}`),
  });
  const email = await signUp(visited, 'Sign me up');
  const layer = await visited.page.evaluate(() => JSON.stringify(Reflect.get(window, 'dataLayer')));
  expect(layer).toContain('"event":"samtykke-recorded"');
  expect(layer).toContain('{"subscription":"newsletter","decision":"given"');
  expect(layer).not.toContain(email);
  expect(await recorded(email)).toMatchObject({ newsletter: 'given' });
});

/** What a shortcode of the recipe gives, by the format in its source. */
const shortcode = async (form: string, text: string): Promise<string> => {
  const [, format = ''] = /sprintf\(\s*'([^']+)'/.exec(await recipe('wordpress.php')) ?? [];
  const values = [form, `${worker}/f/${form}`, text];
  return format.replaceAll(/%(\d)\$s/g, (_, place: string) => values[Number(place) - 1] ?? '');
};

test('the recipe for WordPress puts the form where its shortcode stands', async () => {
  const html = bare(`<p>Before</p>${await shortcode('newsletter', 'Sign up for news')}`);
  const visited = await visit('/test.html', { html });
  expect(await recorded(await signUp(visited, 'Sign me up'))).toMatchObject({
    newsletter: 'given',
  });
  expect(await visited.page.getByRole('link', { name: 'Sign up for news' }).count()).toBe(0);
});

test('where no script runs, the recipe for WordPress leads to the form', async () => {
  const html = bare(await shortcode('newsletter', 'Sign up for news'));
  const { page: shown } = await visit('/test.html', { html, javaScriptEnabled: false });
  await shown.getByRole('link', { name: 'Sign up for news' }).click();
  await shown.getByLabel('Email', { exact: true }).waitFor();
  expect(shown.url()).toBe(`${worker}/f/newsletter`);
});

describe('the recipe that polls', () => {
  const headers = { Authorization: `Bearer ${token}` };

  beforeAll(() => put('/v1/changes/feed', { on: true }));
  afterAll(() => put('/v1/changes/feed', { on: false }));

  /** Registers some people, of each of whom there are several events. */
  const happen = async (many: number): Promise<string[]> => {
    const emails = Array.from({ length: many }, anEmail);
    for (const email of emails) await register(email);
    return emails;
  };

  /** The steps for n8n: what its Code nodes run with the data that it keeps, and what is asked between them. */
  const steps = async () => {
    const [, code = ''] = /```js\n([\s\S]+?)```/.exec(await recipe('changes.md')) ?? [];
    const [before = '', request = '', after = ''] = code.split(/^\/\/ (?=HTTP|Code, at the end)/m);
    const [, address = ''] = /GET (\S+)/.exec(request) ?? [];
    const queries = [...request.matchAll(/(\w+) = (\{\{ \$json\.after \}\}|\w+)[,;]/g)];
    return {
      before: new Function('$getWorkflowStaticData', before),
      after: new Function('$getWorkflowStaticData', '$', `//${after}`),
      addressFor: (json: { after: number }): URL => {
        const url = new URL(address);
        for (const [, name = '', value = ''] of queries)
          url.searchParams.set(name, value.startsWith('{') ? String(json.after) : value);
        return url;
      },
    };
  };

  const Started = z.tuple([z.object({ json: z.object({ after: z.number() }) })]);

  /** Runs the workflow once, and says whether there is more; one that dies has kept nothing. */
  const poll = async (kept: Map<string, unknown>, handled: string[], dies = false) => {
    const { before, after, addressFor } = await steps();
    const data = Object.fromEntries(kept);
    const [{ json }] = Started.parse(before(() => data));
    const page = ChangesPage.parse(await (await fetch(addressFor(json), { headers })).json());
    handled.push(...page.changes.map(({ id }) => id));
    if (dies) return { ...page, after: json.after };
    after(
      () => data,
      () => ({ first: () => ({ json: page }) }),
    );
    for (const [name, value] of Object.entries(data)) kept.set(name, value);
    return { ...page, after: json.after };
  };

  test('gets every event once, page by page, over restarts', async () => {
    const [kept, handled] = [new Map<string, unknown>(), [] as string[]];
    while ((await poll(kept, handled)).more);
    const begun = handled.length;
    const emails = await happen(45);
    const told: unknown[] = [];
    for (let more = true; more; ) {
      const page = await poll(kept, handled);
      told.push(...page.changes.map(({ data }) => data.fields?.email));
      more = page.more;
    }
    expect(handled.length - begun).toBeGreaterThan(100);
    expect(new Set(told)).toEqual(new Set(emails));
    expect(new Set(handled).size).toBe(handled.length);
    expect((await poll(kept, handled)).changes).toEqual([]);
  });

  test('gets again, by the same ids, what a run that died had not kept', async () => {
    const [kept, handled] = [new Map<string, unknown>(), [] as string[]];
    while ((await poll(kept, handled)).more);
    await happen(1);
    const [died, next] = [[] as string[], [] as string[]];
    await poll(kept, died, true);
    await poll(kept, next);
    expect(died.length).toBeGreaterThan(0);
    expect(next).toEqual(died);
  });
});
