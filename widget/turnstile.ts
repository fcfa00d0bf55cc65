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

/** An element that is checked, with what it says while something is sent. */
type Checked = Element & { texts?: { sending: string } };

/** Asks whether a visitor is a person. */
export type RobotCheck = {
  /** Waits for an answer that no request has used, and takes it. Undefined if none comes in time, or before the page is left. */
  take(): Promise<string | undefined>;
  /**
   * Whether the site's form has to wait for an answer, which may not come before the page is left. It goes `again`
   * once, when there is one or none came in time.
   */
  holds(again: () => void): boolean;
  /** Whether none came in time, so that nothing will be recorded. */
  isMissed: boolean;
};

/** The check in an element, once Cloudflare's script is here. */
type Widget = {
  /** The answer that no request has used. */
  answer: () => string | undefined;
  /** Waits for it. */
  answered: () => Promise<void>;
  use: () => void;
};

/** Puts the robot check into an element; it needs a container in the page itself, not in a shadow. */
const start = async (element: Element, sitekey: string): Promise<Widget> => {
  await loaded();
  const { turnstile } = window as Window & { turnstile?: Turnstile };
  if (!turnstile) throw new Error('Turnstile is not there.');
  const container = document.createElement('div');
  container.slot = 'turnstile';
  element.append(container);
  let answer: string | undefined;
  let isUsed = false;
  const heard = new EventTarget();
  const widget = turnstile.render(container, {
    sitekey,
    // In a site's own form it would become one of its fields.
    'response-field': false,
    callback: (given) => {
      answer = given;
      heard.dispatchEvent(new Event('answer'));
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
  return {
    answer: () => (isUsed ? undefined : answer),
    answered: async () => {
      renew();
      if (!answer)
        await new Promise((resolve) => {
          heard.addEventListener('answer', resolve, { once: true });
        });
    },
    use: () => {
      isUsed = true;
    },
  };
};

/** Waits until the page is left, and what is to be sent must go. */
const leaving = () =>
  new Promise<void>((resolve) => {
    addEventListener('pagehide', () => resolve(), { once: true });
  });

/** Says where the check is that the form is being sent. Returns what takes that back. */
const saySending = (element: Checked): (() => void) => {
  const note = document.createElement('p');
  note.slot = 'turnstile';
  note.role = 'status';
  element.append(note);
  // A status is read out when its text comes after itself.
  setTimeout(() => note.append(element.texts?.sending ?? ''));
  return () => note.remove();
};

/** Runs the robot check inside an element, for `check` to ask, and returns how. It never fails, and never waits for ever. */
export const robotCheck = (
  element: Checked,
  sitekey: string,
  check: RobotCheck,
): RobotCheck['take'] => {
  let widget: Widget | undefined;
  const begin = async () => {
    widget = await start(element, sitekey);
  };
  let begun = begin();
  begun.catch(() => {});
  const answered = async () => {
    await begun.catch(() => {
      begun = begin();
      return begun;
    });
    await widget?.answered();
  };
  const inTime = () => Promise.race([answered().catch(() => {}), patience(), leaving()]);
  let isHeld = false;
  check.isMissed = false;
  const hold = async (again: () => void) => {
    isHeld = true;
    const unsay = saySending(element);
    await inTime();
    unsay();
    check.isMissed = !widget?.answer();
    isHeld = false;
    again();
  };
  check.take = async () => {
    await inTime();
    const answer = widget?.answer();
    widget?.use();
    check.isMissed = !answer;
    return answer;
  };
  check.holds = (again) => {
    if (widget?.answer()) check.isMissed = false;
    else if (!isHeld && !check.isMissed) void hold(again);
    return isHeld;
  };
  return check.take;
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
