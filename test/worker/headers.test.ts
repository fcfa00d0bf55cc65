import { describe, expect, test } from 'vitest';
import { aForm, as, call } from './builders.ts';

describe.each([
  ['a program’s answer', () => '/v1/health'],
  ['a problem', () => '/v1/nothing'],
  ['the description of the API', () => '/openapi.json'],
  ['a hosted form', async () => `/f/${await aForm()}`],
  ['the preference centre', () => '/preferences'],
  ['the console', () => '/console/sign-in'],
])('%s', (_, path) => {
  test('tells browsers to keep to HTTPS for a year, to guess nothing and to frame it nowhere', async () => {
    const { headers } = await call(await path());
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    const policy = headers.get('Content-Security-Policy') ?? '';
    for (const part of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
  });
});

test('an export runs nothing either where a browser opens it', async () => {
  const { get } = await as(['export']);
  const { headers } = await get('/v1/exports/people?format=csv');
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
});
