import { form, type Group } from './case.ts';

/** A page with another place for its form, and what it does with both once the form is filled in. */
const moving = (act: string): string => `${form}<section id="elsewhere"></section><script>
const pause = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));
window.act = async () => {
  const element = document.querySelector('samtykke-form');
  const place = document.getElementById('elsewhere');
  ${act}
};
</script>`;

export const movings: Group = {
  title: 'Pages that move it, or are left and come back',
  contexts: [
    {
      key: 'append',
      name: 'that the page appends elsewhere',
      body: moving('place.append(element);'),
    },
    {
      key: 'remove-append',
      name: 'that the page takes out, and puts in again later',
      body: moving('element.remove(); await pause(50); place.append(element);'),
    },
    {
      key: 'move-before',
      name: 'that the page moves by moveBefore, where there is one',
      body: moving('place.moveBefore ? place.moveBefore(element, null) : place.append(element);'),
    },
    {
      key: 'view-transition',
      name: 'that a view transition moves, where there are some',
      body: moving(`const move = () => place.append(element);
  if (document.startViewTransition) await document.startViewTransition(move).finished;
  else move();`),
    },
    {
      key: 'adopted',
      name: 'that another document adopts, and gives back',
      body: moving(`document.implementation.createHTMLDocument('').body.append(element);
  await pause(50);
  place.append(document.adoptNode(element));`),
    },
    {
      key: 'written-again',
      name: 'that the page writes again with all that is around it',
      body: moving('document.body.innerHTML += "";'),
      after: 'fresh',
    },
    {
      key: 'hidden-tab',
      name: 'in a tab panel that is hidden, and shown again',
      body: moving(`document.body.style.display = 'none';
  await pause(50);
  document.body.style.display = '';`),
    },
    {
      key: 'left',
      name: 'on a page that is left and comes back (bfcache, or else loaded again)',
      body: `${form}<script>
window.act = () => new Promise((resolve) => {
  addEventListener('pageshow', ({ persisted }) => persisted && resolve());
  location.href = 'elsewhere.html?back';
});
</script>`,
      isOwnTab: true,
    },
    {
      key: 'prerendered',
      name: 'on a page that is rendered before it is visited (speculation rules)',
      body: form,
      isOwnTab: true,
    },
  ],
};
