import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export const login = { user: 'samtykke', password: 'a-secret' };

/** An email as it came over the wire, and as a mail program reads it. */
export type Received = { to: string; raw: string; mail: ParsedMail };

/** A real mail server on this machine, and what it saw. */
export type MailServer = {
  port: number;
  received: Received[];
  connections: { opened: number };
  /** Each address that was named to it, once for each try. */
  tried: string[];
  stop: () => void;
};

const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

/** What it answers to a recipient, by what the address begins with. */
const refusals: Readonly<Record<string, Error>> = {
  gone: refusal(550, '5.1.1 No such user'),
  // The second time it is taken.
  moved: refusal(550, '5.1.1 No such user'),
  busy: refusal(451, '4.3.0 Try again later'),
  rule: refusal(550, '5.7.1 Relaying denied'),
};

/** Refuses a message after it was sent, by what the recipient's address begins with. */
const contentRefusals: Readonly<Record<string, Error>> = {
  spam: refusal(554, 'Message rejected'),
};

const kindOf = (address: string): string => /^[a-z]+/.exec(address)?.[0] ?? '';

const textOf = async (stream: NodeJS.ReadableStream): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('latin1');
};

/** Starts a mail server, which takes mail only from those who log in. */
export const startMailServer = async (options: SMTPServerOptions = {}): Promise<MailServer> => {
  const received: Received[] = [];
  const tried: string[] = [];
  const connections = { opened: 0 };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onConnect: (_, done) => {
      connections.opened += 1;
      done();
    },
    onAuth: ({ username, password }, _, done) =>
      username === login.user && password === login.password
        ? done(null, { user: username })
        : done(new Error('Invalid login')),
    onRcptTo: ({ address }, _, done) => {
      const isKnown = tried.includes(address);
      tried.push(address);
      done(kindOf(address) === 'moved' && isKnown ? undefined : refusals[kindOf(address)]);
    },
    onData: (stream, { envelope }, done) => {
      const to = envelope.rcptTo[0]?.address ?? '';
      textOf(stream).then(async (raw) => {
        const refused = contentRefusals[kindOf(to)];
        if (!refused)
          received.push({ to, raw, mail: await simpleParser(Buffer.from(raw, 'latin1')) });
        done(refused);
      }, done);
    },
    ...options,
  });
  // A client that is killed resets its connection: nothing is wrong with the server.
  server.on('error', (error) => {
    if (!('code' in error && error.code === 'ECONNRESET')) throw error;
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { port, received, tried, connections, stop: () => server.close() };
};
