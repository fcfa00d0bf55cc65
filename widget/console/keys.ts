import { keyOf } from '../../worker/contract/key-of.ts';

const control = (name: string | undefined): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name ?? '')}"]`);

/** Makes keys of names while these are typed, until someone types a key. */
export const nameKeys = (): void => {
  for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-key-from]')) {
    const [name, key] = [control(dataset.keyFrom), control(dataset.key)];
    if (!name || !key || name.value) continue;
    const initial = key.value;
    let isTyped = false;
    key.addEventListener('input', () => {
      isTyped = key.value !== '';
    });
    name.addEventListener('input', () => {
      if (!isTyped) key.value = keyOf(name.value) || initial;
    });
  }
};

/** Shows the settings that the chosen kind of a field has, and hides the others. */
export const showSettings = (): void => {
  for (const item of document.querySelectorAll('.item')) {
    const kind = item.querySelector<HTMLSelectElement>('select[name$=".kind"]');
    kind?.addEventListener('change', () => {
      for (const setting of item.querySelectorAll<HTMLElement>('[data-kinds]'))
        setting.hidden = !setting.dataset.kinds?.split(' ').includes(kind.value);
    });
  }
};
