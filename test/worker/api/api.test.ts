import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { Problem } from '../../../worker/contract/problem.ts';
import type { Described } from '../../fuzz/operations.ts';
import { aMomentLater, countAlike, countAsEver } from '../costs/alike.ts';
import { type Cost, costOf, tsvOf } from '../costs/counting.ts';
import { faultsOf } from './answers.ts';
import type { Asked } from './asked.ts';
import { ask, cases, requestFor } from './asking.ts';
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
  const costs: (Cost & { act: string })[] = [];

  /** Asks for an operation, and counts what that asks of D1, with what is behind its answer. */
  const counted = async (act: string, operation: Described, asked: Asked): Promise<Response> => {
    const request = await requestFor(operation, asked);
    const answers: Response[] = [];
    const cost = await costOf(async ({ on, context }) => {
      const answer = await app.fetch(request, on, context);
      const body = answer.body && (await answer.arrayBuffer());
      answers.push(new Response(body, answer));
    });
    costs.push({ act, ...cost });
    const [answer] = answers;
    if (!answer) throw new Error('There was no answer.');
    return answer;
  };

  beforeAll(countAlike);
  afterAll(countAsEver);

  test.each(named)('%s answers as it is described', async (id, operation) => {
    aMomentLater();
    const asked = await cases[id]?.();
    if (!asked) throw new Error(`Say in a case how ${id} is asked for.`);
    const answer = await counted(id, operation, asked);
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

  test('costs what operations.tsv says: `npm run costs` writes it', async () => {
    await expect(tsvOf(costs)).toMatchFileSnapshot('operations.tsv');
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
