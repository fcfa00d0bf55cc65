import { LogLevel, WorkerMailer } from 'worker-mailer';
import type { Env } from '../platform/env.ts';
import type { Transport } from './message.ts';

const bytes = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** A display name in a header (RFC 2047); an address beside a quoted encoded word would be misread. */
const mailbox = (name: string, address: string): string =>
  name ? `=?UTF-8?B?${btoa(bytes(name))}?= <${address}>` : address;

/** Sends by SMTP (RFC 5321) over a socket of the Worker: `tls`, `starttls`, or `none`. */
export const bySmtp =
  (env: Env): Transport =>
  async ({ messageId, from, to, subject, text, html, headers }) => {
    await WorkerMailer.send(
      {
        host: env.SMTP_HOST ?? 'localhost',
        port: Number(env.SMTP_PORT ?? 465),
        secure: (env.SMTP_SECURITY ?? 'tls') === 'tls',
        startTls: env.SMTP_SECURITY === 'starttls',
        authType: ['plain', 'login'],
        ...(env.SMTP_USER
          ? { credentials: { username: env.SMTP_USER, password: env.SMTP_PASSWORD ?? '' } }
          : {}),
        logLevel: LogLevel.WARN,
        socketTimeoutMs: 20_000,
        responseTimeoutMs: 20_000,
      },
      {
        from: { email: from.address },
        to: { email: to },
        subject,
        text,
        html,
        headers: {
          ...headers,
          From: mailbox(from.name, from.address),
          'Message-ID': `<${messageId}>`,
        },
      },
    );
  };
