import type { Context } from 'hono';
import type { Person } from '../contract/people.ts';
import type { Right } from '../contract/rights.ts';
import type { Reach } from '../contract/sessions.ts';
import type { Actor } from './acting.ts';
import type { Database } from './database.ts';
import type { Told } from './told.ts';

/** Secrets, and the bindings and variables that an operator may leave out of wrangler.toml or add. */
export type Optional = {
  /** Without these bindings nothing is limited. */
  LIMIT_BY_IP?: RateLimit;
  LIMIT_BY_FORM?: RateLimit;
  /** The address under which people reach us, for links in emails: `https://consent.example.com`. */
  PUBLIC_URL?: string;
  /** The first administrator of the console: anyone who has this address may sign in. */
  ADMIN_EMAIL?: string;
  /** Cloudflare Access in front of the console: `team.cloudflareaccess.com`, and the application's audience. */
  ACCESS_TEAM?: string;
  ACCESS_AUD?: string;
  /** An OpenID Connect provider that users may sign in with: its issuer, `https://login.example.com`, and our client there. */
  OIDC_ISSUER?: string;
  OIDC_CLIENT_ID?: string;
  /** Secret: `wrangler secret put OIDC_CLIENT_SECRET`. */
  OIDC_CLIENT_SECRET?: string;
  /** Secret: 32 characters or more, never changed; see worker/platform/signing/address-hash.ts. */
  HASH_KEY?: string;
  /** Secret: keys of sites that vouch for their visitors, as JSON; see worker/visitor/verify/identity.ts. */
  IDENTITY_KEYS?: string;
  /** Secret: what links and codes are signed with, see worker/platform/signing/keys.ts. */
  LINK_KEYS?: string;
  /** Secret: what checkpoints of the log are signed with, in the form of `LINK_KEYS`; see worker/log/keys.ts. */
  LOG_KEYS?: string;
  /** Secret: what checkpoints of other logs are cosigned with, in the form of `LINK_KEYS`; see worker/log/keys.ts. */
  WITNESS_KEY?: string;
  /** Secret: what mailing tools sign unsubscribe links with, in the form of `LINK_KEYS`. */
  UNSUBSCRIBE_KEYS?: string;
  /** Secret: what secrets of webhooks and connectors are encrypted with, in the form of `LINK_KEYS`; see worker/platform/signing/sealed.ts. */
  SECRETS_KEY?: string;
  /** `binding`, `smtp`, or nothing, and then mail waits. In development it lands in /dev/mailbox. */
  MAIL_TRANSPORT?: string;
  /** How many queries D1 answers to one invocation: 50 on Cloudflare's free plan (and when unset), 1000 on the paid one. */
  D1_QUERIES?: string;
  /** Cloudflare Queues: where it is bound, the schedule puts due emails on it, and many are sent at once. */
  MAIL_QUEUE?: Queue;
  /** The same for webhooks: where it is bound, many are delivered to at once, and for longer than a run of the schedule. */
  WEBHOOK_QUEUE?: Queue;
  /** Cloudflare R2: where it is bound, large files of imports are read from there and not from memory. */
  FILES?: R2Bucket;
  /** Cloudflare Email Service, for the transport `binding`. */
  EMAIL?: SendEmail;
  SMTP_HOST?: string;
  SMTP_PORT?: string;
  /** `tls` (port 465), `starttls` (587), or `none` for a server on this machine. */
  SMTP_SECURITY?: string;
  SMTP_USER?: string;
  /** Secret: `wrangler secret put SMTP_PASSWORD`. */
  SMTP_PASSWORD?: string;
  /** Secrets: what providers of email prove their reports with; see worker/signals/providers.ts. */
  SIGNAL_SES?: string;
  SIGNAL_POSTMARK?: string;
  SIGNAL_BREVO?: string;
  SIGNAL_MAILGUN?: string;
  SIGNAL_SENDGRID?: string;
  SIGNAL_RESEND?: string;
  TURNSTILE_SITE_KEY?: string;
  /** Secret: `wrangler secret put TURNSTILE_SECRET`. */
  TURNSTILE_SECRET?: string;
  /** Where Turnstile answers are verified; Cloudflare's own address when unset. */
  TURNSTILE_URL?: string;
};

/** What the Worker is given. `Bindings` is generated from wrangler.toml by `npm run types`. */
export type Env = Omit<Bindings, keyof Optional> & Optional;

/** Tries to send an email that is in the outbox, known by its id or whole; a failed try is repeated by the schedule. */
export type Post = (email: string | Told) => Promise<unknown>;

/**
 * The type parameter of the Hono apps in this Worker; the console adds to it (worker/console/kit/app.ts).
 * app.ts sets `db`, `post`, `actor` and `rights`; `requires(right)` sets `actor` and `rights` again, and
 * `inSession` sets `person` and `reach`.
 */
export type App = {
  Bindings: Env;
  Variables: {
    db: Database;
    post: Post;
    actor: Actor;
    rights: readonly Right[];
    person: Person;
    reach: Reach;
  };
};

/**
 * A request as functions besides its route see it: they read what was set, and set nothing. So a request of an
 * app with more variables, as the console's are, is one too.
 */
export type AppContext = Omit<Context<App>, 'set'>;
