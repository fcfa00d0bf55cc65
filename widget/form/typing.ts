/** Lets a visitor go on typing in a control that was rendered again, behind what it holds. */
export const typeOn = (root: ParentNode, id: string): void => {
  const control = root.querySelector<HTMLInputElement>(`[id="${id}"]`);
  if (!control) return;
  control.focus();
  const { value } = control;
  // Only another value moves the cursor behind it.
  control.value = '';
  control.value = value;
};
