import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';

const Named = z.array(z.object({ name: z.string() })).default([]);
const Manifest = z.object({
  modules: z.array(
    z.object({
      declarations: z.array(
        z.object({ tagName: z.string(), events: Named, attributes: Named, members: Named }),
      ),
    }),
  ),
});

const kept = async () => JSON.parse(await readFile('custom-elements.json', 'utf8'));

test('custom-elements.json says what the doc comments say; npm run manifest writes it again', async () => {
  const folder = '.build/manifest';
  const cem = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  execFileSync(process.execPath, [cem, 'analyze', '--quiet', '--outdir', folder]);
  const fresh = JSON.parse(await readFile(`${folder}/custom-elements.json`, 'utf8'));
  expect(await kept()).toEqual(fresh);
});

test('it holds every element with its events, and nothing internal', async () => {
  const elements = Manifest.parse(await kept()).modules.flatMap((each) => each.declarations);
  const asked = ['samtykke-ready', 'samtykke-submit', 'samtykke-recorded', 'samtykke-error'];
  expect(
    Object.fromEntries(
      elements.map(({ tagName, events }) => [tagName, events.map(({ name }) => name).toSorted()]),
    ),
  ).toEqual({
    'samtykke-form': [...asked, 'samtykke-confirmed', 'samtykke-open', 'samtykke-close'].toSorted(),
    'samtykke-field': asked.toSorted(),
    'samtykke-preferences': ['samtykke-error', 'samtykke-saved'],
  });
  const members = elements.flatMap((element) => element.members.map(({ name }) => name));
  expect(members).toContain('open');
  expect(members).not.toContain('prepare');
});

test('the advice on misspelt attributes knows every one', async () => {
  const elements = Manifest.parse(await kept()).modules.flatMap((each) => each.declarations);
  const advice = await readFile('widget/advice.ts', 'utf8');
  for (const { tagName, attributes } of elements) {
    const known = new RegExp(`'${tagName}':\\s+'(.+)'`).exec(advice)?.[1]?.split(' ') ?? [];
    const named = attributes.map(({ name }) => name).filter((name) => name !== 'prefill-*');
    expect(known.toSorted()).toEqual(named.toSorted());
  }
});
