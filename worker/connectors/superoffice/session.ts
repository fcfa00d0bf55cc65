// How a server signs in to SuperOffice: as the system user that an administrator has approved for the app.
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { type Ask, type Question, type Reach, ToolError } from '../kit/ask.ts';
import { parsed } from '../kit/reading.ts';
import { readKey, signed } from './key.ts';

type Settings = Readonly<Record<string, string>>;

const Login = z.object({ IsSuccessful: z.boolean(), Token: z.string().nullish() });
const Claims = z.object({
  'http://schemes.superoffice.net/identity/ticket': z.string().min(1),
  'http://schemes.superoffice.net/identity/webapi_url': z.string().nullish(),
});
const TenantState = z.object({ Api: z.string() });

/** Where everyone signs in; where the tenant itself is, its sign-in says. */
export const loginOf = ({ environment = '' }: Settings): string =>
  `https://${environment}.superoffice.com`;

/** A minute as it is signed: `202611261140`. */
const minuteOf = (now: number): string =>
  new Date(now).toISOString().replace(/\D/g, '').slice(0, 'yyyyMMddHHmm'.length);

/** The address of a tenant's API. Tickets are sent to no other company. */
const apiOf = (address: string): string => {
  const { protocol, hostname } = URL.parse(address) ?? {};
  if (protocol !== 'https:' || !hostname?.endsWith('.superoffice.com'))
    throw new ToolError('unreachable', 421);
  return address.replace(/\/(v1\/?)?$/, '');
};

/** Exchanges the signed token of the system user for a ticket. The answer comes from the login server itself. */
const signIn = async (ask: Ask, settings: Settings, now: number): Promise<Reach> => {
  const { tenant = '', app = '', token = '', rsa = '' } = settings;
  const text = `${token}.${minuteOf(now)}`;
  const { json } = await ask({
    method: 'POST',
    path: '/Login/api/PartnerSystemUser/Authenticate',
    json: {
      SignedSystemToken: `${text}.${await signed(await readKey(rsa), text)}`,
      ApplicationToken: app,
      ContextIdentifier: tenant,
      ReturnTokenType: 'JWT',
    },
  });
  const { IsSuccessful: isIn, Token: jwt } = parsed(Login, json);
  if (!isIn || !jwt) throw new ToolError('credentials', 401);
  const claims = parsed(Claims, decodeJwt(jwt));
  const said = claims['http://schemes.superoffice.net/identity/webapi_url'];
  const api = said || (await tenantApi(ask, tenant));
  const ticket = claims['http://schemes.superoffice.net/identity/ticket'];
  return {
    base: apiOf(api),
    headers: { Authorization: `SOTicket ${ticket}`, 'SO-AppToken': app },
  };
};

/** Asks where a tenant is, where its sign-in did not say. */
const tenantApi = async (ask: Ask, tenant: string): Promise<string> => {
  const { json } = await ask({ method: 'GET', path: `/api/state/${tenant}` });
  return parsed(TenantState, json).Api;
};

/**
 * Signs in before the first question, and again where the ticket has run out: one lives for six hours after it was
 * used last.
 */
export const enter = (ask: Ask, settings: Settings, now: number): Ask => {
  let session: Promise<Reach> | undefined;
  const askIn = async (question: Question) => {
    session ??= signIn(ask, settings, now);
    return ask({ ...question, at: await session });
  };
  return async (question) => {
    const isFirst = session === undefined;
    try {
      return await askIn(question);
    } catch (error) {
      const isOver = error instanceof ToolError && error.status === 401 && !isFirst;
      if (!isOver) throw error;
      session = undefined;
      return askIn(question);
    }
  };
};
