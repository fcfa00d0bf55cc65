/** What the Worker is given: bindings of wrangler.toml, variables and secrets. */
export type Env = {
  DB: D1Database;
  ASSETS: Fetcher;
  /** Without these bindings nothing is limited. */
  LIMIT_BY_IP?: RateLimit;
  LIMIT_BY_FORM?: RateLimit;
  ENVIRONMENT: string;
  TURNSTILE_SITE_KEY?: string;
  /** Secret: `wrangler secret put TURNSTILE_SECRET`. */
  TURNSTILE_SECRET?: string;
  /** Where Turnstile answers are verified; Cloudflare's own address when unset. */
  TURNSTILE_URL?: string;
};

/** The type parameter of every Hono app in this Worker. `actor` is set by `requires(right)`. */
export type App = { Bindings: Env; Variables: { actor: string } };
