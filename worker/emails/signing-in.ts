import { z } from 'zod';
import type { Due } from '../outbox/outbox.ts';
import { SIGN_IN_SECONDS } from '../platform/signing/lifetimes.ts';
import { signLink } from '../platform/signing/link.ts';
import type { Composer } from './contents.ts';

const SignInFacts = z.object({ signIn: z.string() });

/** Lets a user of the console sign in. */
export const signIn: Composer<Due> = async ({ env, publicUrl }, { facts }) => {
  const { signIn: id } = SignInFacts.parse(facts);
  const link = { scope: 'sign-in', subject: id, seconds: SIGN_IN_SECONDS } as const;
  return { values: {}, url: `${publicUrl}/console/sign-in/${await signLink(env, link)}` };
};
