import { expect, test } from 'vitest';
import { normaliseEmail, withoutContacts } from '../../../worker/platform/email.ts';

test.each([
  ['Anna@Example.COM', 'anna@example.com'],
  ['anna＠ｅｘａｍｐｌｅ．com', 'anna@example.com'],
  ['anna@例え。テスト', 'anna@xn--r8jz45g.xn--zckzah'],
  ['anna@bücher.example', 'anna@xn--bcher-kva.example'],
  ['Anna <anna@example.com>', 'anna@example.com'],
  ['anna@3com.example', 'anna@3com.example'],
  ['anna@sub-1.example.co.uk', 'anna@sub-1.example.co.uk'],
])('%s is kept as %s', (written, kept) => {
  expect(normaliseEmail(written)).toBe(kept);
});

// To a URL parser each of these has a host; to mail none is a domain.
test.each([
  'anna@127.1',
  'anna@127.0.0.1',
  'anna@example.127',
  'anna@0x7f.1',
  'anna@example.0x1',
  'anna@example.com:80',
  'anna@example.com/x',
  'anna@example.com#x',
  'anna@user:secret@example.com',
  'anna@ex%61mple.com',
  'anna@example..com',
  'anna@-example.com',
  'anna@example_.com',
  'anna@exa\tmple.com',
  'anna@١٢٧.١',
  'anna@[127.0.0.1]',
  'anna@localhost',
  `anna@${'a'.repeat(64)}.com`,
  'anna bell@example.com',
  'anna@bell@example.com',
  `${'<'.repeat(50_000)}anna@example.com`,
])('%.40s is no address', (written) => {
  expect(normaliseEmail(written)).toBeNull();
});

test.each([
  'anna@example.com',
  '+45 39 17 58 26',
  '39175826',
  '39-17-58-26',
  '06.12.34.56.78',
  '555-123-4567',
  '(555) 123-4567',
])('a text without contacts lacks %s', (contact) => {
  expect(withoutContacts(`Ring ${contact}, soon.`)).toBe('Ring (removed), soon.');
});

test.each(['2026-11-26', '26-11-2026', '26.11.2026 12.30', '192.168.10.20', '52.18.90.11'])(
  'a text without contacts keeps %s',
  (other) => {
    expect(withoutContacts(`On ${other}.`)).toBe(`On ${other}.`);
  },
);
