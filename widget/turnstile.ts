/** What Cloudflare's script puts on the window; loaded only where the operator turned Turnstile on. */
type Turnstile = {
  render(
    container: Element,
    options: {
      sitekey: string;
      'response-field': boolean;
      callback: (answer: string) => void;
      'expired-callback': () => void;
    },
  ): string;
  reset(widget: string): void;
};

const address = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';

/** Longer than this nobody waits for Cloudflare; the Worker then says that an answer is missing. */
const PATIENCE_MS = 15_000;

const patience = () => new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));

let script: Promise<void> | undefined;

const loaded = (): Promise<void> => {
  script ??= new Promise((resolve, reject) => {
    const tag = document.createElement('script');
    tag.addEventListener('load', () => resolve());
    tag.addEventListener('error', () => {
      script = undefined;
      reject(new Error('Turnstile could not be loaded.'));
    });
    // Trusted Types let a policy of our own name vouch for this one address.
    const policy = window.trustedTypes?.createPolicy('samtykke-turnstile', {
      createScriptURL: (url: string) => url,
    });
    tag.src = (policy ? policy.createScriptURL(address) : address) as string;
    document.head.append(tag);
  });
  return script;
};

/** Waits for an answer that no request has used. Undefined if none comes in time. */
export type RobotCheck = () => Promise<string | undefined>;

/** Puts the robot check into an element; it needs a container in the page itself, not in a shadow. */
const start = async (element: Element, sitekey: string): Promise<RobotCheck> => {
  await loaded();
  const { turnstile } = window as Window & { turnstile?: Turnstile };
  if (!turnstile) return async () => undefined;
  const container = document.createElement('div');
  container.slot = 'turnstile';
  element.append(container);
  let answer: string | undefined;
  let isUsed = false;
  let heard = () => {};
  const widget = turnstile.render(container, {
    sitekey,
    // In a site's own form it would become one of its fields.
    'response-field': false,
    callback: (given) => {
      answer = given;
      heard();
    },
    'expired-callback': () => {
      answer = undefined;
    },
  });
  /** An answer is good for one request: another try needs another. */
  const renew = () => {
    if (!isUsed) return;
    isUsed = false;
    answer = undefined;
    turnstile.reset(widget);
  };
  element.addEventListener('samtykke-error', renew);
  return async () => {
    renew();
    if (!answer)
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    isUsed = true;
    return answer;
  };
};

/** Runs the robot check inside an element, and answers how to ask it. It never fails, and never waits for ever. */
export const robotCheck = (element: Element, sitekey: string): RobotCheck => {
  let check = start(element, sitekey);
  check.catch(() => {});
  const ask = async () => {
    const asked = await check.catch(() => {
      check = start(element, sitekey);
      return check;
    });
    return asked();
  };
  return () => Promise.race([ask().catch(() => undefined), patience().then(() => undefined)]);
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
