import { worker } from './visitor.ts';

export const tag = `<script type="module" src="${worker}/samtykke.js"></script>`;
export const bare = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><body>${body}</body></html>`;
