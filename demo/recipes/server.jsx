// A page that a server of yours renders with React, as Next.js and Remix do: the form is in its HTML, so visitors see it
// at once, and can send it without JavaScript. SAMTYKKE is the address of your Worker, FORM the key of the form, whose
// allowed websites must have this one.
import { createServer } from 'node:http';
import { renderToString } from 'react-dom/server';
import { fetchEmbed } from 'samtykke/embed';

const samtykke = process.env.SAMTYKKE ?? 'https://consent.example.com';
const form = process.env.FORM ?? 'newsletter';
const KEPT_MS = 60_000;

/** What was fetched for each page, with when: a form changes rarely, and no visitor should wait for it. */
const kept = new Map();

const embedFor = (page) => {
  const known = kept.get(page);
  if (known && known.at > Date.now() - KEPT_MS) return known.html;
  const html = fetchEmbed(samtykke, form, { locale: 'en', page, link: 'Sign up for news' });
  kept.set(page, { at: Date.now(), html });
  return html;
};

const Page = ({ embed }) => (
  <html lang="en">
    <head>
      <title>Join us</title>
    </head>
    <body>
      <h1>Join us</h1>
      <section dangerouslySetInnerHTML={{ __html: embed }} />
      <p>Below the form</p>
    </body>
  </html>
);

createServer(async ({ headers, url }, response) => {
  const embed = await embedFor(new URL(url, `http://${headers.host}`).href);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html>${renderToString(<Page embed={embed} />)}`);
}).listen(Number(process.env.PORT ?? 3000));
