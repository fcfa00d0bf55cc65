// A whole proof file of records of a log, as someone is handed it, and how long Chromium takes to verify it.
import canonicalize from 'canonicalize';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { ProofFile } from '../../worker/contract/proof.ts';
import { sha256 } from '../../worker/platform/hash.ts';
import { consentReceipt } from '../../worker/proof/consent-receipt.ts';
import type { Finding } from '../../worker/proof/finding.ts';
import { type Signer, signNote, vkeyOf } from '../../worker/proof/note.ts';
import { wholeText } from '../../worker/proof/whole.ts';
import { chromiumFlags, findBrowser } from '../browser/browsers.ts';
import { median } from './median.ts';

const ROUNDS = 51;

/** So long is the style of a form in how it looked. */
const STYLE = `<style>${'.form{color:canvastext;margin-block:1rem;padding:.5rem}'.repeat(150)}</style>`;

const purpose = {
  key: 'e-marketing',
  title: 'News and offers by email',
  text: 'I want news and offers by email.',
  description: 'Once a month. You can change your mind at any time.',
  privacyTitle: 'Privacy statement',
  privacyUrl: 'https://orchard.example/privacy',
  subscriptions: [{ key: 'newsletter', name: 'Newsletter', description: 'Monthly' }],
};

/** What the form of the records said. */
export const statement = JSON.stringify({
  form: 'newsletter',
  version: 1,
  part: 'form',
  locale: 'en',
  sections: [{ fields: [{ key: 'email', kind: 'email', label: 'Email' }], purposes: [purpose] }],
});

const words = [purpose, ...purpose.subscriptions].flatMap((each) => Object.values(each));

const html = `<!doctype html>${STYLE}${words.map((word) => `<p>${word}</p>`).join('')}`;

/** A record of the log by its content, and what proves that it is in it. */
export type Proved = { content: ProofFile['records'][number]['content']; proof: string };

/** Makes the text of a proof file of some records, signed by the log. */
export const aFile = async (records: readonly Proved[], signer: Signer): Promise<string> => {
  const source = {
    id: crypto.randomUUID(),
    made: Date.now(),
    records: await Promise.all(
      records.map(async ({ content, proof }) => ({
        content,
        sha256: await sha256(canonicalize(content) ?? ''),
        salt: 'c2FsdA',
        proof,
      })),
    ),
    statements: [{ sha256: await sha256(statement), content: statement, html }],
    stated: {
      url: 'https://consent.example.com',
      controller: {
        name: 'Orchard Ltd',
        address: '1 Apple Road, Aarhus',
        email: 'privacy@orchard.example',
        url: 'https://orchard.example',
        officer: '',
      },
      jurisdiction: 'DK',
      purposes: [
        { key: 'e-marketing', retentionDays: 730, recipients: ['Hosting'], storage: 'EU' },
      ],
      subscriptions: [{ key: 'newsletter', purpose: 'e-marketing' }],
    },
  };
  const unsigned = {
    format: 'samtykke-proof@1' as const,
    ...source,
    origin: signer.verifier.name,
    keys: [vkeyOf(signer.verifier)],
    witnesses: [],
    timestamps: [],
    submissions: [],
    receipt: consentReceipt(source),
  };
  const signature = await signNote(await wholeText(unsigned), [signer]);
  return JSON.stringify(ProofFile.parse({ ...unsigned, signature }));
};

/** The verifier as a script that the page calls. */
const script = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: ['worker/proof/compare.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'verifier',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

type Timed = { times: number[]; found: Finding[] };

/** Has a page verify a file so many times; it is read again each time. */
const timed = `async ([text, key, rounds]) => {
  const times = [];
  let found = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    [found] = (await verifier.verifyFiles([text], { keys: [key] })).files;
    times.push(performance.now() - start);
  }
  return { times, found };
}`;

/** What came of verifying a file in Chromium, in ms. */
export type Verified = { bytes: number; rounds: number; first: number; median: number };

/** Verifies a file in Chromium; throws where anything of it does not hold. */
export const inChromium = async (text: string, key: string): Promise<Verified> => {
  const browser = await chromium.launch({
    executablePath: findBrowser('Chromium or Chrome'),
    args: chromiumFlags,
  });
  try {
    const page = await browser.newPage();
    const address = 'https://verify.example/';
    // Web Crypto takes a page that was served over HTTPS.
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(address);
    await page.addScriptTag({ content: await script() });
    const { times, found }: Timed = await page.evaluate(
      `(${timed})(${JSON.stringify([text, key, ROUNDS])})`,
    );
    const wrong = found.filter(({ state }) => state === 'fails' || state === 'unknown');
    if (wrong.length > 0 || found.length === 0) throw new Error(JSON.stringify(wrong));
    const [first = 0] = times;
    const bytes = new TextEncoder().encode(text).length;
    return { bytes, rounds: ROUNDS, first, median: median(times) };
  } finally {
    await browser.close();
  }
};
