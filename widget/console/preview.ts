/** Shows the form, or the email, as it is being written: its form is sent to a frame beside it whenever typing pauses. */
export const previewLive = (): void => {
  const builder = document.querySelector<HTMLFormElement>('form[data-preview]');
  const button = builder?.querySelector<HTMLButtonElement>('button[formtarget]');
  const frame = builder?.querySelector('iframe');
  if (!builder || !button || !frame) return;
  button.hidden = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(waiting);
    frame.inert = true;
    waiting = setTimeout(() => builder.requestSubmit(button), 400);
  };
  // A pop-up that opens in the frame takes the focus from the editor, who gets it back.
  let writing: EventTarget | null = null;
  builder.addEventListener('focusin', ({ target }) => {
    if (target !== frame) writing = target;
  });
  addEventListener('blur', () => {
    if (frame.inert && document.activeElement === frame) (writing as HTMLElement | null)?.focus();
  });
  frame.parentElement?.addEventListener('pointermove', () => {
    frame.inert = false;
  });
  builder.addEventListener('input', soon);
  builder.addEventListener('samtykke-moved', soon);
  soon();
};
