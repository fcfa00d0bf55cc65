// What makes the console's pages quicker where scripts run. Each of them works without it.
import { bareAddress } from '../../worker/contract/tidy.ts';
import { dragItems } from './drag.ts';
import { keepPlace } from './keep-place.ts';
import { nameKeys, showSettings } from './keys.ts';
import { previewLive } from './preview.ts';
import { keepRows } from './rows.ts';
import { warnUnsaved } from './unsaved.ts';

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

/** Reloads a page about work that goes on. */
const lookAgain = (): void => {
  const working = document.querySelector<HTMLElement>('[data-again]');
  if (working) setTimeout(() => location.reload(), Number(working.dataset.again) * 1000);
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

/** Takes an email address out of what it was pasted in, such as quotes: the browser would call that wrong. */
const tidyAddresses = (): void => {
  addEventListener('change', ({ target }) => {
    const isAddress = target instanceof HTMLInputElement && target.type === 'email';
    if (isAddress) target.value = bareAddress(target.value);
  });
};

tickBundles();
tidyAddresses();
copyTexts();
lookAgain();
takeColours();
nameKeys();
showSettings();
keepRows();
warnUnsaved();
keepPlace();
dragItems();
previewLive();
