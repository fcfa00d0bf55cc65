/** Waits so long, or until the page is left, or online again. */
export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
    for (const sooner of ['pagehide', 'online'])
      addEventListener(sooner, () => resolve(), { once: true });
  });
