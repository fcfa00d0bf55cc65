import type { Env } from '../../../worker/platform/env.ts';

/** Cloudflare's code for a recipient whose address has bounced before. */
export const suppressed = Object.assign(new Error('suppressed'), {
  code: 'E_RECIPIENT_SUPPRESSED',
});

/**
 * Stands in for Cloudflare Email Service: `sentTo` is whom it was given an email for, once for each. It
 * refuses those whose address begins with `gone`, and is out of order for those that begin with `down`.
 */
export const emailService = () => {
  const sentTo: string[] = [];
  const on: Partial<Env> = {
    MAIL_TRANSPORT: 'binding',
    EMAIL: {
      send: async ({ to }: { to?: unknown }) => {
        const address = String(to);
        if (address.startsWith('gone')) throw suppressed;
        if (address.startsWith('down')) throw new Error(`no answer for ${address}`);
        sentTo.push(address);
        return { messageId: crypto.randomUUID() };
      },
    },
  };
  return { sentTo, on };
};
