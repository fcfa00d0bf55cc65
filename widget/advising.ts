import type { Problem } from '../worker/contract/problem.ts';
import type { WidgetElement } from './element.ts';
import { isMarketer } from './marketer.ts';
import { fetchPart, scriptHost } from './part.ts';

/** How long a framework has to set what it sets after it has made an element. */
const PATIENCE_MS = 1000;

/** Has the marketer told what is wrong with a tag, if anything is. `isWrong` says that something surely is. */
export const advise = (element: WidgetElement, isWrong: boolean, problem?: Problem): void => {
  if (!isWrong && !isMarketer()) return;
  setTimeout(
    () =>
      // Not from the element's own host, which may be what is wrong.
      fetchPart<typeof import('./advice.ts')>(scriptHost(), 'advice').then(
        ({ advise }) => advise(element, problem),
        () => {},
      ),
    PATIENCE_MS,
  );
};
