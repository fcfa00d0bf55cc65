import { createExecutionContext, env } from 'cloudflare:test';
import { app } from '../../../worker/app.ts';
import { Right } from '../../../worker/contract/rights.ts';
import type { Env } from '../../../worker/platform/env.ts';
import type { Described } from '../../fuzz/operations.ts';
import { anIp, aToken, host } from '../builders.ts';
import type { Asked, Cases } from './asked.ts';
import { officeCases } from './office.ts';
import { peopleCases } from './people.ts';
import { visitorCases } from './visitors.ts';

/** How every operation is asked for something that it can do. */
export const cases: Cases = { ...visitorCases, ...peopleCases, ...officeCases };

/** Makes the request for an operation; with a key of every right where it needs one and nothing else is said. */
export const requestFor = async (
  { path, method, security }: Described,
  { path: parts = {}, query = {}, body, headers = {} }: Asked,
): Promise<Request> => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(parts[name] ?? 'none'),
  );
  const needsKey = security.some((way) => 'apiKey' in way);
  const key: Record<string, string> = needsKey
    ? { Authorization: `Bearer ${await aToken([...Right.options])}` }
    : {};
  return new Request(`${host}${filled}?${new URLSearchParams(query)}`, {
    method,
    headers: { 'CF-Connecting-IP': anIp(), ...key, ...headers },
    ...(body === undefined
      ? {}
      : {
          body:
            typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
        }),
  });
};

/** Asks for an operation. What goes on behind the answer is not waited for. */
export const ask = async (operation: Described, asked: Asked, on: Env = env): Promise<Response> =>
  app.fetch(await requestFor(operation, asked), on, createExecutionContext());
