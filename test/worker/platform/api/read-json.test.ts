import { expect, test } from 'vitest';
import { readJson } from '../../../../worker/platform/api/read-json.ts';
import { aForm, anEmail, call, signUp } from '../../builders.ts';

test.each([
  [String.raw`{"a":"\ud800"}`, { a: '\ufffd' }],
  [String.raw`["\uDC00a","\ud83d\ude00","😀"]`, ['\ufffda', '😀', '😀']],
  [String.raw`{"\ud800":1}`, { '\ufffd': 1 }],
  [String.raw`["\\ud800","\\\ud800","\n\"\u0041"]`, ['\\ud800', '\\\ufffd', '\n"A']],
])('half a character is read as none: %s', (text, value) => {
  expect(readJson(text)).toEqual(value);
});

test.each(['{', '', '"\\ud80"'])('what is no JSON is refused: %j', (text) => {
  expect(() => readJson(text)).toThrow(SyntaxError);
});

test('a form with half a character in its texts is published, and taken', async () => {
  const form = await aForm({ submit: { en: 'Sign up', da: 'Tilmeld \ud800' } });
  const answer = await call(`/v1/forms/${form}?locale=da`);
  expect(await answer.text()).toContain('Tilmeld \ufffd');
  await signUp(form, anEmail());
});
