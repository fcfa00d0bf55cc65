import { env } from 'cloudflare:test';
import { beginSession } from '../../../worker/admin/users/session.ts';
import { insertUser } from '../../../worker/admin/users/store.ts';
import type { Right } from '../../../worker/contract/rights.ts';
import type { User } from '../../../worker/contract/users.ts';
import { anEmail, call, host } from '../builders.ts';

/** A user with these rights, who has not signed in. */
export const aUser = async (rights: Right[], more: Partial<User> = {}): Promise<User> => {
  const user: User = {
    id: crypto.randomUUID(),
    email: anEmail(),
    name: 'Ulla',
    locale: 'en',
    rights,
    active: true,
    createdAt: Date.now(),
    signedInAt: null,
    linkedAccount: null,
    ...more,
  };
  await insertUser(env.DB, user).run();
  return user;
};

/** Someone at the console with these rights, and what they may do there. */
export const atConsole = async (rights: Right[], more: Partial<User> = {}) => {
  const user = await aUser(rights, more);
  const token = await beginSession({ db: env.DB, now: Date.now() }, user.id, 'a browser');
  const headers = { Cookie: `__Host-samtykke-console=${token}` };
  return {
    user,
    token,
    get: (path: string) => call(`/console${path}`, { headers }),
    post: (path: string, body: Record<string, string> | [string, string][] = {}, origin = host) =>
      call(`/console${path}`, {
        method: 'POST',
        headers: { ...headers, Origin: origin },
        body: new URLSearchParams(body),
      }),
    upload: (path: string, values: Record<string, string>, file: Uint8Array | string) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(values)) body.set(name, value);
      body.set('file', new File([file], 'people.csv'));
      const all = { ...headers, Origin: host };
      return call(`/console${path}`, { method: 'POST', headers: all, body });
    },
  };
};
