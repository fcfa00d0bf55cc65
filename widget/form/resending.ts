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

/** Knows when another email can be asked for, as far as this page has asked. */
export class Resending {
  readonly #sent: number[] = [];
  readonly #tick: () => void;

  /** `tick` is called every second while it counts down. */
  constructor(tick: () => void) {
    this.#tick = tick;
  }

  /** Counts an email that was asked for just now. */
  count(): void {
    this.#sent.push(Date.now());
    const counting = setInterval(() => {
      this.#tick();
      if (!this.#left) clearInterval(counting);
    }, SECOND_MS);
  }

  /** How many milliseconds are left until the next. */
  get #left(): number {
    const waits = limits.map(([most, span]) => (this.#sent.at(-most) ?? 0) + span - Date.now());
    return Math.max(0, ...waits);
  }

  /** Says when in the words of a locale, such as `in 28 seconds`; empty if that is now. */
  when(locale?: string): string {
    const left = this.#left;
    if (!left) return '';
    const [unit, ms] =
      left > HOUR_MS
        ? (['hour', HOUR_MS] as const)
        : left > MINUTE_MS
          ? (['minute', MINUTE_MS] as const)
          : (['second', SECOND_MS] as const);
    return new Intl.RelativeTimeFormat(locale).format(Math.ceil(left / ms), unit);
  }
}
