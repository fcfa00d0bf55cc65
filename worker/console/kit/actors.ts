import { readKeys } from '../../access/key.ts';
import { readUsers } from '../../admin/users/store.ts';
import { readConnections } from '../../connectors/store.ts';
import type { Database } from '../../platform/database.ts';
import type { Words } from './words.ts';

/** Returns what names an actor: users and API keys by their current names, the others in words. */
export const readActorNames = async (
  db: Database,
  words: Words,
): Promise<(actor: string) => string> => {
  const [users, keys, tools] = await Promise.all([
    readUsers(db),
    readKeys(db),
    readConnections(db),
  ]);
  const names = new Map<string, string>([
    ...users.map(({ id, name }) => [`user:${id}`, name] as const),
    ...keys.map(({ id, name }) => [`api:${id}`, `${name} (API)`] as const),
    ...tools.map(({ id, name }) => [`api:${id}`, name] as const),
    ['person', words.person] as const,
    ['system', words.system] as const,
  ]);
  return (actor) => names.get(actor) ?? actor;
};
