import { z } from 'zod';

/** A thing that a console user or an API key may do. Access is by right, not by job title. */
export const Right = z.enum([
  'forms',
  'lists',
  'people-read',
  'settings',
  'mail',
  'mailing',
  'requests',
  'breach',
]);
export type Right = z.infer<typeof Right>;
