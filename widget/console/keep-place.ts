const NAME = 'samtykke-console-place';

/** What was open and in view when a form was saved. */
type Place = { path: string; top: number; open: number[] };

const details = (form: Element): HTMLDetailsElement[] => [...form.querySelectorAll('details')];

const read = (): Place | undefined => {
  const text = sessionStorage.getItem(NAME);
  sessionStorage.removeItem(NAME);
  return text ? JSON.parse(text) : undefined;
};

/** Brings the editor back to where it was when it was saved, unless the page has something else to show first. */
export const keepPlace = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-unsaved]');
  const summary = document.querySelector<HTMLElement>('[data-summary]');
  if (summary) {
    // Links of the summary lead into what may be folded up.
    summary.addEventListener('click', ({ target }) => {
      const id = (target as Element).closest('a')?.hash.slice(1);
      const control = id ? document.getElementById(decodeURIComponent(id)) : null;
      for (let at = control?.closest('details'); at; at = at.parentElement?.closest('details'))
        at.open = true;
      control?.focus();
    });
    summary.focus();
    summary.scrollIntoView({ block: 'center' });
  }
  if (!form) return;
  form.addEventListener('submit', ({ submitter }) => {
    if (submitter?.getAttribute('value') !== 'save') return;
    const open = details(form).flatMap(({ open }, at) => (open ? [at] : []));
    const place: Place = { path: location.pathname, top: scrollY, open };
    sessionStorage.setItem(NAME, JSON.stringify(place));
  });
  const place = read();
  if (summary || place?.path !== location.pathname) return;
  const all = details(form);
  for (const at of place.open) all[at]?.setAttribute('open', '');
  scrollTo(0, place.top);
};
