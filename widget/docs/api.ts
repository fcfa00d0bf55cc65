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
  // Of a long list the library draws only what is in view, where neither the browser's search nor a print finds the rest.
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
});
