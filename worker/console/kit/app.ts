import type { User } from '../../contract/users.ts';
import type { App } from '../../platform/env.ts';

/** The type parameter of the console's Hono apps: `signedIn` sets the user and the id of their session. */
export type ConsoleApp = {
  Bindings: App['Bindings'];
  Variables: App['Variables'] & { user: User; session: string };
};
