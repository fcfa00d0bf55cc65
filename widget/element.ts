// The base of our elements: of LitElement what they use, in a third of its bytes. The server renders them on
// LitElement itself (worker/pages/element.ts), so what stands here behaves as it does there.
import { type RenderOptions, render } from 'lit';

/** Reads an attribute that is JSON; one that is not says nothing. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A style sheet of an element; made for the browser once, when first adopted. */
export type Styles = { readonly cssText: string; readonly styleSheet?: CSSStyleSheet | undefined };

/** How a property is set from an attribute: by one of its own name, unless it says another or `false`. */
type Property = { attribute?: string | boolean; state?: boolean; type?: unknown };

/** What follows an element into a page, and into each page that it is moved to. */
export type Controller = {
  hostConnected?(): void;
  /** Before the element may render what has changed. */
  hostUpdate?(): void;
};

class Sheet implements Styles {
  #made?: CSSStyleSheet;
  readonly cssText: string;

  constructor(cssText: string) {
    this.cssText = cssText;
  }

  get styleSheet(): CSSStyleSheet {
    if (!this.#made) {
      this.#made = new CSSStyleSheet();
      this.#made.replaceSync(this.cssText);
    }
    return this.#made;
  }
}

/** A style sheet, written as a template. */
export const css = (strings: TemplateStringsArray): Styles => new Sheet(strings.join(''));

/** Gives a shadow root these style sheets, and no others. */
export const adoptStyles = (root: ShadowRoot, styles: readonly Styles[]): void => {
  root.adoptedStyleSheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
};

/** Adds a style sheet to those of a shadow root, once. */
export const addStyles = (root: ShadowRoot, { styleSheet }: Styles): void => {
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets.push(styleSheet);
};

const attributesOf = (name: string, { attribute, state }: Property): string[] =>
  state || attribute === false ? [] : [`${attribute ?? name}`.toLowerCase()];

/** The element that is made one of ours just now, if any. */
let taken: HTMLElement | undefined;

/** Constructs an element, or takes one that is in the page already for the element to construct. */
class Taking extends HTMLElement {
  // biome-ignore-start lint: what a constructor returns takes the place of what it makes.
  constructor() {
    const element = taken;
    taken = undefined;
    if (element) return element;
    super();
  }
  // biome-ignore-end lint: see above.
}

/** An element that renders itself again, once, after any number of its properties have changed. */
export abstract class WidgetElement extends Taking {
  static styles: Styles | readonly Styles[] = [];
  static properties: Readonly<Record<string, Property>> = {};

  /** The browser asks for this once, when the element is defined: the moment to make its properties react. */
  static get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: each class that extends this one has its own.
    const { properties, prototype } = this;
    const entries = Object.entries(properties);
    for (const [name] of entries)
      Object.defineProperty(prototype, name, {
        configurable: true,
        get(this: WidgetElement) {
          return this.#values[name];
        },
        set(this: WidgetElement, value: unknown) {
          if (Object.is(this.#values[name], value)) return;
          this.#values[name] = value;
          this.requestUpdate();
        },
      });
    return entries.flatMap(([name, property]) => attributesOf(name, property));
  }

  /** Makes an element of this class out of one that the loader has defined by its outside alone. */
  static take(outside: HTMLElement): void {
    // biome-ignore lint/complexity/noThisInStatic: the class that is asked.
    const { prototype, observedAttributes } = this;
    Object.setPrototypeOf(outside, prototype);
    taken = outside;
    // biome-ignore lint/complexity/noThisInStatic: the class that is asked.
    const element: WidgetElement = Reflect.construct(this, []);
    const read = (name: string) =>
      element.attributeChangedCallback(name, null, element.getAttribute(name));
    for (const name of observedAttributes) if (element.hasAttribute(name)) read(name);
    // The browser observes what an element named when it was defined, and its outside knows of none.
    new MutationObserver((changes) => {
      for (const { attributeName } of changes) if (attributeName) read(attributeName);
    }).observe(element, { attributeFilter: observedAttributes });
    element.formAssociatedCallback?.(element.closest('form'));
    if (element.isConnected) element.connectedCallback();
  }

  /** The options of lit-html, which renders in front of `renderBefore`. */
  readonly renderOptions: RenderOptions = { host: this };
  declare renderRoot: HTMLElement | DocumentFragment;
  /** Settled once what has changed is rendered. */
  declare updateComplete: Promise<void>;

  readonly #values: Record<string, unknown> = {};
  readonly #controllers = new Set<Controller>();
  /** What was set before the element was defined, and would hide the properties. */
  readonly #early: [name: string, value: unknown][] = [];
  #isPending = false;

  constructor() {
    super();
    const { properties } = this.constructor as typeof WidgetElement;
    for (const name of Object.keys(properties))
      if (Object.hasOwn(this, name)) {
        this.#early.push([name, Reflect.get(this, name)]);
        Reflect.deleteProperty(this, name);
      }
  }

  connectedCallback(): void {
    if (!this.renderRoot) {
      this.renderRoot = this.createRenderRoot();
      for (const [name, value] of this.#early) Reflect.set(this, name, value);
      this.requestUpdate();
    }
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback?(): void;

  formAssociatedCallback?(form: HTMLFormElement | null): void;

  attributeChangedCallback(attribute: string, _: string | null, value: string | null): void {
    const { properties } = this.constructor as typeof WidgetElement;
    for (const [name, property] of Object.entries(properties))
      if (attributesOf(name, property).includes(attribute))
        Reflect.set(this, name, property.type && value ? parsed(value) : value);
  }

  addController(controller: Controller): void {
    this.#controllers.add(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected?.();
  }

  /** Renders it again, once all that changes just now has. Nothing is rendered outside a page. */
  requestUpdate(): void {
    if (this.#isPending || !this.renderRoot) return;
    this.#isPending = true;
    this.updateComplete = Promise.resolve().then(() => {
      this.#isPending = false;
      for (const controller of this.#controllers) controller.hostUpdate?.();
      if (this.shouldUpdate())
        render(this.render(), this.renderRoot as HTMLElement, this.renderOptions);
    });
  }

  protected createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const { styles } = this.constructor as typeof WidgetElement;
    adoptStyles(root, [styles].flat());
    this.renderOptions.renderBefore = root.firstChild as ChildNode | null;
    return root;
  }

  protected shouldUpdate(): boolean {
    return true;
  }

  protected abstract render(): unknown;
}
