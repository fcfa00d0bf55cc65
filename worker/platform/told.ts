import type { TemplateName } from '../contract/emails.ts';
import type { Standing } from '../contract/people.ts';
import type { Receipt } from '../contract/submission.ts';

/** What an email says of how something stands for the person whom it is for. */
export type Stands = Pick<Standing, 'purpose' | 'subscription' | 'decision' | 'legalBasis'>;

/** An email as an act has just queued it, with what it was decided on: nothing of it is read again to send it. */
export type Told = {
  id: string;
  person: string;
  recipient: string;
  template: TemplateName;
  locale: string;
  facts: unknown;
  /** When it was queued (UTC ms). */
  queuedAt: number;
  /** What it is about. */
  receipt: Receipt;
  /** All that stands for the person; undefined where more may than was decided. */
  standings: readonly Stands[] | undefined;
};
