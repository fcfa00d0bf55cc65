import type { AppContext } from '../env.ts';

/** Names a file for the header that saves it, in ASCII and in UTF-8 (RFC 6266). */
const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

/** Answers with a file that someone sent, to be saved and never shown as a page of ours. */
export const answerAttachment = (
  c: AppContext,
  name: string,
  content: Uint8Array<ArrayBuffer> | ReadableStream,
): Response =>
  c.body(content, 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': disposition(name),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
