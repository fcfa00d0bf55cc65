import { SamtykkePreferences } from './samtykke-preferences.ts';

if (!customElements.get('samtykke-preferences'))
  customElements.define('samtykke-preferences', SamtykkePreferences);
