// Looks at one page as a visitor with a mid-range phone on Slow 4G does, for the first time.
import type { Browser, CDPSession } from 'playwright-core';

/** What a visit came to. */
export type Measured = {
  /** When the visitor could type or press, since they opened the page (ms). */
  usable: number;
  /** Requests beside the page itself. */
  requests: number;
  /** How many of them one had to wait for another, at most. */
  depth: number;
  /** Bytes over the wire, the page included. */
  bytes: number;
  /** Cumulative layout shift. */
  shift: number;
};

/** As Lighthouse has it for a phone: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const CPU_RATE = 4;

const PATIENCE_MS = 60_000;

/** What comes after the page is usable: requests that were under way, and shifts. */
const SETTLE_MS = 1500;

/** Runs in the page before anything else: notes when what is to be used is there, and what moves. */
const watchPage = (selector: string): void => {
  const seen = { usable: 0, shift: 0 };
  Object.assign(window, { seen });
  const find = (root: ParentNode): Element | undefined => {
    const found = [...root.querySelectorAll(selector)].find((each) => each.checkVisibility());
    if (found) return found;
    for (const each of root.querySelectorAll('*')) {
      const inner = each.shadowRoot ?? (each instanceof HTMLIFrameElement && each.contentDocument);
      const deep = inner && find(inner);
      if (deep) return deep;
    }
    return undefined;
  };
  const look = () => {
    const rectangle = find(document)?.getBoundingClientRect();
    if (rectangle && rectangle.height > 0) seen.usable = performance.now();
    else requestAnimationFrame(look);
  };
  if (window === top) requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ('value' in entry && typeof entry.value === 'number') seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
};

/** Counts what a page fetches, and how deep one thing hangs on another. */
const countRequests = (session: CDPSession, address: string) => {
  const depths = new Map([[address, 0]]);
  const counted = { requests: 0, bytes: 0, depth: 0 };
  session.on('Network.requestWillBeSent', ({ request, initiator }) => {
    if (request.url === address || !request.url.startsWith('http')) return;
    const frames = [initiator.stack, initiator.stack?.parent].flatMap((s) => s?.callFrames ?? []);
    const by = [initiator.url, ...frames.map(({ url }) => url)].find(
      (url) => url && depths.has(url),
    );
    const depth = (depths.get(by ?? address) ?? 0) + 1;
    depths.set(request.url, depth);
    counted.requests += 1;
    counted.depth = Math.max(counted.depth, depth);
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    counted.bytes += encodedDataLength;
  });
  return counted;
};

/** Opens a page in a browser that has never been there, and waits until it is usable and quiet. */
export const measure = async (
  browser: Browser,
  address: string,
  selector: string,
): Promise<Measured> => {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 412, height: 823 },
    locale: 'en-GB',
  });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
    const counted = countRequests(session, address);
    await page.addInitScript(watchPage, selector);
    await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE_MS });
    await page
      .waitForFunction('window.seen?.usable', undefined, { timeout: PATIENCE_MS })
      .catch(() => {
        throw new Error(`${address} never was usable. ${errors.join(' ')}`);
      });
    await page.waitForLoadState('networkidle', { timeout: PATIENCE_MS });
    await page.waitForTimeout(SETTLE_MS);
    const { usable, shift } = await page.evaluate<{ usable: number; shift: number }>('window.seen');
    return { usable, shift, ...counted };
  } finally {
    await context.close();
  }
};
