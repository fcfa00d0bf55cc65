import { z } from 'zod';
import { isSignedBy } from '../../platform/signing/shared.ts';
import { fromBase64 } from '../../proof/base64.ts';
import type { Ask } from '../kit/ask.ts';
import type { Interpret } from '../kit/connector.ts';
import { jsonIn, parsed } from '../kit/reading.ts';
import { addressesOf, Person } from './person.ts';

const Event = z.object({
  Entity: z.string(),
  PrimaryKey: z.number(),
  ChangedByAssociateId: z.number().nullish(),
});

const Principal = z.object({ AssociateId: z.number() });

/** The user that we are there. */
const ourselves = async (ask: Ask): Promise<number> => {
  const { json } = await ask({ method: 'GET', path: '/v1/User/currentPrincipal' });
  return parsed(Principal, json).AssociateId;
};

/**
 * Reads what a webhook of SuperOffice posts. It names a person by their id and no purpose, so that they are read
 * again. What our own user has changed is not; of a person who is gone there is nothing to read. Signed in base64 over
 * the body; without the secret nothing is believed.
 */
export const interpret: Interpret = async ({ headers, body }, { secret = '' }, _now, ask) => {
  const signature = fromBase64(headers.get('X-SuperOffice-Signature') ?? '');
  const key = new TextEncoder().encode(secret);
  if (!signature || !(await isSignedBy(key, signature, body))) return null;
  const { data: event } = Event.safeParse(jsonIn(body));
  if (event?.Entity.toLowerCase() !== 'person' || event.PrimaryKey < 1) return [];
  if (event.ChangedByAssociateId === (await ourselves(ask))) return [];
  const path = `/v1/Person/${event.PrimaryKey}`;
  const { status, json } = await ask({ method: 'GET', path, expects: [404] });
  return status === 404 ? [] : addressesOf(parsed(Person, json));
};
