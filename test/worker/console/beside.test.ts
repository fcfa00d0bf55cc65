import { expect, test } from 'vitest';
import { Right } from '../../../worker/contract/rights.ts';
import { atConsole } from './signing-in.ts';

const forms = [
  ...['/breaches/new', '/requests/new', '/users/new', '/webhooks/new', '/keys/new', '/forms/new'],
  ...['purposes', 'legal-bases', 'sources', 'subscription-types'].map((it) => `/lists/${it}/new`),
  ...['/people/register', '/mail/notices', '/connections/new/listmonk'],
];

const all = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

test.each(forms)('what is wrong with an empty %s leads to a control with a label', async (path) => {
  const { post } = await atConsole([...Right.options], { locale: 'da' });
  const answer = await post(path, { key: ' ', title: ' ', name: ' ', email: ' ', nature: ' ' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  const [, summary = ''] =
    /<div class="problem"[^>]*data-summary[^>]*>(.*?)<\/div>/s.exec(page) ?? [];
  expect(all(/<li>(?!<a href="[^"]*#)(.*?)<\/li>/g, summary)).toEqual([]);
  const wrong = all(/#([^"]+)">/g, summary);
  expect(wrong).not.toEqual([]);
  const labelled = all(/<(?:label for|fieldset id)="([^"]+)">/g, page);
  expect(wrong.filter((control) => !labelled.includes(control))).toEqual([]);
  const beside = all(/<small id="([^"]+)-error" class="error"/g, page);
  expect(wrong.filter((control) => !beside.includes(control))).toEqual([]);
});
