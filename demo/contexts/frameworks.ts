import { type Context, form, type Group } from './case.ts';

/** Renders a React component `App` in strict mode, which mounts everything twice. */
const react = (component: string): string => `<div id="root"></div><script type="module">
import { createElement as h, createRoot, StrictMode, useEffect, useState } from './vendor/react.js';
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
${component}
createRoot(document.getElementById('root')).render(h(StrictMode, null, h(App)));
</script>`;

/** Mounts a Vue component with a number \`n\` that the page counts up to another. */
const vue = (template: string, last = 3): string => `<div id="root"></div><script type="module">
import { createApp, nextTick, ref } from './vendor/vue.js';
const n = ref(0);
const app = createApp({ setup: () => ({ n }), template: ${JSON.stringify(template)} });
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('samtykke-');
app.mount('#root');
window.act = async () => {
  while (n.value < ${last}) {
    n.value++;
    await nextTick();
  }
};
</script>`;

const counting = (what: string): string => `const App = () => {
  const [n, setN] = useState(0);
  window.act = async () => {
    for (let count = 1; count < 4; count++) {
      setN(count);
      await pause();
    }
  };
  return h('section', { className: 'n' + n }, h('p', null, n), ${what});
};`;

const turbo = '<script src="vendor/turbo.js"></script>';

/** Visits another page by Turbo, and goes back to the copy that Turbo has kept. */
const turboVisit = `<script>
window.act = async () => {
  const loaded = () => new Promise((resolve) => addEventListener('turbo:load', resolve, { once: true }));
  const there = loaded();
  Turbo.visit('elsewhere.html');
  await there;
  const back = loaded();
  history.back();
  await back;
};
</script>`;

const turboRefresh = `<script>
window.act = () => new Promise((resolve) => {
  addEventListener('turbo:render', resolve, { once: true });
  Turbo.visit(location.href, { action: 'replace' });
});
</script>`;

const turbos: readonly Context[] = [
  {
    key: 'turbo',
    name: 'on a page that Turbo leaves, and brings back from its cache',
    head: `${turbo}${turboVisit}`,
    body: form,
    after: 'fresh',
    turnsHistory: true,
  },
  {
    key: 'turbo-div',
    name: 'in a div that stands for it, brought back by Turbo',
    head: `${turbo}${turboVisit}`,
    body: '<div data-samtykke-form="newsletter"></div>',
    after: 'fresh',
    turnsHistory: true,
  },
  {
    key: 'turbo-script',
    name: 'of a script tag alone, brought back by Turbo',
    head: `${turbo}${turboVisit}`,
    tag: '',
    body: '<p>Before</p><script type="module" src="http://localhost:8787/samtykke.js" data-form="newsletter"></script><p>After</p>',
    after: 'fresh',
    turnsHistory: true,
  },
  {
    key: 'turbo-permanent',
    name: 'that Turbo is to keep (data-turbo-permanent)',
    head: `${turbo}${turboRefresh}`,
    body: '<samtykke-form form="newsletter" id="permanent" data-turbo-permanent></samtykke-form>',
    turnsHistory: true,
  },
  {
    key: 'turbo-morph',
    name: 'on a page that Turbo morphs',
    head: `${turbo}<meta name="turbo-refresh-method" content="morph">${turboRefresh}`,
    body: form,
    turnsHistory: true,
  },
];

const htmx = '<script src="vendor/htmx.js"></script>';

const press = (event: string): string => `<script>
window.act = () => new Promise((resolve) => {
  addEventListener('${event}', () => setTimeout(resolve, 50), { once: true });
  document.querySelector('button').click();
});
</script>`;

const htmxs: readonly Context[] = [
  {
    key: 'htmx',
    name: 'that HTMX swaps for another',
    head: `${htmx}${press('htmx:afterSwap')}`,
    body: `<button hx-get="fragment.html" hx-target="#swapped">Swap</button><div id="swapped">${form}</div>`,
    after: 'fresh',
  },
  {
    key: 'htmx-beside',
    name: 'beside what HTMX swaps',
    head: `${htmx}${press('htmx:afterSwap')}`,
    body: `<button hx-get="words.html" hx-target="#swapped">Swap</button><div id="swapped"></div>${form}`,
  },
];

export const frameworks: Group = {
  title: 'Frameworks',
  contexts: [
    {
      key: 'react',
      name: 'that React renders again and again, in strict mode',
      body: react(
        counting(
          `h('samtykke-form', { form: 'newsletter', label: 'n' + n, prefill: { 'given-name': 'Anna' } })`,
        ),
      ),
    },
    {
      key: 'react-key',
      name: 'that React makes again because its key has changed',
      body: react(counting(`h('samtykke-form', { key: n, form: 'newsletter' })`)),
      after: 'fresh',
    },
    {
      key: 'react-effect',
      name: 'that an effect of React puts into the page, twice in strict mode',
      body: react(`const App = () => {
  useEffect(() => {
    const element = document.createElement('samtykke-form');
    element.setAttribute('form', 'newsletter');
    document.getElementById('place').append(element);
    return () => element.remove();
  }, []);
  return h('div', { id: 'place' });
};`),
    },
    {
      key: 'vue',
      name: 'whose attributes Vue changes',
      body: vue(
        `<p>{{ n }}</p><samtykke-form form="newsletter" :label="'n' + n" :data-n="n" :prefill="{ name: n }"></samtykke-form>`,
      ),
    },
    {
      key: 'vue-locale',
      name: 'whose language Vue changes',
      body: vue(`<samtykke-form form="newsletter" :locale="n ? 'da' : 'en'"></samtykke-form>`, 1),
      shown: 2,
    },
    {
      key: 'vue-key',
      name: 'that Vue makes again because its key has changed',
      body: vue('<samtykke-form form="newsletter" :key="n"></samtykke-form>'),
      after: 'fresh',
    },
    ...turbos,
    ...htmxs,
  ],
};
