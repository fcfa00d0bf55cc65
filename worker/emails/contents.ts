import type { Due } from '../outbox/outbox.ts';
import type { Env } from '../platform/env.ts';
import type { Item } from './letter.ts';

/** What a letter says beyond its own words. */
export type Contents = {
  values: Record<string, string>;
  items?: Item[];
  code?: string;
  url?: string;
  /** Ends such letters by one click in the mail program (RFC 8058), where it is one that can be ended. */
  unsubscribe?: string;
};

/** Makes the contents of a letter; null when what it was about is gone, and it need not go out. */
export type Composer<About extends Due = Due & { person: string }> = (
  env: Env,
  due: About,
) => Promise<Contents | null>;
