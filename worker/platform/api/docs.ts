import { Hono } from 'hono';
import type { App } from '../env.ts';

/** Everything that the page loads is ours; the library sets no style or script inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Samtykke API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<main id="api"><p>The same as data: <a href="/openapi.json">openapi.json</a></p></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script type="module" src="/docs/api.js"></script>
</body>
</html>
`;

/** Answers `GET /docs/api`: the description of the API as a page to read, and to try it from. */
export const docs = new Hono<App>().get('/docs/api', (c) => {
  c.header('Content-Security-Policy', POLICY);
  c.header('Cache-Control', 'public, max-age=300');
  return c.html(PAGE);
});
