import { fetchPart } from './part.ts';
import type { RobotCheck } from './turnstile.ts';

/** Starts the robot check in an element, whose code only forms with Turnstile fetch. */
export const startRobotCheck = (
  element: Element & { host: string },
  sitekey: string,
): RobotCheck => {
  const started = fetchPart<typeof import('./turnstile.ts')>(element.host, 'turnstile').then(
    ({ robotCheck }) => robotCheck(element, sitekey),
    () => undefined,
  );
  return async () => (await started)?.();
};
