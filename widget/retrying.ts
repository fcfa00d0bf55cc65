/** How long the first of the tries that an element makes by itself waits; each later one twice as long. */
const SOON_MS = 1500;
const SELDOM_MS = 60_000;

/** Tries again what failed. */
export type Retrying = {
  /** Tries now. Whatever else was to be tried is off. */
  now(): void;
  /** Tries in a while, ever more rarely, or once the browser is online again; unless the element is gone by then. */
  later(): void;
  /** Begins with short waits again, once it has worked. */
  done(): void;
};

/** Makes what tries some work of an element again. */
export const retrying = (element: Element, work: () => void): Retrying => {
  let wait = SOON_MS;
  let turn = 0;
  const now = () => {
    turn++;
    work();
  };
  return {
    now,
    later: () => {
      const own = turn;
      const again = () => own === turn && element.isConnected && now();
      // Not all at the same moment, when a Worker that was away is back.
      setTimeout(again, wait * (0.7 + Math.random() / 2));
      addEventListener('online', again, { once: true });
      wait = Math.min(wait * 2, SELDOM_MS);
    },
    done: () => {
      turn++;
      wait = SOON_MS;
    },
  };
};
