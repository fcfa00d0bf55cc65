import type {
  HistoryLine,
  Preferences,
  PreferencesBody,
  Saved,
} from '../../worker/contract/preferences.ts';

import type { PersonRequest, RequestBody } from '../../worker/contract/requests.ts';

/** What the Worker answered: its status, 0 when it could not be reached, and the body if it is fine. */
export type Answer<Body> = { status: number; body?: Body };

const PATIENCE_MS = 15_000;

/** Talks with the Worker. The session's token stays in here, in memory, and ends with the page. */
export class Client {
  readonly #host: () => string;
  #token = '';

  constructor(host: () => string) {
    this.#host = host;
  }

  /** Never throws. */
  async #call<Body>(path: string, body?: object): Promise<Answer<Body>> {
    try {
      const response = await fetch(`${this.#host()}v1/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          ...(body ? { 'Content-Type': 'application/json' } : {}),
          ...(this.#token ? { Authorization: `Bearer ${this.#token}` } : {}),
        },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { status, ok } = response;
      return ok ? { status, body: await response.json() } : { status };
    } catch {
      return { status: 0 };
    }
  }

  async #enter(path: string, body: object): Promise<number> {
    const answer = await this.#call<{ token: string }>(path, body);
    this.#token = answer.body?.token ?? '';
    return answer.status;
  }

  /** Asks for a letter with a code; answers what the code is written for. */
  ask(email: string, locale: string): Promise<Answer<{ entry: string }>> {
    return this.#call('entries', { email, locale });
  }

  enterByCode(entry: string, code: string): Promise<number> {
    return this.#enter(`entries/${entry}/session`, { code });
  }

  enterByLink(link: string): Promise<number> {
    return this.#enter('sessions', { link });
  }

  /** With the token by which the site vouches for its own visitor. */
  enterByIdentity(identity: string): Promise<number> {
    return this.#enter('sessions', { identity });
  }

  preferences(locale: string): Promise<Answer<Preferences>> {
    return this.#call(`preferences?locale=${locale}`);
  }

  save(body: PreferencesBody): Promise<Answer<Saved>> {
    return this.#call('preferences', body);
  }

  history(locale: string): Promise<Answer<{ history: HistoryLine[] }>> {
    return this.#call(`preferences/history?locale=${locale}`);
  }

  /** Everything that is kept, as a file; undefined when it did not come. */
  async data(format: 'json' | 'csv'): Promise<Blob | undefined> {
    try {
      const response = await fetch(`${this.#host()}v1/preferences/data?format=${format}`, {
        headers: { Authorization: `Bearer ${this.#token}` },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return response.ok ? await response.blob() : undefined;
    } catch {
      return undefined;
    }
  }

  requests(): Promise<Answer<{ requests: PersonRequest[] }>> {
    return this.#call('preferences/requests');
  }

  askFor(body: RequestBody): Promise<Answer<PersonRequest>> {
    return this.#call('preferences/requests', body);
  }

  cancel(number: number): Promise<Answer<object>> {
    return this.#call(`preferences/requests/${number}/cancel`, {});
  }

  leave(): void {
    this.#token = '';
  }
}
