// Tries the form of a page as a visitor would, and tells the page above what is wrong. A page that is to be
// tried includes it first. What a page of its own does to its form is `act`, what it looks at is `check`
// (demo/contexts/case.ts).
(() => {
  const { context, after, shown } = document.currentScript.dataset;
  const wrong = [];
  const heard = { ready: 0, recorded: 0 };
  const isPrerendered = document.prerendering === true;
  let isLoadedAgain = false;

  addEventListener('error', ({ message }) => wrong.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => wrong.push(`error: ${reason}`));
  for (const name of Object.keys(heard))
    addEventListener(`samtykke-${name}`, () => {
      heard[name] += 1;
    });

  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Waits until something is so; no test may fail because the machine is busy. */
  const until = async (what, isSo) => {
    for (const end = Date.now() + 50_000; !isSo(); await pause(20))
      if (Date.now() > end) throw new Error(`There is no ${what}.`);
  };

  const within = (root) => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? within(shadowRoot) : [],
    ),
  ];

  const forms = () =>
    [document, window.closedRoot ?? []]
      .flat()
      .flatMap(within)
      .flatMap((root) => [...root.querySelectorAll('samtykke-form')]);

  const part = (form, selector) => form?.shadowRoot?.querySelector(selector);
  const isLive = (form) => part(form, 'form[novalidate] [name="fields.email"]');
  /** A form is fetched once it comes near: a visitor would scroll to it. */
  const areLive = () => {
    const all = forms();
    if (all.some((form) => !isLive(form))) all[0].scrollIntoView();
    return all.length > 0 && all.every(isLive);
  };

  const boxes = ['purposes.e-marketing', 'subscriptions.newsletter'];
  const boxOf = (form, name) => part(form, `[name="${name}"]`);

  const email = `${context}.${Math.random().toString(36).slice(2)}@example.com`;

  const fillIn = async (form) => {
    const field = part(form, '[name="fields.email"]');
    field.value = email;
    for (const type of ['input', 'change'])
      field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    for (const name of boxes) {
      await until(`box ${name}`, () => boxOf(form, name));
      boxOf(form, name).click();
    }
  };

  const entered = (form) => [
    part(form, '[name="fields.email"]').value,
    ...boxes.map((name) => boxOf(form, name)?.checked === true),
  ];

  const compare = (form, isKept) => {
    const expected = isKept ? [email, true, true] : ['', false, false];
    const found = entered(form);
    if (found.join() !== expected.join())
      wrong.push(isKept ? `what was filled in is now ${found}` : `a new form holds ${found}`);
  };

  /** A definition that is asked for counts as shown, as does the script of one form. */
  const countShown = () => {
    const names = performance.getEntriesByType('resource').map(({ name }) => name);
    const asked = names.filter((name) => name.includes('/v1/forms/newsletter?'));
    const scripts = new Set(names.filter((name) => name.includes('/f/newsletter.js')));
    return Math.max(asked.length + scripts.size, heard.ready);
  };

  const look = (form) => {
    const { width } = part(form, '.samtykke').getBoundingClientRect();
    const room = Math.min(280, innerWidth / 2);
    if (width < room) wrong.push(`it is ${width} px wide`);
    if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page scrolls sideways');
    if (forms().length !== 1) wrong.push(`there are ${forms().length} forms`);
  };

  /** What follows an animation of a millisecond may come a moment later. */
  const CHECK_MS = 5000;

  const check = async (form) => {
    const end = Date.now() + CHECK_MS;
    let found = window.check?.(form) ?? [];
    while (found.length > 0 && Date.now() < end) {
      await pause(50);
      found = window.check(form);
    }
    wrong.push(...found);
  };

  const send = async (form) => {
    part(form, '[type=submit]').click();
    await until('thanks', () => part(form, '.done') && heard.recorded > 0);
    if (heard.recorded !== 1) wrong.push(`${heard.recorded} sign-ups were sent`);
    if (after === 'kept' && countShown() > Number(shown))
      wrong.push(`it counts as shown ${countShown()} times`);
  };

  const tryRefused = () =>
    until('link to its own page', () =>
      forms().some((form) => part(form, '.problem a[href$="/f/newsletter"]')),
    );

  const tryForm = async () => {
    if (isPrerendered)
      await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve));
    await until('form', areLive);
    const [navigation] = performance.getEntriesByType('navigation');
    isLoadedAgain = navigation?.type === 'back_forward';
    if (isLoadedAgain) compare(forms()[0], false);
    await fillIn(forms()[0]);
    if (!isLoadedAgain) await window.act?.();
    await until('form after it', areLive);
    const [form] = forms();
    compare(form, after === 'kept');
    if (after === 'fresh') await fillIn(form);
    look(form);
    await check(form);
    await send(form);
  };

  const walk = async () => {
    try {
      await (after === 'refused' ? tryRefused() : tryForm());
    } catch (error) {
      const shown = forms().map((form) => part(form, '.samtykke')?.textContent);
      wrong.push(`${error.message} It shows: ${shown.join().replaceAll(/\s+/g, ' ')}`);
    }
    const told = { context, wrong, email, isLoadedAgain, isPrerendered };
    document.documentElement.dataset.told = JSON.stringify(told);
    top.postMessage(told, '*');
  };

  addEventListener('DOMContentLoaded', walk);
})();
