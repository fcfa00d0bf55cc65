/** Warns before a page is left whose form was changed and not saved. */
export const warnUnsaved = (): void => {
  let isChanged = false;
  for (const form of document.querySelectorAll<HTMLFormElement>(
    'form[data-unsaved], form[method="post"].sheet',
  )) {
    const change = ({ target }: Event) => {
      // What is only looked at is nothing to save.
      isChanged ||= !(target as Element).closest('.preview');
    };
    form.addEventListener('input', change);
    form.addEventListener('samtykke-moved', change);
    form.addEventListener('submit', ({ submitter }) => {
      if (!submitter?.hasAttribute('formtarget')) isChanged = false;
    });
  }
  addEventListener('beforeunload', (event) => {
    if (isChanged) event.preventDefault();
  });
};
