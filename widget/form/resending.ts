// When another email can be asked for; fetched once the first was.
import { mostEmails } from '../../worker/contract/email-caps.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** An email takes a while to arrive; asking sooner only uses up what may be sent. */
const PAUSE_MS = 30 * SECOND_MS;

/** How many go out within which time: what is asked for beyond that is not sent. */
const limits = [
  [1, PAUSE_MS],
  [mostEmails.anHour, HOUR_MS],
  [mostEmails.aDay, 24 * HOUR_MS],
] as const;

/** When emails were asked for in this page, by kind and address. */
const asked = new Map<string, number[]>();

/** Knows when another email can be asked for, as far as this page has asked. */
export type Resending = {
  /** Counts an email that was asked for just now. */
  count(): void;
  /** Says when the next can be in the words of a locale, such as `in 28 seconds`; empty if that is now. */
  when(locale?: string): string;
};

/** Counts the emails of a kind to an address. `tick` is called every second while it counts down. */
export const resendingOf = (kind: string, email: string, tick: () => void): Resending => {
  const name = `${kind} ${email}`;
  const sent = asked.get(name) ?? [];
  asked.set(name, sent);
  const left = (): number =>
    Math.max(0, ...limits.map(([most, span]) => (sent.at(-most) ?? 0) + span - Date.now()));
  return {
    count: () => {
      sent.push(Date.now());
      const counting = setInterval(() => {
        tick();
        if (!left()) clearInterval(counting);
      }, SECOND_MS);
    },
    when: (locale) => {
      const ms = left();
      if (!ms) return '';
      const [unit, span] =
        ms > HOUR_MS
          ? (['hour', HOUR_MS] as const)
          : ms > MINUTE_MS
            ? (['minute', MINUTE_MS] as const)
            : (['second', SECOND_MS] as const);
      return new Intl.RelativeTimeFormat(locale).format(Math.ceil(ms / span), unit);
    },
  };
};
