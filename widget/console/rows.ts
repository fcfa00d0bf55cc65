/** Says what is wrong with a row, once it is not empty and does not match. */
const check = (row: Element): void => {
  const input = row.querySelector('input');
  const error = row.querySelector('.error');
  if (!input || !error) return;
  const isWrong = input.value !== '' && !RegExp(input.dataset.pattern ?? '').test(input.value);
  error.textContent = isWrong ? (input.dataset.wrong ?? '') : '';
  if (isWrong) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
};

/** Returns an empty row like another, under an id of its own. */
const newRow = (like: Element, at: number): Element => {
  const row = document.importNode(like, true);
  const input = row.querySelector('input');
  const error = row.querySelector('.error');
  if (!input || !error) return row;
  const old = input.id;
  input.id = old.replace(/\d+$/, String(at));
  input.value = '';
  input.setAttribute('aria-label', (input.ariaLabel ?? '').replace(/\d+$/, String(at + 1)));
  error.id = `${input.id}-error`;
  const described = input.getAttribute('aria-describedby') ?? '';
  input.setAttribute('aria-describedby', described.replace(`${old}-error`, error.id));
  check(row);
  return row;
};

/** Adds and removes rows of lists, and checks them while they are typed. */
export const keepRows = (): void => {
  for (const list of document.querySelectorAll('[data-rows]')) {
    const add = list.querySelector<HTMLButtonElement>('[data-add]');
    const rows = () => [...list.querySelectorAll('[data-row]')];
    if (!add) continue;
    for (const button of list.querySelectorAll<HTMLButtonElement>('[data-add], [data-remove]'))
      button.hidden = false;
    let count = rows().length;
    add.addEventListener('click', () => {
      const [first] = rows();
      if (!first) return;
      const row = newRow(first, count);
      count += 1;
      add.before(row);
      row.querySelector('input')?.focus();
    });
    list.addEventListener('click', ({ target }) => {
      const row = (target as Element).closest('[data-remove]')?.closest('[data-row]');
      const input = row?.querySelector('input');
      if (!row || !input) return;
      // The last row stays to add another by.
      if (rows().length > 1) row.remove();
      else input.value = '';
      (rows().at(-1)?.querySelector('input') ?? add).focus();
      add.dispatchEvent(new Event('input', { bubbles: true }));
    });
    list.addEventListener('input', ({ target }) => {
      const row = (target as Element).closest('[data-row]');
      if (row) check(row);
    });
  }
};
