import { fetchPart } from './part.ts';
import type { RobotCheck } from './turnstile.ts';

/** Starts the robot check in an element, whose code only forms with Turnstile fetch. */
export const startRobotCheck = (
  element: Element & { host: string },
  sitekey: string,
): RobotCheck => {
  // Until its code is here; that puts its own in their place.
  const check: RobotCheck = {
    isMissed: true,
    take: () => started.then((take) => take?.()),
    holds: (again) => {
      void started.then(again);
      return true;
    },
  };
  const started = fetchPart<typeof import('./turnstile.ts')>(element.host, 'turnstile').then(
    ({ robotCheck }) => robotCheck(element, sitekey, check),
    () => {
      check.holds = () => false;
    },
  );
  return check;
};
