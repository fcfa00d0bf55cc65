import { tidyControl } from '../answers.ts';
import { fetchPart } from '../part.ts';

/** Tidies what was entered, and asks about an email address that looks mistyped. */
export const tidyAndHint = (host: string, event: Event): void => {
  tidyControl(event);
  const control = event.target as HTMLInputElement;
  if (control.type === 'email')
    fetchPart<typeof import('./typo.ts')>(host, 'typo').then(
      ({ hint }) => hint(control),
      () => {},
    );
};
