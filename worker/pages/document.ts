import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A hosted page. `body` is HTML that is safe already. */
export type HostedPage = { locale: string; title: string; body: string | HtmlEscapedString };

const direction = (locale: string): string => (/^(ar|fa|he|ur)/.test(locale) ? 'rtl' : 'ltr');

/** The document around a form, its thanks or its closed message. */
export const document = ({ locale, title, body }: HostedPage) => html`<!doctype html>
<html lang="${locale}" dir="${direction(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/hosted.css">
<script type="module" src="/samtykke.js"></script>
</head>
<body>
<main>${typeof body === 'string' ? raw(body) : body}</main>
</body>
</html>`;
