import type { Random } from './random.ts';

/** What anyone may write into a header. */
const odd: Readonly<Record<string, readonly string[]>> = {
  'Content-Type': [
    ...['text/plain', 'application/json; charset=utf-16', 'multipart/form-data', ';;;', 'text/csv'],
    ...['multipart/form-data; boundary=', 'multipart/form-data; boundary=x', 'application/xml'],
    'application/x-www-form-urlencoded',
  ],
  Accept: ['text/html', '*/*;q=x', 'text/html;level=1', 'image/avif', '', 'application/json'],
  'Accept-Language': ['*', 'en-12', 'de;q=nan', `${'aa,'.repeat(500)}`, '%00', 'constructor', 'ar'],
  Origin: ['null', 'http://[', 'https://evil.test', '*', 'https://site.test', '', 'file://'],
  Referer: ['null', 'http://[', 'https://evil.test/%00', 'about:blank'],
  Cookie: [
    ...['__Host-samtykke-console=%', '__Host-samtykke-console=%E0%A4%A', 'a=b; a', '=;=;='],
    ...['__Host-samtykke-bookmark=x', '__Host-samtykke-flash=%7B', '__Host-samtykke-session=x.y.z'],
  ],
  'Idempotency-Key': [
    '',
    'x',
    'x'.repeat(3000),
    'constructor',
    '00000000-0000-0000-0000-000000000000',
  ],
  'If-None-Match': ['*', '""', 'W/"x"', '"'],
  'If-Match': ['*', '""'],
  'If-Modified-Since': ['x', '0'],
  Range: ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'x'],
  'X-D1-Bookmark': ['x', '%00', 'first-primary', '00000000-00000000-00000000-x'],
  'CF-IPCountry': ['XX', ''],
  'CF-Connecting-IP': ['', 'x', '::', '::1%eth0', '999.1.1.1', '1.2.3.4, 5.6.7.8', 'fe80::1'],
  'X-Forwarded-Host': ['evil.test'],
  'X-HTTP-Method-Override': ['DELETE'],
  'Sec-Fetch-Site': ['cross-site', 'none', 'x'],
  'Cf-Access-Jwt-Assertion': ['x', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'],
  Authorization: [
    '',
    'Bearer',
    'Bearer ',
    'Basic eDp4',
    'Bearer x',
    `Bearer ${'x'.repeat(3000)}`,
    'Bearer a.b.c',
  ],
};

/** Some odd headers in the place of others, or beside them. */
export const oddHeaders = (random: Random): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 1 + random.below(2) }, () => {
      const name = random.pick(Object.keys(odd));
      return [name, random.pick(odd[name] ?? [''])];
    }),
  );
