import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { bytesOf, isOutside, outgoingOf, retryAt } from '../../../worker/platform/outgoing.ts';

test.each(['https://example.com', 'https://time.example.co.uk/a?b=c', 'https://10.example.com'])(
  '%s leads outside',
  (url) => {
    expect(isOutside(env, url)).toBe(true);
  },
);

const inside = [
  'http://example.com',
  'ftp://example.com',
  'https://example.com:8443',
  'https://someone@example.com',
  'https://:secret@example.com',
  'https://10.0.0.1',
  'https://2130706433',
  'https://0x7f.1',
  'https://[::1]',
  'https://[::ffff:10.0.0.1]',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost',
  'https://localhost.',
  'https://a.localhost',
  'https://printer',
  'https://printer.local',
  'https://metadata.google.internal',
  'https://db.internal.',
  'https://router.home.arpa',
  'http://localhost:8787',
  'https://samtykke.test/v1/people',
  'example.com',
  '',
];

test.each(inside)('%j does not lead outside, and nobody is asked there', async (url) => {
  expect(isOutside(env, url)).toBe(false);
  await expect(outgoingOf(env)(url, {})).rejects.toThrow('does not lead outside');
});

test('this machine is outside in development alone', () => {
  const developing = { ...env, ENVIRONMENT: 'development' };
  expect(isOutside(developing, 'http://localhost:3180/')).toBe(true);
  expect(isOutside(developing, 'http://127.0.0.1:3180/')).toBe(false);
  expect(isOutside(developing, 'http://localhost.example.com/')).toBe(false);
});

test('an answer is read whole up to a length, and not at all beyond it', async () => {
  const answer = () => new Response('0123456789');
  expect(new TextDecoder().decode(await bytesOf(answer(), 10))).toBe('0123456789');
  await expect(bytesOf(answer(), 9)).rejects.toThrow('too long');
  expect(await bytesOf(new Response(null), 0)).toHaveLength(0);
});

test.each([
  ['120', 120_000],
  ['0', 0],
  [new Date(1_764_093_660_000).toUTCString(), 60_000],
  [new Date(1_700_000_000_000).toUTCString(), 0],
  ['999999999', 86_400_000],
  ['Tue, 01 Jan 2999 00:00:00 GMT', 86_400_000],
  ['soon', null],
  [null, null],
])('a server that says %s is asked again after %s ms', (said, ms) => {
  const now = 1_764_093_600_000;
  const answer = new Response(null, { headers: said === null ? {} : { 'Retry-After': said } });
  expect(retryAt(answer, now)).toBe(ms === null ? null : now + ms);
});
