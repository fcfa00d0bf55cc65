import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { guessColumns } from '../../../../worker/admin/jobs/column-names.ts';
import { toolOf } from '../../../../worker/admin/jobs/tools.ts';
import { readWholeLists } from '../../../../worker/lists/whole.ts';

const guess = async (...header: string[]) =>
  guessColumns(toolOf(header), header, await readWholeLists(env.DB));

test.each([
  ['E-mail', 'email'],
  ['EMAIL_ADDRESS:', 'email'],
  ['  First Name ', 'given-name'],
  ['Efternavn', 'family-name'],
  ['Consent date', 'decided-at'],
  ['Hjemmel', 'legal-basis'],
  ['purpose:e-marketing', 'purpose:e-marketing'],
  ['newsletter', 'subscription:newsletter'],
])('a column called %j is guessed as %s', async (name, column) => {
  expect(await guess(name)).toEqual([column]);
});

test.each([
  'Email opens',
  'Mail list',
  'Company size',
  'Landline',
  'Jobs',
  'Telegram',
  'Whatever',
  '',
])('a column called %j is no guess, though it begins like one', async (name) => {
  expect(await guess(name)).toEqual(['']);
});

test('two columns of one name are both guessed, so that someone chooses', async () => {
  expect(await guess('Email', 'E-mail')).toEqual(['email', 'email']);
});
