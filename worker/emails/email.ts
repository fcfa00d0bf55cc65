import { html, raw } from 'hono/html';
import { directionOf } from '../../widget/locales/texts.ts';
import { readableOn } from '../settings/branding/contrast.ts';
import { ourAccent } from '../settings/branding/ours.ts';

/** One thing of a list in an email: what it is, what it says, and where to read more. */
export type Item = {
  title: string;
  text: string;
  /** Further sentences, each on a line of its own. */
  more?: readonly string[];
  url?: string;
  link?: string;
};

/** An email before it is made into a message: its words, in their order. */
export type Email = {
  locale: string;
  subject: string;
  /** Each is a paragraph, or a list of items. */
  body: (string | Item[])[];
  /** The code to type where the email was asked for. */
  code?: string;
  /** A text to keep, character for character. */
  quoted?: string;
  action?: { label: string; url: string };
  /** The link to the receipt of what the email is about. */
  receipt?: { label: string; url: string } | undefined;
  /** The link for `List-Unsubscribe` (RFC 8058), where the email is one that can be ended. */
  unsubscribe?: string;
  /** The colours of the button, where the brand has its own. */
  accent?: { light: string; dark: string } | null;
  footer: string;
  /** Whose email it is: the logo at an address of ours, or else the name. */
  company: { name: string; logoUrl?: string | undefined };
};

/** Writes an email as plain text, for mail programs that show no HTML. */
export const plainText = ({
  subject,
  body,
  code,
  quoted,
  action,
  receipt,
  footer,
  company,
}: Email): string =>
  [
    subject,
    ...body.map((part) =>
      typeof part === 'string'
        ? part
        : part
            .map(({ title, text, more = [], link, url }) =>
              [
                `* ${title}`,
                ...(text ? [text] : []),
                ...more,
                ...(url ? [`${link}: ${url}`] : []),
              ].join('\n  '),
            )
            .join('\n'),
    ),
    ...(code ? [code] : []),
    ...(quoted ? [quoted] : []),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...(receipt ? [`${receipt.label}:\n${receipt.url}`] : []),
    ['-- ', company.name, footer].filter(Boolean).join('\n'),
  ].join('\n\n');

const styles = {
  page: 'margin:0;padding:24px 12px;background:#f3f4f7;color:#1b1e26;font:16px/1.5 system-ui,Segoe UI,Roboto,Helvetica,Arial,sans-serif',
  card: 'max-width:560px;margin:0 auto;padding:28px 24px;background:#fff;border-radius:12px',
  company: 'margin:0 0 20px;font-weight:700',
  logo: 'display:block;max-width:240px;max-height:56px;border:0',
  heading: 'margin:0 0 16px;font-size:22px;line-height:1.25',
  paragraph: 'margin:0 0 16px;overflow-wrap:anywhere',
  list: 'margin:0 0 16px;padding-inline-start:20px',
  code: 'margin:0 0 16px;font:700 30px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:6px;direction:ltr',
  quoted:
    'margin:0 0 16px;font:13px/1.4 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere;direction:ltr',
  action: 'margin:24px 0',
  button:
    'display:inline-block;padding:12px 24px;border-radius:6px;font-weight:600;text-decoration:none',
  beside: 'margin:0;font-size:14px',
  footer: 'max-width:560px;margin:16px auto 0;padding:0 24px;font-size:13px;color:#555a66',
};

/** Where a mail program is dark, the email is dark too; where it knows no such rules, it stays light. */
const darkRules = (button: string): string =>
  `@media (prefers-color-scheme:dark){.page{background:#14161c!important;color:#eceef4!important}.card{background:#1e2129!important}.footer{color:#a9afbd!important}a{color:#9db4ff}.button{background:${button}!important;color:${readableOn(button)}!important}}`;

const itemHtml = ({ title, text, more = [], link, url }: Item) =>
  html`<li style="margin:0 0 8px"><strong>${title}</strong><br>${text}${more.map((line) => html`<br>${line}`)}${url ? html`<br><a href="${url}">${link}</a>` : ''}</li>`;

const companyHtml = ({ name, logoUrl }: Email['company']) => {
  const shown = logoUrl
    ? html`<img src="${logoUrl}" alt="${name}" height="40" style="${raw(styles.logo)}">`
    : name;
  return shown ? html`<p style="${raw(styles.company)}">${shown}</p>` : '';
};

/** Writes an email as HTML. Every word of it is escaped; it loads nothing but the company's logo, from us. */
export const htmlText = async ({
  locale,
  subject,
  body,
  code,
  quoted,
  action,
  receipt,
  accent,
  footer,
  company,
}: Email): Promise<string> => {
  const { light, dark } = accent ?? ourAccent;
  const colours = `background:${light};color:${readableOn(light)};`;
  return String(
    await html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${subject}</title><style>${raw(darkRules(dark))}</style></head>
<body class="page" style="${raw(styles.page)}">
<main class="card" style="${raw(styles.card)}">
${companyHtml(company)}<h1 style="${raw(styles.heading)}">${subject}</h1>
${body.map((part) =>
  typeof part === 'string'
    ? html`<p style="${raw(styles.paragraph)}">${part}</p>`
    : html`<ul style="${raw(styles.list)}">${part.map(itemHtml)}</ul>`,
)}
${code ? html`<p style="${raw(styles.code)}">${code}</p>` : ''}
${quoted ? html`<pre style="${raw(styles.quoted)}">${quoted}</pre>` : ''}
${action ? html`<p style="${raw(styles.action)}"><a class="button" style="${raw(colours + styles.button)}" href="${action.url}">${action.label}</a></p>` : ''}
${receipt ? html`<p style="${raw(styles.beside)}"><a href="${receipt.url}">${receipt.label}</a></p>` : ''}
</main>
<p class="footer" style="${raw(styles.footer)}">${footer}</p>
</body>
</html>`,
  );
};
