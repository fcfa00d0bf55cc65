import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

type Browser = {
  /** The variable that says where it is, when it is nowhere of these. */
  variable: string;
  places: readonly string[];
  debianPackage: string;
};

const browsers = {
  'Chromium or Chrome': {
    variable: 'CHROME_PATH',
    places: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    debianPackage: 'chromium',
  },
  Firefox: {
    variable: 'FIREFOX_PATH',
    places: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debianPackage: 'firefox-esr',
  },
} satisfies Record<string, Browser>;

const installed = ({ variable, places }: Browser): string | undefined =>
  [process.env[variable], ...places].find((place) => place && existsSync(place));

const apt = (...args: string[]) =>
  execFileSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

/**
 * The path of an installed browser; installs Debian's as root where there is none. Throws with what to
 * install where it cannot.
 */
export const findBrowser = (name: keyof typeof browsers): string => {
  const browser = browsers[name];
  const found = installed(browser);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', browser.debianPackage);
    const fresh = installed(browser);
    if (fresh) return fresh;
  }
  throw new Error(
    `These tests need ${name}. Install one (Debian: apt-get install ${browser.debianPackage}), or set ${browser.variable} to it.`,
  );
};

/**
 * What Chromium is to leave out: pages of its own that it keeps ready for each window, in a renderer each; a frame made
 * anew for each document, which is a quarter of what it takes to go to a page; and what Playwright leaves out itself,
 * for only the last list counts.
 */
const leftOut = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'PreloadTopChromeWebUI', 'RenderDocument'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
];

/** Flags for a Chromium that talks to nobody but the pages under test. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${leftOut}`,
];
