import { locales } from '../../../widget/locales/texts.ts';
import type { Branding } from '../../contract/branding.ts';
import { readForm } from '../../platform/api/form-body.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { Posted } from '../kit/posted.ts';

const MAX_LOGO_BYTES = 60_000;
const TOO_LARGE = 'too large';

/** Returns a picture as a data URI in base64, for a page to hold. */
const dataUri = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:${file.type};base64,${btoa(text)}`;
};

type Body = Record<string, string | File>;

const lineOf = (body: Body, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The logo stays unless another is uploaded or it is removed. One that is too large is refused by the schema. */
const logoFrom = async (body: Body, before: string): Promise<string> => {
  if (body.removeLogo) return '';
  const { logo } = body;
  if (!(logo instanceof File) || logo.size === 0) return lineOf(body, 'unsavedLogo') || before;
  return logo.size <= MAX_LOGO_BYTES ? dataUri(logo) : TOO_LARGE;
};

/** Languages that the form does not show keep their texts. */
const textsFrom = (body: Body, before: Branding['texts']): Branding['texts'] => {
  const texts = { ...before };
  for (const locale of locales.filter((each) => `${each}.title` in body)) {
    const written = ['title', 'intro', 'privacyUrl']
      .map((name) => [name, lineOf(body, `${locale}.${name}`)] as const)
      .filter(([, text]) => text);
    delete texts[locale];
    if (written.length > 0) texts[locale] = Object.fromEntries(written);
  }
  return texts;
};

const brandingOf = (body: Body, before: Branding, logo: string) => ({
  logo,
  accent: body.plain ? null : { light: lineOf(body, 'light'), dark: lineOf(body, 'dark') },
  width: Number(lineOf(body, 'width')),
  texts: textsFrom(body, before.texts),
});

/** What a posted form holds: the branding, to be parsed, and its controls, to be shown again if it is refused. */
export type PostedBranding = { branding: { logo: string }; values: Posted };

/** Reads a posted form; a picture among it is kept for the case that the form is refused. */
export const brandingFrom = async (c: ConsoleContext): Promise<PostedBranding> => {
  const before = await readSetting(c.get('db'), 'branding');
  const body = await readForm(() => c.req.parseBody());
  const logo = await logoFrom(body, before.logo);
  const controls = Object.keys(body)
    .filter((name) => typeof body[name] === 'string')
    .map((name) => [name, lineOf(body, name)] as const);
  const isNew = logo !== before.logo && logo !== TOO_LARGE;
  return {
    branding: brandingOf(body, before, logo),
    values: { ...Object.fromEntries(controls), unsavedLogo: isNew ? logo : '' },
  };
};
