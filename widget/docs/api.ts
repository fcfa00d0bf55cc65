// Shows the API's own description on /docs/api, with the library that the page has loaded before this.

declare const SwaggerUIBundle: (options: {
  url: string;
  dom_id: string;
  /** Null: nobody else is asked whether the document is valid. */
  validatorUrl: null;
  deepLinking: boolean;
  docExpansion: 'list' | 'none';
  defaultModelsExpandDepth: number;
  displayRequestDuration: boolean;
}) => unknown;

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  validatorUrl: null,
  deepLinking: true,
  // Folded, all areas are seen at once, and all of an open one: from 150 rows on, the library draws only those in view.
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
});
