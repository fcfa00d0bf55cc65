import type { Due } from '../outbox/outbox.ts';
import type { Caller } from '../platform/caller.ts';
import type { Item } from './email.ts';
import type { Readings } from './readings.ts';

/** What composing an email takes besides what it is about. */
export type Composing = Pick<Caller, 'env' | 'db'> & {
  /** Our address, for the links. It never comes from a request; see worker/platform/public-url.ts. */
  publicUrl: string;
  readings: Readings;
};

/** What an email says beyond its own words. */
export type Contents = {
  values: Record<string, string>;
  items?: Item[];
  code?: string;
  /** A text to keep, character for character. */
  quoted?: string;
  url?: string;
  /** Where the receipt is of what it is about. */
  receipt?: string;
  /** Ends such emails by one click in the mail program (RFC 8058), where it is one that can be ended. */
  unsubscribe?: string;
};

/** Makes the contents of an email; null when what it was about is gone, and it need not go out. */
export type Composer<About extends Due = Due & { person: string }> = (
  composing: Composing,
  due: About,
) => Promise<Contents | null>;
