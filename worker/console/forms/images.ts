import type { FieldError } from '../../contract/problem.ts';
import { keepImage } from '../../forms/images.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { attempt, type Posted } from '../kit/posted.ts';

const image = /^s\.(\d+)\.f\.(\d+)\.image$/;

/** Keeps the images that the editor was posted with, and names each where its field holds it. */
export const withImages = async (
  c: ConsoleContext,
  posted: Posted,
): Promise<{ posted: Posted; errors: FieldError[] }> => {
  const errors: FieldError[] = [];
  const named = { ...posted };
  for (const [name, value] of Object.entries(await c.req.parseBody({ all: true }))) {
    const [, s, f] = image.exec(name) ?? [];
    if (s === undefined || !(value instanceof File) || value.size === 0) continue;
    const bytes = new Uint8Array(await value.arrayBuffer());
    const kept = await attempt(
      () => keepImage(callerOf(c), bytes),
      () => `sections.${s}.fields.${f}.value`,
    );
    if (kept.ok) named[`s.${s}.f.${f}.kept-image`] = kept.value;
    else errors.push(...kept.errors);
  }
  return { posted: named, errors };
};
