import { PersonRequest, type RequestKind } from '../../../../worker/contract/requests.ts';
import { aForm, anEmail, findPerson, signUp } from '../../builders.ts';
import { enter, post } from '../verify/entering.ts';

export const DAY_MS = 86_400_000;
export type Headers = Record<string, string>;

export const aPerson = async () => {
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
  const session = await enter(email);
  const person = (await findPerson(email))?.id ?? '';
  return { email, session, person };
};

export const ask = async (session: Headers, kind: RequestKind, message?: string) =>
  PersonRequest.parse(
    await (await post('/v1/preferences/requests', { kind, message }, session)).json(),
  );

export const cancel = (session: Headers, number: number) =>
  post(`/v1/preferences/requests/${number}/cancel`, {}, session);
