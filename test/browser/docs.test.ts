import { Validator } from '@seriousme/openapi-schema-validator';
import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { tryOnApiPage } from './api-page.ts';
import { worker } from './visitor.ts';

test('the description of the API is valid OpenAPI 3.1', async () => {
  const document = await (await fetch(`${worker}/openapi.json`)).json();

  const { valid, errors } = await new Validator().validate(document);

  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
});

const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ tags: z.array(z.string()) }))),
});

/** Leaves the chapter of the description that is tried; test/long/api-page.test.ts reads all of it. */
const shorten = async (route: Route): Promise<void> => {
  const response = await route.fetch();
  const { paths, ...more } = Document.parse(await response.json());
  const tried = Object.entries(paths).filter(([, methods]) =>
    Object.values(methods).some(({ tags }) => tags.includes('Administration')),
  );
  await route.fulfill({ response, json: { ...more, paths: Object.fromEntries(tried) } });
};

test('the page of the API shows and tries operations under its strict policy, from our own host alone', () =>
  tryOnApiPage({ before: (page) => page.route(`${worker}/openapi.json`, shorten) }));
