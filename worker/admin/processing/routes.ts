import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { Register } from '../../contract/processing.ts';
import { operation } from '../../platform/api/operation.ts';
import type { App } from '../../platform/env.ts';
import { readRegister } from './register.ts';

export const register = new Hono<App>().use(requires('lists')).get(
  '/',
  operation({
    id: 'readRegister',
    summary: 'Read the record of processing activities',
    description: 'GDPR art. 30, derived from the configuration.',
    answers: { 200: Register },
  }),
  async (c) => c.json(await readRegister(c.get('db'))),
);
