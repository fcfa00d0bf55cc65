import { form, type Group } from './case.ts';

const shadow = (mode: 'open' | 'closed'): string => `<div id="host"></div><script>
const host = document.getElementById('host');
const root = host.attachShadow({ mode: '${mode}' });
root.innerHTML = '${form}';
if (!host.shadowRoot) window.closedRoot = root;
</script>`;

export const frames: Group = {
  title: 'Frames and roots',
  contexts: [
    { key: 'frame', name: 'in a frame', body: form, frame: '' },
    {
      key: 'srcdoc',
      name: 'in a frame whose page is written in its tag (about:srcdoc)',
      body: form,
      frame: '',
      isWritten: true,
    },
    {
      key: 'sandbox',
      name: 'in a sandbox that allows scripts, forms and its origin',
      body: form,
      frame: 'sandbox="allow-scripts allow-forms allow-same-origin"',
    },
    {
      key: 'sandbox-no-forms',
      name: 'in a sandbox that allows no forms',
      body: form,
      frame: 'sandbox="allow-scripts allow-same-origin"',
    },
    {
      key: 'sandbox-no-origin',
      name: 'in a sandbox without an origin, where it leads to its own page',
      body: form,
      frame: 'sandbox="allow-scripts allow-forms allow-popups"',
      after: 'refused',
    },
    { key: 'shadow-open', name: 'in an open shadow root', body: shadow('open') },
    { key: 'shadow-closed', name: 'in a closed shadow root', body: shadow('closed') },
    {
      key: 'shadow-declared',
      name: 'in a shadow root that the page declares',
      body: `<div><template shadowrootmode="open">${form}</template></div>`,
    },
    {
      key: 'template',
      name: 'cloned from a template',
      body: `<template>${form}</template><main></main><script>
addEventListener('DOMContentLoaded', () => {
  const { content } = document.querySelector('template');
  document.querySelector('main').append(document.importNode(content, true));
});
</script>`,
    },
    {
      key: 'written-later',
      name: 'written into the page after a while',
      body: `<main></main><script>
setTimeout(() => { document.querySelector('main').innerHTML = '${form}'; }, 300);
</script>`,
    },
  ],
};
