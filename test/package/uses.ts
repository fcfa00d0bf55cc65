/** What a site of React and a program write, as far as the compiler has an opinion on it. */
const types = `import { useRef } from 'react';
import { defineElements, type SamtykkeFormElement } from 'samtykke';
import { createClient } from 'samtykke/client';
import { fetchEmbed } from 'samtykke/embed';
import { SamtykkeField, SamtykkeForm, SamtykkePreferences } from 'samtykke/react';

export const App = () => {
  const form = useRef<SamtykkeFormElement>(null);
  return (
    <>
      <SamtykkeForm
        ref={form}
        form="newsletter"
        display="popup"
        level={3}
        storage
        prefill={{ email: 'anna@example.com' }}
        className="news"
        onSamtykkeRecorded={({ detail }) => detail.receipt.toUpperCase()}
      >
        <a href="https://consent.example.com/f/newsletter">Sign up</a>
      </SamtykkeForm>
      <SamtykkeField form="contact" email-field="mail" manual={false} />
      <SamtykkePreferences email="anna@example.com" onSamtykkeSaved={({ detail }) => detail.said.trim()} />
      <button type="button" onClick={() => form.current?.open?.()}>Open</button>
      {/* @ts-expect-error a form has to be named */}
      <SamtykkeForm />
      {/* @ts-expect-error there is no such display */}
      <SamtykkeForm form="newsletter" display="modal" />
      {/* @ts-expect-error the centre has no form */}
      <SamtykkePreferences form="newsletter" />
    </>
  );
};

defineElements('https://consent.example.com');
document.querySelector('samtykke-field')?.send?.().then((answer) => answer?.recordedAt.toFixed());
document.addEventListener('samtykke-ready', ({ detail }) => detail.version.toFixed());
export const html: Promise<string> = fetchEmbed('https://consent.example.com', 'newsletter', { locale: 'da' });

const client = createClient('https://consent.example.com', { token: 'a token' });
export const callAll = async () => {
  const person = await client.get('/v1/people/{id}', { path: { id: '1' } });
  person.standings.map(({ decision }) => decision === 'given');
  const { verdicts } = await client.post('/v1/mailing-check', { body: { emails: [], purpose: 'news' } });
  verdicts.map(({ allow }) => !allow);
  const gone: undefined = await client.delete('/v1/forms/{key}', { path: { key: 'old' } });
  // @ts-expect-error there is no such path
  await client.get('/v1/persons');
  // @ts-expect-error nothing is posted there
  await client.post('/v1/people/{id}', { path: { id: '1' } });
  // @ts-expect-error which person is not said
  await client.get('/v1/people/{id}');
  // @ts-expect-error a purpose has to be named
  await client.post('/v1/mailing-check', { body: { emails: [] } });
  return gone;
};
`;

const tsconfig = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2022', 'dom', 'dom.iterable'],
    jsx: 'react-jsx',
    types: [],
    skipLibCheck: false,
    noEmit: true,
  },
  include: ['*.tsx'],
};

/** What a React server renders, and a server that has no elements imports. */
const server = `import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { defineElements } from 'samtykke';
import { createClient } from 'samtykke/client';
import { fetchEmbed } from 'samtykke/embed';
import { SamtykkeForm } from 'samtykke/react';
defineElements('https://consent.example.com');
const link = createElement('a', { href: '/f/newsletter' }, 'Sign up');
const props = { form: 'newsletter', className: 'news', storage: true, quiet: false, prefill: { email: 'a@b.example' } };
console.log(renderToString(createElement(SamtykkeForm, props, link)));
console.log(typeof createClient, typeof fetchEmbed);
`;

/** The files of a program that only uses what the package exports. */
export const uses = {
  'package.json': JSON.stringify({ name: 'uses', private: true, type: 'module' }),
  'tsconfig.json': JSON.stringify(tsconfig),
  'types.tsx': types,
  'server.js': server,
};
