import { expect, test } from 'vitest';
import { meant } from '../../../widget/form/meant.ts';

test.each([
  ['anna@gmial.com', 'anna@gmail.com'],
  ['anna@gmai.com', 'anna@gmail.com'],
  ['anna@gmaill.com', 'anna@gmail.com'],
  ['Anna@GNAIL.com', 'Anna@gmail.com'],
  ['anna@gmail.co', 'anna@gmail.com'],
  ['anna@gmail.con', 'anna@gmail.com'],
  ['anna@hotmial.dk', 'anna@hotmail.dk'],
  ['anna@outlok.com', 'anna@outlook.com'],
  ['anna@yaho.co.uk', 'anna@yahoo.co.uk'],
  ['anna@example.con', 'anna@example.com'],
])('%s is probably %s', (entered, address) => {
  expect(meant(entered)).toBe(address);
});

test.each([
  'anna@gmail.com',
  'anna@mail.com',
  'anna@ymail.com',
  'anna@hotmail.at',
  'anna@outlook.be',
  'anna@live.de',
  'anna@example.co',
  'anna@example.com',
  'gmial.com',
  '',
])('nothing looks wrong with “%s”', (entered) => {
  expect(meant(entered)).toBeUndefined();
});
