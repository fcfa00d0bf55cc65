import { z } from 'zod';
import type { Due } from '../outbox/outbox.ts';
import { SIGN_IN_SECONDS } from '../platform/signing/lifetimes.ts';
import { signLink } from '../platform/signing/link.ts';
import type { Composer } from './contents.ts';

const SignInFacts = z.object({ signIn: z.string(), host: z.string() });

/** The way into the console, for a user. */
export const signIn: Composer<Due> = async (env, { facts }) => {
  const { signIn: id, host } = SignInFacts.parse(facts);
  const link = { scope: 'sign-in', subject: id, seconds: SIGN_IN_SECONDS } as const;
  return { values: {}, url: `${host}/console/sign-in/${await signLink(env, link)}` };
};
