import { z } from 'zod';
import { isSame } from '../../platform/signing/shared.ts';
import type { Interpret } from '../kit/connector.ts';
import { jsonIn } from '../kit/reading.ts';

const One = z.looseObject({ email: z.string().optional() });
const Event = z.union([One, z.array(One)]);

/**
 * Reads what Brevo posts. It signs nothing: the webhook is set up there with a bearer token, which is our secret.
 * `contactUpdated` follows our own writes too; they are read again and are no news.
 */
export const interpret: Interpret = async ({ headers, body }, { secret = '' }) => {
  const sent = headers.get('Authorization') ?? '';
  if (secret === '' || !(await isSame(sent, `Bearer ${secret}`))) return null;
  const event = Event.safeParse(jsonIn(body));
  return event.success ? [event.data].flat().flatMap(({ email }) => email ?? []) : [];
};
