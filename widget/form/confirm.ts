// Fetched only by forms that ask for the address to be confirmed.
import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../worker/contract/outcome.ts';
import type { SubmissionAnswer } from '../../worker/contract/submission.ts';
import { emit } from '../events.ts';
import { focusOn } from '../frame.ts';
import { fill } from '../locales/texts.ts';
import { fetchPart } from '../part.ts';
import type { Resending } from './resending.ts';
import type { FormInPage } from './state.ts';

/** Shows the page that waits for the 6-digit code of an email, if a decision is pending; returns whether it does. */
export const confirming = (
  element: FormInPage,
  { receipt, decisions }: SubmissionAnswer,
  email: unknown,
  confirmed: (outcome: Outcome) => void,
): boolean => {
  const texts = element.definition?.confirming;
  if (!texts || !decisions.some(({ decision }) => decision === 'pending')) return false;
  const { locale } = element.definition ?? {};
  let resending: Resending | undefined;
  // Without it nothing counts down, and the Worker still sends no more than it should.
  fetchPart<typeof import('./resending.ts')>(element.host, 'resending').then(
    ({ resendingOf }) => {
      resending = resendingOf('confirm', String(email), () => element.requestUpdate());
      // The first went out with the sign-up.
      resending.count();
      element.requestUpdate();
    },
    () => {},
  );
  let message = '';
  let isWrong = false;
  /** Whether something that was asked for is on its way: another press of a button would ask for it twice. */
  let isPosting = false;

  const show = (text: string, wrong = false) => {
    message = text;
    isWrong = wrong;
    element.requestUpdate();
  };

  /** Posts to the receipt; undefined if the Worker cannot be reached. */
  const post = async (what: string, body: unknown): Promise<Response | undefined> => {
    isPosting = true;
    const answer = await fetch(`${element.host}v1/receipts/${receipt}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    isPosting = false;
    return answer;
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isPosting) return;
    const code = new FormData(event.target as HTMLFormElement).get('code');
    const answer = await post('confirmation', { code });
    const body = answer?.ok ? await answer.json().catch(() => {}) : undefined;
    if (body) {
      confirmed(body.outcome);
      emit(element, 'samtykke-confirmed', { receipt });
    } else {
      show((answer?.status === 422 ? texts.wrong : element.texts?.failed) ?? '', true);
      void focusOn(element, '[name=code]');
    }
  };

  const again = async () => {
    if (isPosting || resending?.when(locale)) return;
    const answer = await post('emails', {});
    if (answer?.ok || answer?.status === 429) resending?.count();
    const failed = element.texts?.[answer?.status === 429 ? 'busy' : 'failed'];
    show((answer?.ok ? texts.sent : failed) ?? '', !answer?.ok);
  };

  /** Back to the form with every answer in it, so that a mistyped address can be corrected. */
  const correct = () => {
    element.step = 0;
    element.state = { is: 'asking' };
    void focusOn(element, '[name="fields.email"]');
  };

  const template = (): TemplateResult => {
    const when = resending?.when(locale);
    return html`
      <form class="done" part="done" tabindex="-1" @submit=${submit}>
        <div role="status">
          <h2>${texts.title}</h2>
          <p>${texts.text.replace('{email}', () => String(email))}</p>
        </div>
        <div class="field" part="field">
          <label for="code" part="label">${texts.code}</label>
          <input id="code" name="code" part="input" inputmode="numeric" autocomplete="one-time-code" required maxlength="20"
            .style=${'max-inline-size:9em'}
            aria-invalid=${isWrong ? 'true' : nothing} aria-describedby="message">
          <p id="message" class=${isWrong ? 'error' : 'help'} role="status">${message}</p>
        </div>
        <p class="buttons">
          <button part="button">${texts.button}</button>
          <button part="button" class="quiet" type="button" aria-disabled=${when ? 'true' : 'false'} aria-describedby="wait" @click=${again}>${texts.again}</button>
          <button part="button" class="quiet" type="button" @click=${correct}>${texts.other}</button>
        </p>
        <p id="wait" class="help">${when ? fill(texts.wait, { when }) : nothing}</p>
        <p class="help">${texts.capped}</p>
      </form>`;
  };
  element.state = { is: 'done', template };
  void focusOn(element, '.done');
  return true;
};
