/** Numbers the items of each list again, and says which page of the form each is on. */
const renumber = (form: Element): void => {
  for (const fields of form.querySelectorAll<HTMLElement>('[data-fields]')) {
    const items = fields.querySelectorAll(':scope > .item');
    for (const [at, item] of [...items].entries()) {
      const place = item.querySelector<HTMLInputElement>('[data-place]');
      if (place) place.value = String(at + 1);
      const page = item.querySelector<HTMLSelectElement>('select[name$=".section"]');
      if (page) page.value = fields.dataset.fields ?? page.value;
    }
  }
};

/** Moves fields by the mouse, within a page and to another; for the keyboard each has buttons. */
export const dragItems = (): void => {
  let dragged: HTMLElement | undefined;
  const drop = (event: DragEvent, put: (item: HTMLElement) => void): void => {
    event.preventDefault();
    event.stopPropagation();
    if (!dragged) return;
    put(dragged);
    const form = dragged.closest('form');
    if (form) renumber(form);
    dragged.dispatchEvent(new Event('samtykke-moved', { bubbles: true }));
    dragged = undefined;
  };
  for (const item of document.querySelectorAll<HTMLElement>('.item')) {
    const handle = item.querySelector('summary');
    if (!handle) continue;
    handle.draggable = true;
    handle.addEventListener('dragstart', () => {
      dragged = item;
    });
    item.addEventListener('dragover', (event) => {
      if (!dragged) return;
      event.preventDefault();
      item.classList.add('over');
    });
    item.addEventListener('dragleave', () => item.classList.remove('over'));
    item.addEventListener('drop', (event) => {
      item.classList.remove('over');
      drop(event, (moved) => {
        if (moved === item) return;
        const isBelow = moved.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING;
        const isSamePage = moved.parentElement === item.parentElement;
        item[isBelow && isSamePage ? 'after' : 'before'](moved);
      });
    });
  }
  for (const fields of document.querySelectorAll<HTMLElement>('[data-fields]')) {
    fields.addEventListener('dragover', (event) => {
      if (dragged) event.preventDefault();
    });
    fields.addEventListener('drop', (event) => drop(event, (moved) => fields.append(moved)));
  }
};
