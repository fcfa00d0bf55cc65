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

/** Takes a message off our hands, or throws. */
export type Transport = (message: Message) => Promise<void>;
