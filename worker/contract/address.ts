import { z } from 'zod';

/**
 * A name on the internet: none that leads into someone's own network, and no number, which the URL parser writes as
 * `127.0.0.1` or `[::1]` whatever was typed.
 */
const PUBLIC_NAME =
  /^(?!.*(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|lan|home|corp|home\.arpa)\.?$)(?:[a-z0-9-]+\.)+(?!\d+\.?$)[a-z0-9-]+\.?$/;

/** So long an address of another server may be. */
export const LONGEST_ADDRESS = 2000;

/** An address on the internet: over HTTPS at its own port, by a public name, without a user. */
export const PublicAddress = z
  .url({ protocol: /^https$/, hostname: PUBLIC_NAME })
  .max(LONGEST_ADDRESS)
  .regex(/^https:\/\/[^/?#\\@:]+([/?#]|$)/);

/** An address on this machine, as in development. */
export const LocalAddress = z
  .url({ protocol: /^http$/, hostname: /^localhost$/ })
  .max(LONGEST_ADDRESS)
  .regex(/^http:\/\/localhost([:/?#]|$)/);
