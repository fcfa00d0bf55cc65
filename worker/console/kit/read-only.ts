/**
 * Switches off what would change something, on a page that its reader may only look at. What filters or leads
 * elsewhere goes on working, which a disabled fieldset around the whole page would not allow.
 */
export const withoutActs = (page: string): string => {
  const [before = '', ...forms] = page.split('<form');
  const switchedOff = forms.map((form) =>
    form.slice(0, form.indexOf('>')).includes('method="post"')
      ? form
          .replace('>', '><fieldset class="read-only" disabled>')
          .replace('</form>', '</fieldset></form>')
      : form,
  );
  return [before, ...switchedOff].join('<form');
};
