// What makes the console's pages quicker where scripts run. Each of them works without it.

/** Ready-made bundles: ticks exactly the boxes that a button names. */
const tickBundles = (): void => {
  for (const bundles of document.querySelectorAll<HTMLElement>('.bundles')) {
    bundles.hidden = false;
    bundles.addEventListener('click', ({ target }) => {
      const names = (target as HTMLElement).dataset.tick?.split(' ');
      const boxes = bundles.closest('fieldset')?.querySelectorAll('input');
      if (names)
        for (const box of boxes ?? []) if (!box.disabled) box.checked = names.includes(box.value);
    });
  }
};

/** Copies the text of the element that a button names, and says so on the button for a moment. */
const copyTexts = (): void => {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const text = document.getElementById(button.dataset.copy ?? '')?.textContent ?? '';
      await navigator.clipboard.writeText(text);
      const label = button.textContent;
      button.textContent = '✓';
      setTimeout(() => {
        button.textContent = label;
      }, 1500);
    });
  }
};

/** A page about work that goes on looks again by itself. */
const lookAgain = (): void => {
  const working = document.querySelector<HTMLElement>('[data-again]');
  if (working) setTimeout(() => location.reload(), Number(working.dataset.again) * 1000);
};

/** Shows the form as it is being written; the form itself is sent to a frame beside it. */
const previewAgain = (): void => {
  const builder = document.querySelector<HTMLFormElement>('form[data-preview]');
  const button = builder?.querySelector<HTMLButtonElement>('button[formtarget]');
  const frame = builder?.querySelector('iframe');
  if (!builder || !button || !frame) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(waiting);
    frame.inert = true;
    waiting = setTimeout(() => builder.requestSubmit(button), 600);
  };
  const reach = () => {
    frame.inert = false;
  };
  // A pop-up that opens in the frame takes the focus from the editor, who gets it back.
  let writing: EventTarget | null = null;
  builder.addEventListener('focusin', ({ target }) => {
    if (target !== frame) writing = target;
  });
  addEventListener('blur', () => {
    if (frame.inert && document.activeElement === frame) (writing as HTMLElement | null)?.focus();
  });
  frame.parentElement?.addEventListener('pointermove', reach);
  button.addEventListener('click', reach);
  builder.addEventListener('input', soon);
  builder.addEventListener('samtykke-moved', soon);
  soon();
};

/** Who picks a colour means to have it: ticks the box that takes it. */
const takeColours = (): void => {
  for (const colours of document.querySelectorAll('.colours')) {
    const box = colours.querySelector<HTMLInputElement>('[type="checkbox"]');
    colours.addEventListener('input', ({ target }) => {
      if (box && target !== box) box.checked = true;
    });
  }
};

/** Moves an item among its own kind, by the mouse; by the keyboard there is a box with its place. */
const dragItems = (): void => {
  let dragged: HTMLElement | undefined;
  for (const item of document.querySelectorAll<HTMLElement>('.item')) {
    const handle = item.querySelector('summary');
    if (!handle) continue;
    handle.draggable = true;
    handle.addEventListener('dragstart', () => {
      dragged = item;
    });
    item.addEventListener('dragover', (event) => {
      if (dragged?.parentElement !== item.parentElement) return;
      event.preventDefault();
      item.classList.add('over');
    });
    item.addEventListener('dragleave', () => item.classList.remove('over'));
    item.addEventListener('drop', (event) => {
      event.preventDefault();
      item.classList.remove('over');
      if (!dragged || dragged === item) return;
      const after = dragged.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING;
      item[after ? 'after' : 'before'](dragged);
      const places = item.parentElement?.querySelectorAll<HTMLInputElement>(
        ':scope > .item > div [data-place]',
      );
      for (const [at, place] of [...(places ?? [])].entries()) place.value = String(at + 1);
      item.dispatchEvent(new Event('samtykke-moved', { bubbles: true }));
    });
  }
};

tickBundles();
copyTexts();
lookAgain();
dragItems();
takeColours();
previewAgain();
