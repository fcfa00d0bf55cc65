import { describe, expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { Problem } from '../../../worker/contract/problem.ts';
import type { Described } from '../../fuzz/operations.ts';
import { faultsOf } from './answers.ts';
import { ask, cases } from './asking.ts';
import { readDocument } from './document.ts';

const { operations, schemas } = await readDocument();
const named = operations.map((operation) => [operation.operationId, operation] as const);

const typeOf = (answer: Response): string =>
  answer.headers.get('Content-Type')?.split(';')[0] ?? '';

/** Expects none, and names those that there are. */
const expectNoFaults = (faults: string) => expect(faults, faults).toBe('');

/** Expects a problem that the operation is said to answer with. */
const expectDescribed = async (answer: Response, operation: Described) => {
  const kind = Problem.parse(await answer.json()).type.replace('/problems/', '');
  const response = operation.responses[answer.status];
  const content = response?.content?.['application/problem+json'];
  expect(typeOf(answer)).toBe('application/problem+json');
  expect(Object.keys(Object(content?.examples)), `${answer.status} ${kind}`).toContain(kind);
};

describe('the description', () => {
  test('names every route under /v1, and no other', () => {
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const described = operations
      .filter(({ path }) => path.startsWith('/v1/'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual([...new Set(routes)].toSorted());
  });

  test('gives each operation a name of its own', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names).toEqual([...new Set(names)]);
  });

  test.each(named)(
    'says of %s what it does, in which chapter, with an example of each body',
    (_, operation) => {
      expect(operation.summary).toMatch(/^[A-Z].{5,80}[^.]$/);
      expect(operation.tags).toHaveLength(1);
      expect(operation.responses['500']).toBeDefined();
      const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap(
        (part) =>
          Object.entries(part?.content ?? {}).filter(([type]) => type === 'application/json'),
      );
      for (const [, { schema, example }] of contents)
        expectNoFaults(faultsOf(example, schema, schemas));
    },
  );
});

describe('an operation', () => {
  test.each(named)('%s answers as it is described', async (id, operation) => {
    const asked = await cases[id]?.();
    if (!asked) throw new Error(`Say in a case how ${id} is asked for.`);
    const answer = await ask(operation, asked);
    if (!answer.ok) throw new Error(await answer.text());
    const type = typeOf(answer);
    const response = operation.responses[answer.status];
    expect(response, String(answer.status)).toBeDefined();
    if (type === '') return expect(await answer.text()).toBe('');
    const content = response?.content?.[type];
    expect(content, type).toBeDefined();
    if (type === 'application/json')
      expectNoFaults(faultsOf(await answer.json(), content?.schema ?? {}, schemas));
  });

  test.each(named.filter(([, { security }]) => security.length > 0))(
    '%s is refused without a key',
    async (_, operation) => {
      const answer = await ask({ ...operation, security: [] }, {});
      expect(answer.status).toBe(401);
      await expectDescribed(answer, operation);
    },
  );

  test.each(named.filter(([, { requestBody }]) => requestBody?.content['application/json']))(
    '%s says what is wrong with a broken body',
    async (id, operation) => {
      const asked = await cases[id]?.();
      const answer = await ask(operation, { ...asked, body: '{"broken":' });
      expect(answer.ok).toBe(false);
      await expectDescribed(answer, operation);
    },
  );

  test.each(named.filter(([, { parameters }]) => parameters.length > 0))(
    '%s says what is wrong with a name or a query that cannot be',
    async (id, operation) => {
      const asked = await cases[id]?.();
      const wrong = (where: string) =>
        Object.fromEntries(
          operation.parameters.filter((each) => each.in === where).map(({ name }) => [name, '%00']),
        );
      const answer = await ask(operation, { ...asked, path: wrong('path'), query: wrong('query') });
      if (!answer.ok) await expectDescribed(answer, operation);
    },
  );
});
