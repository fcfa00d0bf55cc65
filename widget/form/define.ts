import { SamtykkeForm } from './samtykke-form.ts';

if (!customElements.get('samtykke-form')) customElements.define('samtykke-form', SamtykkeForm);
