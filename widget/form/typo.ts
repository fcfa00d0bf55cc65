// Fetched once an email address is entered: asks about one that looks mistyped, and never stands in the way.
import { html, render } from 'lit';
import { addStyles, css } from '../element.ts';
import { ownLocale } from '../locales/texts.ts';
import { didYouMean } from './did-you-mean.ts';
import { meant } from './meant.ts';

const styles = css`
  .hint button {
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
  }
`;

const ask = (control: HTMLInputElement): void => {
  const field = control.closest('.field');
  field?.querySelector('.hint')?.remove();
  const address = meant(control.value);
  if (!address || !field) return;
  const root = field.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  addStyles(root, styles);
  const { lang } = field.closest<HTMLElement>('[lang]') ?? (root.host as HTMLElement);
  const place = document.createElement('p');
  place.className = 'help hint';
  place.role = 'status';
  field.append(place);
  const take = () => {
    control.value = address;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    place.remove();
    control.focus();
  };
  const [before, after] = didYouMean[ownLocale(lang)].split('{email}');
  // A status is read out when its text comes after itself.
  setTimeout(() =>
    render(
      html`${before}<button type="button" @click=${take}><bdi>${address}</bdi></button>${after}`,
      place,
    ),
  );
};

/** Asks below the control whether another address was meant; a click takes it over. */
export const hint = (control: HTMLInputElement): void => {
  // What comes or goes under the pointer would move away what is being pressed.
  if (document.documentElement.matches(':active'))
    addEventListener('pointerup', () => setTimeout(ask, 0, control), { once: true });
  else ask(control);
};
