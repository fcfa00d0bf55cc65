import { z } from 'zod';

/** `GET /v1/statements/{sha256}`: what a visitor was shown, as RFC 8785 JSON. */
export const StatementContent = z.record(z.string(), z.unknown()).meta({
  id: 'StatementContent',
  description: 'What a visitor was shown: texts, links and locale.',
  examples: [{ form: 'newsletter', version: 3, locale: 'en', submit: 'Sign up' }],
});
