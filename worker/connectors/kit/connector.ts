import type { Target } from '../../contract/connections.ts';
import type { Ask, Reach } from './ask.ts';
import type { Read } from './rule.ts';

/**
 * Someone as a tool has them: by its own id, with how each list, topic or consent that the contact can have stands,
 * of those that were asked for. Where a tool has a contact for each list, it has one target.
 */
export type Contact = {
  id: string;
  email: string;
  /** The tool cannot reach the address: it bounced, or was cleaned or suppressed for that. */
  isUndeliverable: boolean;
  targets: ReadonlyMap<string, Read>;
  /** Of which targets a yes that was just written had lifted an opt-out, said meanwhile: it was put back at once. */
  lifted?: readonly string[];
};

/** What is written of one contact: what becomes of some of its lists, topics or consents. */
export type Changes = ReadonlyMap<string, 'on' | 'off'>;

/** Whom a yes makes known at a tool, and since when (UTC ms) they say so. */
export type Newcomer = { email: string; since: number };

/** One page of everybody at a tool; `next` is null at the end. */
export type ContactPage = { contacts: Contact[]; next: string | null };

/**
 * A tool that is open: with its credentials, and for some of its lists, topics or consents. Each call throws a
 * `ToolError` where the tool does not do it.
 */
export type Tool = {
  /** Reads which lists, topics or consents there are. */
  list: () => Promise<Target[]>;
  /** Finds the contacts of some addresses: none, one, or several of each. */
  find: (emails: readonly string[]) => Promise<Contact[]>;
  /** Reads everybody, a page at a time; an empty cursor begins. */
  page: (cursor: string) => Promise<ContactPage>;
  /**
   * Adds someone to what they consented to, and to nothing else that the tool sends to anyone who says nothing. What it
   * cannot do in one request is changed then. A contact that has the address by now is left as it is: then it throws.
   */
  add: (newcomer: Newcomer, changes: Changes) => Promise<Contact[]>;
  /** Writes the smallest change to a contact, and reads it as it is then. */
  change: (contact: Contact, changes: Changes, since: number) => Promise<Contact>;
  /** Erases a contact by its id; says whether it was there. */
  erase: (id: string) => Promise<boolean>;
};

/** A value that a tool is opened with, and whether it is a secret. It may be left out where its pattern takes nothing. */
export type Setting = {
  key: string;
  isSecret: boolean;
  pattern: RegExp;
  example: string;
  /** What it may be, where one is to choose. */
  choices?: readonly string[];
};

/** What a tool posts without being asked. */
export type ToolEvent = { headers: Headers; body: string };

/**
 * Reads in an event which addresses to read again; null where it is not from that tool. Only after that was proven is
 * the tool asked whom the event means, where it does not say.
 */
export type Interpret = (
  event: ToolEvent,
  settings: Readonly<Record<string, string>>,
  now: number,
  ask: Ask,
) => Promise<string[] | null>;

/** A tool that can be connected. */
export type Connector = {
  name: string;
  settings: readonly Setting[];
  /** Where the tool is asked, and how it is shown who asks. */
  reach: (settings: Readonly<Record<string, string>>) => Reach;
  /** Signs in before the first question, where headers that are known before do not show who asks. */
  enter?: (ask: Ask, settings: Readonly<Record<string, string>>, now: number) => Ask;
  /**
   * Whether someone who is off a list without a word has been taken off it: where that is how a tool says no, it is
   * one, unless the address bounced.
   */
  removalIsNo: boolean;
  /** Whether several contacts may have one address. */
  sharesAddresses: boolean;
  /**
   * Whether a page tells addresses alone, because it costs too much to read how everybody stands: then whom it
   * concerns is found by their address, people who are here, or were erased, or are to be taken in.
   */
  pagesAddresses?: boolean;
  /** How many addresses are looked up at once. */
  batch: number;
  /** How often the tool is asked in a run at most, where it counts that for longer. */
  most?: number;
  /** How often the tool may be asked in a second, where it counts. */
  perSecond?: number;
  /** How many requests it takes to add or change someone: nobody is begun with whom a run cannot finish with. */
  takes?: number;
  open: (ask: Ask, targets: readonly string[], settings: Readonly<Record<string, string>>) => Tool;
  /** Null where the tool tells nothing, and is only read. */
  interpret: Interpret | null;
};
