import { fetchPart } from './part.ts';
import type { RobotCheck } from './turnstile.ts';

/** Starts the robot check in an element, whose code only forms with Turnstile fetch. */
export const startRobotCheck = (
  element: Element & { host: string },
  sitekey: string,
): RobotCheck => {
  let held = () => {};
  const check: RobotCheck = {
    take: () => started.then(() => check.take()),
    holds: (again) => {
      held = again;
      return true;
    },
  };
  const started = fetchPart<typeof import('./turnstile.ts')>(element.host, 'turnstile')
    .then(
      ({ robotCheck }) => robotCheck(element, sitekey, check),
      () => {
        check.take = async () => undefined;
        check.holds = () => false;
        check.isMissed = true;
      },
    )
    .then(() => held());
  return check;
};
