import type { ConsoleContext } from '../kit/app.ts';
import { show } from '../kit/shell.tsx';
import { wordsOf } from '../kit/words.ts';

/** Shows a secret that was just made, this once; `text` says that it cannot be seen again. */
export const showSecret = (
  c: ConsoleContext,
  {
    name,
    text,
    secret,
    back,
  }: { name: string; text: string; secret: string; back: readonly [path: string, name: string] },
): Promise<Response> =>
  show(c, {
    title: name,
    back,
    children: (
      <div class="sheet">
        <p role="status">{text}</p>
        <p class="secret">
          <code id="token">{secret}</code>
          <button type="button" class="small" data-copy="token" hidden>
            {wordsOf(c).copy}
          </button>
        </p>
      </div>
    ),
  });
