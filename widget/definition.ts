import type { FormAnswer, OpenForm } from '../worker/contract/form.ts';
import type { Problem } from '../worker/contract/problem.ts';
import { definitionAddress } from './address.ts';
import { advise } from './advising.ts';
import type { WidgetElement } from './element.ts';
import { emit } from './events.ts';
import { focusOn } from './frame.ts';
import { directionOf, ownLocale, type Texts } from './locales/texts.ts';
import { fetchPart, scriptHost, troubleOf } from './part.ts';
import { isPassing } from './passing.ts';
import type { Trouble } from './trouble.ts';

/** An element that shows a form or the consent part of one. */
export type FormElement = WidgetElement & {
  /** The key of the form. */
  formKey: string;
  /** The language wanted; the page's own when absent. */
  locale?: string;
  /** The address of the Worker, ending in a slash. */
  host: string;
  /** The answer that the loader has already asked for. */
  answer?: Promise<Response>;
  definition?: OpenForm;
  texts?: Texts;
  isAwaited?: boolean;
};

/** What an element does with its form. */
type Uses = {
  /** Which part of the form it shows. */
  part: 'form' | 'field';
  /** Shows the form, or that it is closed. */
  show: (answer: FormAnswer) => void;
  /** Fetches what a definition needs besides the texts of its locale. */
  prepare?: (definition: OpenForm) => Promise<void>;
  /** Leaves the form that it showed for another. */
  leave?: () => void;
};

/** The key of an element's form; of a clone of the consent part, which has put the attribute away, too. */
const keyOf = ({ formKey, dataset }: FormElement): string => formKey || (dataset.form ?? '');

/** What came of asking for a form: the answer, or the problem that the Worker named, if it could be reached. */
type Asked = { answer: FormAnswer } | { problem?: Problem; isPassing: boolean };

/** Asks the Worker, unless the page's server has put the answer into the tag. */
const ask = async (element: FormElement, part: string, isFirst: boolean): Promise<Asked> => {
  const inline = isFirst && element.querySelector('script[type="application/json"]');
  try {
    if (inline) return { answer: JSON.parse(inline.textContent ?? '') };
    const asked = element.answer ?? fetch(definitionAddress(element, keyOf(element), part));
    // The loader's own question is good for one answer.
    element.answer = undefined;
    const response = await asked;
    const body = await response.json();
    if (response.ok) return { answer: body };
    return { problem: body, isPassing: isPassing(response.status) };
  } catch {
    return { isPassing: true };
  }
};

/** Brings an element its definition with its texts: once, and again when it is to show another. */
export class Source {
  readonly #element: FormElement;
  readonly #uses: Uses;
  /** What is done about a form that cannot be shown; undefined while it can. */
  trouble?: Trouble | undefined;
  /** What was asked for last, and for which form. */
  #wanted = '';
  #form?: string;
  /** What was set here, unless the page has set another since. */
  #definition?: OpenForm;
  #texts?: Texts;
  /** What is being shown, or to be. */
  #answer?: FormAnswer;
  #isShown = false;
  #turn = 0;

  constructor(element: FormElement, uses: Uses) {
    this.#element = element;
    this.#uses = uses;
    element.addController({
      // An element that is moved in the page is connected again, and goes on as it is.
      hostConnected: () => (this.trouble ? void this.#load() : this.#look()),
      hostUpdate: () => this.#look(),
    });
  }

  /** Loads what the element is to show, if that is another than it shows. */
  #look(): void {
    const element = this.#element;
    const { locale, definition } = element;
    const formKey = keyOf(element);
    element.host ??= element.getAttribute('host') ?? scriptHost();
    const isGiven = !!definition && definition !== this.#definition;
    const wanted = `${formKey} ${locale} ${element.host}`;
    if (wanted === this.#wanted && !isGiven) return;
    if (this.#form && this.#form !== formKey && !isGiven) this.#leave();
    // What the loader has asked for is what the tag said then.
    if (this.#wanted) element.answer = undefined;
    this.#wanted = wanted;
    this.#form = formKey;
    this.#answer = isGiven ? definition : undefined;
    const isNamed = !!(formKey || this.#answer || element.querySelector('script'));
    this.#done();
    if (isNamed) void this.#load();
    advise(element, !isNamed);
  }

  #leave(): void {
    this.#definition = this.#element.definition = undefined;
    this.#isShown = false;
    this.#uses.leave?.();
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    const asked = this.#answer
      ? { answer: this.#answer }
      : await ask(this.#element, this.#uses.part, turn === 1);
    if (turn !== this.#turn) return;
    if ('answer' in asked) await this.#take(asked.answer, turn);
    else await this.#fail(asked.isPassing, asked.problem);
  }

  async #take(answer: FormAnswer, turn: number): Promise<void> {
    const element = this.#element;
    this.#answer = answer;
    try {
      const [texts] = await Promise.all([
        fetchPart<{ default: Texts }>(element.host, ownLocale(answer.locale)),
        answer.active && this.#uses.prepare?.(answer),
      ]);
      if (turn !== this.#turn) return;
      if (element.texts === this.#texts) element.texts = this.#texts = texts.default;
    } catch {
      if (turn === this.#turn) await this.#fail(true);
      return;
    }
    this.#isShown = true;
    this.#done();
    element.lang = answer.locale;
    element.dir = directionOf(answer.locale);
    if (answer.active) element.definition = this.#definition = answer;
    this.#uses.show(answer);
    // A visitor who has asked for another try goes on where the form begins.
    if (element.isAwaited) void focusOn(element, 'input');
    element.isAwaited = false;
  }

  /** Says that it cannot be shown, where the form in another language is not. */
  async #fail(isPassing: boolean, problem?: Problem): Promise<void> {
    const element = this.#element;
    advise(element, true, problem);
    const turn = this.#turn;
    const isNew = !this.trouble;
    this.trouble ??= await troubleOf(element, () => void this.#load());
    // It may have worked, or be another form by now.
    if (turn !== this.#turn) return this.#done();
    this.trouble.failed(isPassing);
    element.requestUpdate();
    if (isNew && !this.#isShown) emit(element, 'samtykke-error', { why: 'unavailable', problem });
  }

  /** Takes back what was said of a failure. */
  #done(): void {
    this.trouble?.done();
    this.trouble = undefined;
  }
}
