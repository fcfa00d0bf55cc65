import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { App } from '../env.ts';
import { ProblemError } from '../problems/problem.ts';
import { accountScreens } from './account.tsx';
import { auditScreens } from './audit.tsx';
import { entrance } from './entrance.tsx';
import { signedIn } from './guard.ts';
import { keyScreens } from './keys.tsx';
import { overview } from './overview.tsx';
import { showTrouble } from './trouble.tsx';
import { userScreens } from './users.tsx';

/**
 * The console: every screen is a page that works without JavaScript, for users who are signed in. What a
 * screen does, `/v1` does too, by the same functions.
 */
export const consoleScreens = new Hono<App>()
  .use(csrf())
  .route('/', entrance)
  .use(signedIn)
  .route('/', overview)
  .route('/account', accountScreens)
  .route('/users', userScreens)
  .route('/keys', keyScreens)
  .route('/audit', auditScreens)
  .all('*', () => {
    throw new ProblemError('not-found');
  })
  .onError(showTrouble);
