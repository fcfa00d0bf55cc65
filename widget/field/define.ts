import { SamtykkeField } from './samtykke-field.ts';

if (!customElements.get('samtykke-field')) customElements.define('samtykke-field', SamtykkeField);
