import { expect, test } from 'vitest';
import { groups } from '../../demo/contexts/all.ts';
import { toldIn } from './contexts.ts';
import { submittedOf, visit } from './visitor.ts';

/** The first of each group that takes a sign-up. `npm run test:long` tries all: in frames, and in three browsers. */
const contexts = groups.flatMap((group) =>
  group.contexts.filter(({ after, isOwnTab }) => after !== 'refused' && !isOwnTab).slice(0, 1),
);

test('a form works in a context of each group, and each sends one sign-up', async () => {
  const before = await submittedOf('newsletter');
  for (const { key } of contexts) {
    const { page, errors } = await visit(`/contexts/${key}.html?try`);
    const told = await toldIn((script) => page.evaluate(script));
    expect([key, told.wrong, errors]).toEqual([key, [], []]);
  }
  expect(contexts).toHaveLength(groups.length);
  expect((await submittedOf('newsletter')) - before).toBe(contexts.length);
});

test('a form is empty on a page that was left and is loaded again', async () => {
  const { page } = await visit('/contexts/left.html?try');
  const told = await toldIn((script) => page.evaluate(script));
  expect(told).toMatchObject({ wrong: [], isLoadedAgain: true });
});
