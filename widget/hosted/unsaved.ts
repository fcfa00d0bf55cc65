// On the hosted preference centre, which posts without a script: warns before ticks that are not saved are lost.

const form = document
  .querySelector('samtykke-preferences')
  ?.shadowRoot?.querySelector<HTMLFormElement>('.choices');

const isChanged = (): boolean =>
  [...(form?.elements ?? [])].some(
    (control) =>
      (control instanceof HTMLInputElement && control.checked !== control.defaultChecked) ||
      (control instanceof HTMLSelectElement && control.selectedIndex > 0),
  );

let isSaving = false;
form?.addEventListener('submit', () => {
  isSaving = true;
});
// The browser may bring this page back as it was left.
addEventListener('pageshow', () => {
  isSaving = false;
});
addEventListener('beforeunload', (event) => {
  if (!isSaving && isChanged()) event.preventDefault();
});
