import type { Context } from 'hono';
import type { User } from '../../contract/users.ts';
import type { App } from '../../platform/env.ts';

/**
 * The type parameter of the console's Hono apps: `requireUser` sets the user, the id of their session and the
 * operator's time zone; `screenFor` sets whether they may only look.
 */
export type ConsoleApp = {
  Bindings: App['Bindings'];
  Variables: App['Variables'] & {
    user: User;
    session: string;
    timeZone: string;
    isReadOnly?: boolean;
  };
};

/** The context of a request to the console. */
export type ConsoleContext = Context<ConsoleApp>;
