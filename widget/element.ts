// The base of our elements: of LitElement what they use, in a third of its bytes. The server renders them on
// LitElement itself (worker/pages/element.ts), so what stands here behaves as it does there.
import { type RenderOptions, render } from 'lit';

/** A style sheet of an element; made for the browser once, when first adopted. */
export type Styles = { readonly cssText: string; readonly styleSheet?: CSSStyleSheet | undefined };

/** How a property is set from an attribute: by one of its own name, unless it says another or `false`. */
type Property = { attribute?: string | boolean; state?: boolean; type?: unknown };

/** What follows an element into a page, and into each page that it is moved to. */
export type Controller = { hostConnected(): void };

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

const attributesOf = (name: string, { attribute, state }: Property): string[] =>
  state || attribute === false ? [] : [`${attribute ?? name}`.toLowerCase()];

/** An element that renders itself anew, once, after any number of its properties have changed. */
export abstract class WidgetElement extends HTMLElement {
  static styles: Styles | readonly Styles[] = [];
  static properties: Readonly<Record<string, Property>> = {};

  /** The browser asks for this once, when the element is defined: the moment to make its properties react. */
  static get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: each class that extends this one has its own.
    const { properties, prototype } = this;
    const entries = Object.entries(properties);
    for (const [name] of entries)
      Object.defineProperty(prototype, name, {
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
    for (const controller of this.#controllers) controller.hostConnected();
  }

  disconnectedCallback(): void {}

  attributeChangedCallback(attribute: string, _: string | null, value: string | null): void {
    const { properties } = this.constructor as typeof WidgetElement;
    for (const [name, property] of Object.entries(properties))
      if (attributesOf(name, property).includes(attribute))
        Reflect.set(this, name, property.type && value ? JSON.parse(value) : value);
  }

  addController(controller: Controller): void {
    this.#controllers.add(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected();
  }

  removeController(controller: Controller): void {
    this.#controllers.delete(controller);
  }

  /** Renders it again, once all that changes just now has. Nothing is rendered outside a page. */
  requestUpdate(): void {
    if (this.#isPending || !this.renderRoot) return;
    this.#isPending = true;
    this.updateComplete = Promise.resolve().then(() => {
      this.#isPending = false;
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
