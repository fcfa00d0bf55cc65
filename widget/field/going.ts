/** What the consent part does about the form of the site that it stands in. */
export type Going = {
  /** The visitor did something in the form. */
  changed: () => void;
  /** Returns whether the form may be sent as it stands; else the visitor is told why not. */
  mayGo: () => boolean;
  /** Returns whether a form that may go has to wait; it then goes `again`, once. */
  holds: (again: () => void) => boolean;
  /** Adds to what the form sends. `isGoing` says whether it is on its way, or only being looked at. */
  collect: (data: FormData, isGoing: boolean) => void;
};

/**
 * Follows a site's form until it is left. It is on its way when the browser collects its data after every
 * listener of the site has let it go, when the site calls `submit()`, and when the site has prevented the
 * submission and collects the data to send it from a script. Data that a site collects before it has decided,
 * to check or to keep a draft, sends nothing.
 */
export const follow = (form: HTMLFormElement, going: Going, { signal }: AbortController): void => {
  /** The last submission, until the visitor changes something. */
  let event: SubmitEvent | undefined;
  let isCalled = false;
  // Capturing, we come before the listeners of the site.
  const options = { signal, capture: true };
  for (const type of ['input', 'change', 'focusout', 'click'])
    form.addEventListener(
      type,
      () => {
        if (type === 'input') event = undefined;
        going.changed();
      },
      options,
    );
  form.addEventListener(
    'submit',
    (submitting) => {
      const submitter = submitting.submitter as HTMLButtonElement | null;
      const again = () => form.requestSubmit(submitter?.form && submitter);
      const isRight = submitter?.formNoValidate || going.mayGo();
      // One that the site has prevented before us it sends itself, and would send twice.
      event =
        isRight && (submitting.defaultPrevented || !going.holds(again)) ? submitting : undefined;
      if (event) return;
      submitting.preventDefault();
      submitting.stopImmediatePropagation();
    },
    options,
  );
  form.addEventListener(
    'formdata',
    ({ formData }) =>
      // Once dispatched, an event is at no one any more; in Firefox it still has its last phase.
      going.collect(
        formData,
        isCalled || (!!event && (event.defaultPrevented || !event.currentTarget)),
      ),
    options,
  );

  // `submit()` fires no event of its own, and a control of that name hides it.
  const { submit } = form;
  if (typeof submit !== 'function') return;
  const calling = () => {
    if (going.holds(calling)) return;
    isCalled = true;
    submit.call(form);
    isCalled = false;
  };
  form.submit = calling;
  signal.addEventListener('abort', () => {
    if (form.submit === calling) Reflect.deleteProperty(form, 'submit');
  });
};
