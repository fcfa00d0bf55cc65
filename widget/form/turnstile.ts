/** What Cloudflare's script puts on the window; loaded only where the operator turned Turnstile on. */
type Turnstile = {
  render(
    container: Element,
    options: {
      sitekey: string;
      callback: (answer: string) => void;
      'expired-callback': () => void;
    },
  ): string;
  reset(widget: string): void;
};

const address = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';

let script: Promise<void> | undefined;

const loaded = (): Promise<void> => {
  script ??= new Promise((resolve, reject) => {
    const tag = document.createElement('script');
    tag.addEventListener('load', () => resolve());
    tag.addEventListener('error', reject);
    // Trusted Types let a policy of our own name vouch for this one address.
    const policy = window.trustedTypes?.createPolicy('samtykke-turnstile', {
      createScriptURL: (url: string) => url,
    });
    tag.src = (policy ? policy.createScriptURL(address) : address) as string;
    document.head.append(tag);
  });
  return script;
};

/** What the robot check answered; empty once that has expired. */
export type RobotCheck = { turnstile?: string };

/** Runs the robot check inside the form; it needs a container in the page itself, not in a shadow. */
export const ask = async (element: Element, sitekey: string, check: RobotCheck): Promise<void> => {
  await loaded();
  const container = document.createElement('div');
  container.slot = 'turnstile';
  element.append(container);
  const { turnstile } = window as Window & { turnstile?: Turnstile };
  const widget = turnstile?.render(container, {
    sitekey,
    callback: (answer) => {
      check.turnstile = answer;
    },
    'expired-callback': () => {
      check.turnstile = '';
    },
  });
  if (!turnstile || !widget) return;
  // An answer is good for one submission; a corrected form is sent with another.
  for (const sent of ['samtykke-recorded', 'samtykke-error'])
    element.addEventListener(sent, () => {
      check.turnstile = '';
      turnstile.reset(widget);
    });
};

declare global {
  interface Window {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL: (url: string) => string },
      ): { createScriptURL(url: string): unknown };
    };
  }
}
