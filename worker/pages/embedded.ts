import type { OpenForm } from '../contract/form.ts';
import type { KnownForm } from '../forms/cache.ts';
import { roomFor } from '../forms/room.ts';
import { elementStyle } from '../forms/style.ts';
import { formTextsIn } from '../locales/form.ts';
import { textsIn } from '../locales/shipped.ts';
import { renderEmbedded } from './render.ts';

/**
 * Renders a form as HTML for the page of another website, with the room that it takes and its looks. `page` is the
 * address of that page, where it is known.
 */
export const embeddedForm = (
  form: KnownForm,
  answer: OpenForm,
  { host, page }: { host: string; page?: string | undefined },
): Promise<string> =>
  renderEmbedded({
    definition: answer,
    texts: formTextsIn(answer.locale),
    robot: textsIn(answer.locale).refused.robot,
    host: `${host}/`,
    style: `display:block;min-height:${roomFor(answer)};${elementStyle(form.current.definition.style ?? {})}`,
    page,
  });
