import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import type { App } from '../../platform/env.ts';
import { readRegister } from './register.ts';

/** `GET /v1/register` (right `lists`): the register of processing activities (GDPR art. 30). */
export const register = new Hono<App>()
  .use(requires('lists'))
  .get('/', async (c) => c.json(await readRegister(c.get('db'))));
