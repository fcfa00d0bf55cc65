import { SELF } from 'cloudflare:test';
import { host } from '../builders.ts';

export const get = (path: string, headers: Record<string, string> = {}) =>
  SELF.fetch(`${host}${path}`, { headers });
