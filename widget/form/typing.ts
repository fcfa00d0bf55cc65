/** Returns what lets a visitor go on in the control that takes the place of the focused one, behind what it holds. */
export const typeOn = (root: ParentNode): (() => void) => {
  const name = root.querySelector(':focus')?.getAttribute('name');
  return () => {
    const control = root.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!control) return;
    control.focus();
    const { value } = control;
    // Only another value moves the cursor behind it.
    control.value = '';
    control.value = value;
  };
};
