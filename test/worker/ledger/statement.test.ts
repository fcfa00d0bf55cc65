import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import {
  keepStatements,
  makeStatement,
  statementContent,
} from '../../../worker/ledger/statement.ts';
import { count } from '../builders.ts';

const shown = (text: string) => makeStatement({ text, of: crypto.randomUUID() });

test('many statements are kept at once, each exactly as it was shown', async () => {
  const statements = await Promise.all(
    ['Æblegård “frisk”', 'سجّلني', '"\\\n\t</script>', 'ê\u2028😀'].map(shown),
  );
  const writes = keepStatements(env.DB, statements, 1);
  expect(writes).toHaveLength(1);
  await env.DB.batch(writes);
  for (const { sha256, content } of statements)
    expect(await statementContent(env.DB, sha256)).toBe(content);
});

test('what is long is written in parts, and what is there already stays', async () => {
  const [one, two, three] = await Promise.all(['a', 'b', 'c'].map((x) => shown(x.repeat(400_000))));
  if (!one || !two || !three) throw new Error('There are three.');
  const writes = keepStatements(env.DB, [one, two, three, one], 1);
  expect(writes).toHaveLength(4);
  await env.DB.batch(writes);
  const kept = 'SELECT COUNT(*) AS count FROM statement WHERE sha256 IN (?1, ?2, ?3)';
  expect(await count(kept, one.sha256, two.sha256, three.sha256)).toBe(3);
});

test('nothing is written where there is nothing to keep', () => {
  expect(keepStatements(env.DB, [], 1)).toEqual([]);
});
