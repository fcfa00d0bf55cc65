import type { Context } from 'hono';
import type { User } from '../../contract/users.ts';
import type { App } from '../../platform/env.ts';

/** The type parameter of the console's Hono apps: `requireUser` sets the user and the id of their session. */
export type ConsoleApp = {
  Bindings: App['Bindings'];
  Variables: App['Variables'] & { user: User; session: string };
};

/** The context of a request to the console. */
export type ConsoleContext = Context<ConsoleApp>;
