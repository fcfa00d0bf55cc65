/** A message as every transport takes it. */
export type Message = {
  /** Without brackets; the same over all tries, so that a receiver knows a repetition. */
  messageId: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

/** What carries messages. It is opened for one invocation, since no other may use its connections. */
export type Transport = {
  /** How many messages it takes at a time. */
  lanes: number;
  /** Hands a message over, or throws: a `DeliveryError` where the reason is known. */
  send: (message: Message) => Promise<void>;
  close: () => void;
};

/**
 * What a failure means for the message: `later` tries again, `connection` does too and says that no other
 * message would fare better now, `message` ends the tries, and `address` also marks the address as bounced.
 */
export type Failure = 'later' | 'connection' | 'message' | 'address';

/** Says why a message was not taken, by a code that holds no personal data. */
export class DeliveryError extends Error {
  readonly code: string;
  readonly failure: Failure;

  constructor(code: string, failure: Failure) {
    super(code);
    this.name = 'DeliveryError';
    this.code = code;
    this.failure = failure;
  }
}
