import { emailFacts } from '../outbox/facts.ts';
import type { Due } from '../outbox/outbox.ts';
import { SIGN_IN_SECONDS } from '../platform/signing/lifetimes.ts';
import { signLink } from '../platform/signing/link.ts';
import type { Composer } from './contents.ts';

/** Lets a user of the console sign in. */
export const signIn: Composer<Due> = async ({ env, publicUrl }, { facts }) => {
  const { signIn: id } = emailFacts['sign-in'].parse(facts);
  const link = { scope: 'sign-in', subject: id, seconds: SIGN_IN_SECONDS } as const;
  return { values: {}, url: `${publicUrl}/console/sign-in/${await signLink(env, link)}` };
};
