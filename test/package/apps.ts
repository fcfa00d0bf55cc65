/** A React app as someone writes it who has just installed the package; Vite fills in WORKER. */
const main = `import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { defineElements } from 'samtykke';
import { SamtykkeField, SamtykkeForm, SamtykkePreferences } from 'samtykke/react';

defineElements(WORKER);

const App = () => {
  const [receipt, setReceipt] = useState('');
  return (
    <main>
      <SamtykkeForm form="newsletter" locale="en" className="news" onSamtykkeRecorded={({ detail }) => setReceipt(detail.receipt)}>
        <a href="#">Sign up for news</a>
      </SamtykkeForm>
      <output>{receipt}</output>
      <form aria-label="Contact" onSubmit={(event) => event.preventDefault()}>
        <input name="mail" type="email" aria-label="Your address" />
        <SamtykkeField form="contact" locale="en" email-field="mail" />
      </form>
      <SamtykkePreferences locale="en" email="anna@example.com" />
      <button type="button" data-samtykke-open="event">Harvest feast</button>
    </main>
  );
};

createRoot(document.getElementById('root')).render(<StrictMode><App /></StrictMode>);
`;

const page = (head: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>An app</title>${head}</head><body>${body}</body></html>
`;

/** What a fresh app of Vite and React consists of. */
export const reactApp = {
  'package.json': JSON.stringify({ name: 'app', private: true, type: 'module' }),
  'index.html': page('', '<div id="root"></div><script type="module" src="/main.jsx"></script>'),
  'main.jsx': main,
};

/** A page without a build, with the package's files beside it. */
export const plainPage = (worker: string): string =>
  page(
    `<script type="module">
import { defineElements } from './samtykke/elements/define.js';
defineElements('${worker}/');
</script>`,
    '<main><samtykke-form form="event" locale="en"></samtykke-form></main>',
  );
