import { afterEach, expect, test } from 'vitest';
import { groups } from '../../demo/contexts/all.ts';
import { press, resultsIn } from '../browser/contexts.ts';
import { leavePages } from '../browser/pages.ts';
import { submittedOf, visit } from '../browser/visitor.ts';

afterEach(leavePages);

const contexts = groups.flatMap((group) => group.contexts);

test('a form works in every context that the demo shows, and each sends one sign-up', async () => {
  const before = await submittedOf('newsletter');
  const visited = await visit('/contexts.html');
  await visited.page.evaluate(press);
  const results = await resultsIn((script) => visited.page.evaluate(script));
  expect(results.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  const inFrames = contexts.filter(({ isOwnTab }) => !isOwnTab);
  expect(results.map(({ context }) => context).toSorted()).toEqual(
    inFrames.map(({ key }) => key).toSorted(),
  );
  const open = inFrames.filter(({ after }) => after !== 'refused');
  expect((await submittedOf('newsletter')) - before).toBe(open.length);
  expect(visited.errors).toEqual([]);
});
