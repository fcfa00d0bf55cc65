import type { Problem } from '../worker/contract/problem.ts';
import type { SubmissionAnswer } from '../worker/contract/submission.ts';
import { formAddress, pageAddress } from './address.ts';
import type { RobotCheck } from './turnstile.ts';

/** What came of sending. */
export type Outcome =
  | { is: 'recorded'; answer: SubmissionAnswer }
  | { is: 'failed'; why: 'failed' | 'offline' | 'busy' | 'refused'; problem?: Problem };

/** 128 random bits. Unlike `randomUUID` this works on pages without TLS too. */
export const randomId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

const reasons: Readonly<Record<number, 'busy' | 'refused'>> = {
  409: 'refused',
  422: 'refused',
  429: 'busy',
};

const PATIENCE_MS = 15_000;

/** How a submission is sent. */
type How = {
  /** Lets it finish while the page is being left. */
  keepalive?: boolean;
  /** Asked again for each try, where the operator turned Turnstile on. */
  robotCheck?: RobotCheck;
};

/** Sends submissions of one form. The same answers go out under the same key, however often. */
export class Sending {
  #key = '';
  #answers = '';

  /** Sends with it the page, without its fragment. Never throws. */
  async send(
    host: string,
    form: string,
    body: object,
    { keepalive, robotCheck }: How = {},
  ): Promise<Outcome> {
    const page = pageAddress();
    const answers = JSON.stringify({ ...body, page });
    if (answers !== this.#answers) {
      this.#answers = answers;
      this.#key = randomId();
    }
    const idempotencyKey = this.#key;
    try {
      const response = await fetch(`${formAddress(host, form)}/submissions`, {
        method: 'POST',
        // Text, and no header of ours: so the browser need not ask first whether it may send it.
        body: JSON.stringify({
          ...body,
          page,
          idempotencyKey,
          privacyControl: Reflect.get(navigator, 'globalPrivacyControl') || undefined,
          turnstile: await robotCheck?.take(),
        }),
        keepalive,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const answer = await response.json();
      if (response.ok) return { is: 'recorded', answer };
      const why = reasons[response.status] ?? 'failed';
      return { is: 'failed', why, problem: answer };
    } catch {
      return { is: 'failed', why: navigator.onLine ? 'failed' : 'offline' };
    }
  }
}
