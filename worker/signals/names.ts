import type { Provider } from '../contract/signals.ts';

/** What providers call themselves. */
export const names: Readonly<Record<Provider, string>> = {
  ses: 'Amazon SES',
  postmark: 'Postmark',
  brevo: 'Brevo',
  mailgun: 'Mailgun',
  sendgrid: 'SendGrid',
  resend: 'Resend',
  cloudflare: 'Cloudflare Email Service',
};
