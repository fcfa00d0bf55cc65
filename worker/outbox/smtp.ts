import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { createTransport } from 'nodemailer';
import type { SMTPTransportGetSocketCallback } from 'nodemailer/lib/smtp-transport';
import { z } from 'zod';
import type { Env } from '../platform/env.ts';
import { SECOND } from '../platform/time.ts';
import { DeliveryError, type Failure, type Transport } from './message.ts';

/** Mail servers slow down or refuse a client that opens many connections. */
const CONNECTIONS = 2;
const PATIENCE_MS = 20 * SECOND;

/** What Nodemailer says of a failure. Its message is not read: it may hold the address. */
const SmtpError = z.object({
  code: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
});
type SmtpError = z.infer<typeof SmtpError>;

const connectionCodes = [
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EAUTH',
  'EPROTOCOL',
];

/**
 * What the server's answer means. Only a refusal of the recipient or of the content is about the message;
 * one of the connection, the login or the sender is about us. Enhanced codes X.7.Z (RFC 3463) are rules of
 * the server, such as "relaying denied": they say nothing of the address.
 */
const failureOf = ({
  code = '',
  command = '',
  responseCode = 0,
  response = '',
}: SmtpError): Failure => {
  const isAboutMessage = /^(RCPT|DATA)/.test(command);
  if (isAboutMessage && responseCode >= 500)
    return /^\d{3}[ -]5\.7\./.test(response) ? 'message' : 'address';
  return connectionCodes.includes(code) && !isAboutMessage ? 'connection' : 'later';
};

const deliveryError = (error: unknown): DeliveryError => {
  const said = SmtpError.safeParse(error).data ?? {};
  return new DeliveryError(String(said.responseCode ?? said.code ?? 'unknown'), failureOf(said));
};

/**
 * Connects by name: the runtime looks it up and checks the certificate against it, where Nodemailer would
 * ask a resolver of its own first.
 */
const connecting =
  (host: string, port: number, isSecured: boolean) =>
  (_: unknown, done: SMTPTransportGetSocketCallback): void => {
    const socket = isSecured ? connectSecurely({ host, port }) : connect({ host, port });
    const fail = (): void => {
      socket.destroy();
      done(new DeliveryError('ESOCKET', 'connection'));
    };
    socket.setTimeout(PATIENCE_MS, fail);
    socket.once('error', fail);
    socket.once(isSecured ? 'secureConnect' : 'connect', () => {
      socket.setTimeout(0);
      socket.off('timeout', fail);
      socket.off('error', fail);
      done(null, { connection: socket, secured: isSecured });
    });
  };

/**
 * Sends by SMTP (RFC 5321): `tls`, `starttls`, or `none`. With `starttls`, nothing is sent to a server that
 * offers none. Nodemailer logs nothing, as its log would name the recipients.
 */
export const bySmtp = (env: Env): Transport => {
  const security = env.SMTP_SECURITY ?? 'tls';
  const host = env.SMTP_HOST ?? 'localhost';
  const port = Number(env.SMTP_PORT ?? 465);
  const pool = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    maxRequeues: 1,
    host,
    port,
    getSocket: connecting(host, port, security === 'tls'),
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth: env.SMTP_USER ? { user: env.SMTP_USER, pass: env.SMTP_PASSWORD ?? '' } : undefined,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  return {
    lanes: CONNECTIONS,
    send: async ({ messageId, from, to, subject, text, html, headers }) => {
      try {
        await pool.sendMail({
          messageId: `<${messageId}>`,
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers,
          textEncoding: 'quoted-printable',
          encoding: 'quoted-printable',
        });
      } catch (error) {
        throw deliveryError(error);
      }
    },
    close: () => pool.close(),
  };
};
