import { readLists, type SubscriptionType } from '../../lists/store.ts';
import { unsubscribeLink } from '../../people/links.ts';
import { type Caller, callerOf } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import type { AppContext } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { answerTable } from '../../platform/tables/answer.ts';
import type { Cell, Table } from '../../platform/tables/table.ts';
import { audience } from './audience.ts';

/** The subscription type of a key; 404 where there is none. */
export const subscriptionType = async (db: Database, key: string): Promise<SubscriptionType> => {
  const type = (await readLists(db)).subscriptionTypes.get(key);
  if (!type)
    throw new ProblemError('not-found', { detail: `There is no subscription type "${key}".` });
  return type;
};

/** Everybody who may get a subscription type now, each with the link that ends it. */
const audienceTable = (
  { env, db, host }: Pick<Caller, 'env' | 'db' | 'host'>,
  { key, purpose }: SubscriptionType,
): Table => ({
  name: key,
  head: ['id', 'email', 'locale', 'unsubscribe'],
  async *slices() {
    for await (const people of audience(db, key, purpose))
      yield await Promise.all(
        people.map(
          async ({ id, email, locale }): Promise<Cell[]> => [
            id,
            email,
            locale,
            await unsubscribeLink(env, host, id, key),
          ],
        ),
      );
  },
});

/** Streams everybody who may get the subscription type that the path names. */
export const answerAudience = async (c: AppContext): Promise<Response> => {
  const type = await subscriptionType(c.get('db'), c.req.param('subscription') ?? '');
  return answerTable(c, audienceTable(callerOf(c), type));
};
