import type { User } from '../../admin/users/store.ts';
import type { App } from '../../platform/env.ts';

/** The type parameter of the console's Hono apps: `signedIn` sets the user and the id of their session. */
export type ConsoleApp = {
  Bindings: App['Bindings'];
  Variables: App['Variables'] & { user: User; session: string };
};
