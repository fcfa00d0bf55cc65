import type {
  Corrections,
  CorrectionsBody,
  HistoryLine,
  Preferences,
  PreferencesBody,
  Saved,
} from '../../worker/contract/preferences.ts';
import type { FieldError } from '../../worker/contract/problem.ts';
import type { PersonRequest, RequestBody } from '../../worker/contract/requests.ts';
import type { Words } from './words/words.ts';

/** What the Worker answered: its status, 0 when it could not be reached, and the body or what is wrong. */
export type Answer<Body> = { status: number; body?: Body; errors?: FieldError[] };

/** The formats of the export of personal data; `html` is a report to print. */
export type Format = 'json' | 'csv' | 'html';

const PATIENCE_MS = 15_000;
const bookmark = 'Samtykke-Bookmark';

/** Talks with the Worker. The session's token stays in here, in memory, and ends with the page. */
export class Client {
  readonly #host: () => string;
  #token = '';
  /** How far we have seen the database, so that no replica answers with what was before a save. */
  #bookmark = '';
  /** How many posts are on their way. */
  #posts = 0;

  constructor(host: () => string) {
    this.#host = host;
  }

  get isSignedIn(): boolean {
    return !!this.#token;
  }

  /** Whether something that was asked for is on its way: another press of the button would ask for it twice. */
  get isPosting(): boolean {
    return this.#posts > 0;
  }

  /** Keeps a form from being submitted meanwhile. */
  readonly hold = (event: Event): void => {
    if (!this.isPosting) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Undefined when the Worker could not be reached. Never throws. */
  async #fetch(path: string, body?: object): Promise<Response | undefined> {
    const response = await fetch(`${this.#host()}v1/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(this.#token
          ? { Authorization: `Bearer ${this.#token}`, [bookmark]: this.#bookmark }
          : {}),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined);
    this.#bookmark = response?.headers.get(bookmark) ?? this.#bookmark;
    if (response?.status === 401) this.#token = '';
    return response;
  }

  async #call<Body>(path: string, body?: object): Promise<Answer<Body>> {
    if (body) this.#posts++;
    const response = await this.#fetch(path, body);
    const json = await response?.json().catch(() => undefined);
    if (body) this.#posts--;
    const status = (json && response?.status) || 0;
    return response?.ok ? { status, body: json } : { status, errors: json?.errors };
  }

  async #enter(path: string, body: object): Promise<number> {
    const answer = await this.#call<{ token: string }>(path, body);
    this.#token = answer.body?.token ?? '';
    return answer.status;
  }

  /** Asks for an email with a code; answers the entry that the code belongs to. */
  requestCode(email: string, locale: string): Promise<Answer<{ entry: string }>> {
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

  /** The marketer's own title and introduction of the preference centre. */
  branding(locale: string): Promise<Answer<Partial<Pick<Words, 'title' | 'intro'>>>> {
    return this.#call(`branding?locale=${locale}`);
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

  /** Something of the person's as a file: all data kept, or proof of what they decided. */
  async file(path: string): Promise<Answer<Blob>> {
    const response = await this.#fetch(`preferences/${path}`);
    const status = response?.status ?? 0;
    return {
      status,
      body: response?.ok ? await response.blob().catch(() => undefined) : undefined,
    };
  }

  requests(): Promise<Answer<{ requests: PersonRequest[] }>> {
    return this.#call('preferences/requests');
  }

  correct(body: CorrectionsBody): Promise<Answer<Corrections>> {
    return this.#call('preferences/corrections', body);
  }

  /** Asks for an email that lists what was saved at a moment. */
  receipt(recordedAt: number): Promise<Answer<object>> {
    return this.#call('preferences/receipts', { recordedAt });
  }

  sendRequest(body: RequestBody): Promise<Answer<PersonRequest>> {
    return this.#call('preferences/requests', body);
  }

  cancel(number: number): Promise<Answer<object>> {
    return this.#call(`preferences/requests/${number}/cancel`, {});
  }

  /** Forgets the session, and ends it for anyone else who may have its token. */
  signOut(): void {
    if (this.#token) void this.#fetch('sessions/end', {});
    this.#token = '';
  }
}
