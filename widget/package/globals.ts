import type {
  SamtykkeFieldElement,
  SamtykkeFormElement,
  SamtykkePreferencesElement,
} from './types.ts';

declare global {
  interface HTMLElementTagNameMap {
    'samtykke-form': SamtykkeFormElement;
    'samtykke-field': SamtykkeFieldElement;
    'samtykke-preferences': SamtykkePreferencesElement;
  }
}
