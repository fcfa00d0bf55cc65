import { Problem } from '../../../worker/contract/problem.ts';
import type { Described } from '../../fuzz/operations.ts';
import { readDocument } from './document.ts';

let known: Promise<(Described & { pattern: RegExp })[]> | undefined;

const read = async () =>
  (await readDocument()).operations
    // Names before places: `/v1/people/links` is not a person.
    .toSorted((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))
    .map((operation) => ({
      ...operation,
      pattern: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    }));

/** Which problem an answer is; undefined for any other answer. */
const kindOf = async (answer: Response): Promise<string | undefined> =>
  answer.headers.get('Content-Type') === 'application/problem+json'
    ? Problem.parse(await answer.clone().json()).type.replace('/problems/', '')
    : undefined;

/** Throws where an operation answers with a status or a problem that `/openapi.json` does not say. */
export const expectSaid = async (path: string, method: string, answer: Response): Promise<void> => {
  known ??= read();
  const [name = ''] = path.split('?');
  const operation = (await known).find((each) => each.method === method && each.pattern.test(name));
  if (!operation) return;
  const kind = await kindOf(answer);
  const said = operation.responses[answer.status];
  const kinds = Object(said?.content?.['application/problem+json']?.examples);
  if (said && (kind === undefined || kind in kinds)) return;
  throw new Error(`${operation.operationId} is not said to answer ${answer.status} ${kind ?? ''}.`);
};
