// The sides of the comparison: each does what its own documentation says for the smallest comparable thing.

/** One way to a form, or to a dialog that asks for consent. */
export type Side = {
  name: string;
  /** What goes into the head and the body of the page. */
  head?: string;
  body: string;
  /** What the visitor is to type in or press: found in shadow roots and frames too. */
  usable: string;
};

/** What npm installs for the run, into a folder of its own: these are no dependencies of ours. */
export const packages = [
  'vanilla-cookieconsent@3.1.0',
  '@c15t/react@2.2.1',
  'react@18.3.1',
  'react-dom@18.3.1',
  'klaro@0.7.22',
  '@formio/js@5.6.0',
  // survey-js-ui 2.5.38, its latest, takes no other survey-core than this.
  'survey-core@2.5.38',
  'survey-js-ui@2.5.38',
  '@tryghost/signup-form@0.3.592',
];

/** c15t comes as React components, which a site bundles: by esbuild into `c15t.js` and `c15t.css`. */
export const c15tSource = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ConsentBanner, ConsentManagerProvider } from '@c15t/react';
import '@c15t/react/styles.css';
const options = { mode: 'offline', consentCategories: ['necessary', 'marketing'] };
const banner = createElement(ConsentManagerProvider, { options }, createElement(ConsentBanner));
createRoot(document.getElementById('c15t')).render(banner);`;

const email = 'input[type=email]';

const css = (path: string): string => `<link rel="stylesheet" href="/peers/${path}">`;

const handWritten: Side = {
  name: 'hand-written form',
  head: '<style>form{display:grid;gap:1em;max-width:32em}input[type=email],button{padding:.6em;font:inherit}</style>',
  body: `<form method="post" action="/sign-up">
    <label>E-mail <input type="email" name="email" required autocomplete="email"></label>
    <label><input type="checkbox" name="consent"> Yes, send me news and offers by email.</label>
    <button>Sign me up</button>
  </form>`,
  usable: email,
};

/** https://cookieconsent.orestbida.com/essential/getting-started.html */
const cookieConsent: Side = {
  name: 'vanilla-cookieconsent 3.1.0',
  head: css('vanilla-cookieconsent/dist/cookieconsent.css'),
  body: `<script type="module">
    import '/peers/vanilla-cookieconsent/dist/cookieconsent.umd.js';
    CookieConsent.run({
      hideFromBots: false,
      categories: { necessary: { enabled: true, readOnly: true }, marketing: {} },
      language: { default: 'en', translations: { en: {
        consentModal: { title: 'We use cookies', description: 'For news and offers.', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all' },
        preferencesModal: { title: 'Preferences', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all', savePreferencesBtn: 'Save', sections: [] },
      } } },
    });
  </script>`,
  usable: '#cc-main [data-role=all]',
};

/** https://c15t.com/docs/frameworks/react/quickstart */
const c15t: Side = {
  name: 'c15t 2.2.1',
  head: css('c15t.css'),
  body: '<div id="c15t"></div><script type="module" src="/peers/c15t.js"></script>',
  usable: '[class*=c15t-ui-button]',
};

/** https://klaro.org/docs/getting-started */
const klaro: Side = {
  name: 'klaro 0.7.22',
  head: `<script>
    var klaroConfig = { lang: 'en', privacyPolicy: '/privacy', services: [{ name: 'news', purposes: ['marketing'] }] };
  </script>
  <script defer data-config="klaroConfig" src="/peers/klaro/dist/klaro.js"></script>`,
  body: '',
  usable: '.klaro .cm-btn-success',
};

/** https://help.form.io/dev/rendering; the renderer without the builder. */
const formio: Side = {
  name: '@formio/js 5.6.0',
  head: `${css('bootstrap/dist/css/bootstrap.min.css')}${css('@formio/js/dist/formio.form.min.css')}
  <script src="/peers/@formio/js/dist/formio.form.min.js"></script>`,
  body: `<div id="formio"></div><script>
    Formio.createForm(document.getElementById('formio'), { components: [
      { type: 'email', key: 'email', label: 'E-mail', input: true, validate: { required: true } },
      { type: 'checkbox', key: 'consent', label: 'Yes, send me news and offers by email.', input: true },
      { type: 'button', action: 'submit', label: 'Sign me up', key: 'submit', input: true },
    ] });
  </script>`,
  usable: email,
};

/** https://surveyjs.io/form-library/documentation/get-started-html-css-javascript; without the font that it asks Google for. */
const surveyJs: Side = {
  name: 'survey-js-ui 2.5.38',
  head: `${css('survey-core/survey-core.fontless.min.css')}
  <script src="/peers/survey-core/survey.core.min.js"></script>
  <script src="/peers/survey-js-ui/survey-js-ui.min.js"></script>`,
  body: `<div id="survey"></div><script>
    new Survey.Model({ elements: [
      { type: 'text', inputType: 'email', name: 'email', title: 'E-mail', isRequired: true },
      { type: 'boolean', renderAs: 'checkbox', name: 'consent', title: 'Yes, send me news and offers by email.' },
    ] }).render(document.getElementById('survey'));
  </script>`,
  usable: email,
};

/** As the code that Ghost gives out, of which only the size of its place is left out. */
const ghost = (origin: string): Side => ({
  name: '@tryghost/signup-form 0.3.592',
  body: `<div style="min-height: 58px; max-width: 440px; margin: 0 auto; width: 100%"><script src="/peers/@tryghost/signup-form/umd/signup-form.min.js" data-button-color="#15171a" data-button-text-color="#fff" data-site="${origin}/" data-locale="en" async></script></div>`,
  usable: email,
});

/** The three ways to a form of ours, as the console gives them out. */
const ours = (form: string, room: string, embed: string): Side[] => {
  const element = `<samtykke-form form="${form}" style="display: block; min-height: ${room}"></samtykke-form>`;
  return [
    {
      name: 'ours, general loader',
      body: `<script type="module" src="/samtykke.js"></script>${element}`,
      usable: email,
    },
    {
      name: `ours, /f/{key}.js`,
      body: `<script async src="/f/${form}.js"></script>${element}`,
      usable: email,
    },
    { name: 'ours, rendered in the page', body: embed, usable: email },
  ];
};

/** A form of ours: its key, the CSS length of its room, and its HTML for a website's server. */
export type OwnForm = { form: string; room: string; embed: string };

export const sidesOf = (origin: string, { form, room, embed }: OwnForm): Side[] => [
  handWritten,
  cookieConsent,
  c15t,
  klaro,
  formio,
  surveyJs,
  ghost(origin),
  ...ours(form, room, embed),
];

/** The page of a website with a side in it, in view without scrolling. */
export const pageOf = ({ head = '', body }: Side): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Orchard</title>
<link rel="icon" href="data:,">
<style>body{max-width:40em;margin:0 auto;padding:1em;font:16px/1.5 system-ui,sans-serif}</style>
${head}
</head>
<body>
<h1>Orchard</h1>
<p>Apples, cider and the odd pear, from trees that are older than we are. Once a month we write about what is ripe.</p>
${body}
<p>You can visit us every Saturday until the first snow. There is coffee, and room for the dog.</p>
</body>
</html>`;
