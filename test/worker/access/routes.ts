import { app } from '../../../worker/app.ts';
import { Right } from '../../../worker/contract/rights.ts';
import { call } from '../builders.ts';

export type Row = readonly [route: string, ...rights: Right[]];

/** Which rights open which route of the API: any of those named. */
export const api: Row[] = [
  ['GET /v1/overview', ...Right.options],
  ['PUT /v1/forms/:key', 'forms'],
  ['GET /v1/forms', 'forms'],
  ['GET /v1/forms/:key/draft', 'forms'],
  ['PUT /v1/forms/:key/draft', 'forms'],
  ['DELETE /v1/forms/:key/draft', 'forms'],
  ['POST /v1/forms/:key/draft/published', 'forms'],
  ['GET /v1/forms/:key/versions', 'forms'],
  ['GET /v1/forms/:key/statistics', 'forms'],
  ['POST /v1/forms/:key/checks', 'forms'],
  ['GET /v1/form-templates', 'forms'],
  ['GET /v1/people', 'people-read'],
  ['GET /v1/people/:id', 'people-read'],
  ['GET /v1/people/:id/records', 'people-read'],
  ['GET /v1/people/:id/data', 'people-read'],
  ['DELETE /v1/people/:id', 'bulk-delete'],
  ['GET /v1/purposes', 'lists'],
  ['PUT /v1/purposes/:key/texts/:locale', 'lists'],
  ['PUT /v1/purposes/:key', 'lists'],
  ['GET /v1/purposes/:key/wordings', 'lists'],
  ['GET /v1/legal-bases', 'lists'],
  ['PUT /v1/legal-bases/:key', 'lists'],
  ['PUT /v1/legal-bases/:key/texts/:locale', 'lists'],
  ['GET /v1/sources', 'lists'],
  ['PUT /v1/sources/:key', 'lists'],
  ['PUT /v1/sources/:key/texts/:locale', 'lists'],
  ['PUT /v1/subscription-types/:key', 'lists'],
  ['GET /v1/subscription-types', 'lists'],
  ['PUT /v1/subscription-types/:key/texts/:locale', 'lists'],
  ['GET /v1/settings', 'settings'],
  ['PUT /v1/settings/:key', 'settings'],
  ['GET /v1/mail/templates', 'mail'],
  ['PUT /v1/mail/templates/:template/:locale', 'mail'],
  ['DELETE /v1/mail/templates/:template/:locale', 'mail'],
  ['GET /v1/mail/dead', 'mail'],
  ['GET /v1/mail/health', 'mail'],
  ['POST /v1/mail/dead/retries', 'mail'],
  ['POST /v1/mailing-check', 'mailing'],
  ['GET /v1/audiences/:subscription', 'mailing'],
  ['GET /v1/people/links', 'mailing'],
  ['POST /v1/signals', 'mailing'],
  ['GET /v1/requests', 'requests'],
  ['GET /v1/requests/:number', 'requests'],
  ['POST /v1/requests/:number/done', 'requests'],
  ['POST /v1/people', 'people-register'],
  ['POST /v1/people/:id/decisions', 'consents-write', 'subscriptions-write'],
  ['POST /v1/people/:id/notices', 'people-register'],
  ['POST /v1/people/:id/links', 'people-register'],
  ['DELETE /v1/people/:id/links', 'people-register'],
  ['POST /v1/requests/:number/refused', 'requests'],
  ['GET /v1/submissions', 'people-read'],
  ['POST /v1/submissions/:id/processed', 'people-read'],
  ['POST /v1/submissions/:id/retries', 'people-read'],
  ['GET /v1/segments', 'people-read'],
  ['POST /v1/segments', 'people-read'],
  ['DELETE /v1/segments/:id', 'people-read'],
  ['POST /v1/jobs/dry-runs', 'bulk-update', 'bulk-delete', 'people-register', 'breach'],
  ['POST /v1/jobs', 'bulk-update', 'bulk-delete', 'people-register', 'breach'],
  ['GET /v1/jobs', 'bulk-update', 'bulk-delete', 'people-register', 'breach'],
  ['GET /v1/jobs/:id', 'bulk-update', 'bulk-delete', 'people-register', 'breach'],
  ['POST /v1/jobs/:id/stop', 'bulk-update', 'bulk-delete', 'people-register', 'breach'],
  ['POST /v1/jobs/:id/resume', 'bulk-update', 'bulk-delete', 'people-register', 'breach'],
  ['GET /v1/exports/people', 'export'],
  ['GET /v1/exports/records', 'export'],
  ['GET /v1/exports/audiences/:subscription', 'export'],
  ['GET /v1/exports/audit', 'audit'],
  ['GET /v1/notices', 'people-read'],
  ['GET /v1/breaches', 'breach'],
  ['POST /v1/breaches', 'breach'],
  ['GET /v1/breaches/:id', 'breach'],
  ['GET /v1/breaches/:id/notified', 'breach'],
  ['PUT /v1/breaches/:id', 'breach'],
  ['POST /v1/breaches/:id/authority', 'breach'],
  ['POST /v1/breaches/:id/close', 'breach'],
  ['GET /v1/retention', 'settings'],
  ['GET /v1/register', 'lists'],
  ['GET /v1/users', 'users'],
  ['POST /v1/users', 'users'],
  ['PUT /v1/users/:id', 'users'],
  ['DELETE /v1/users/:id/linked-account', 'users'],
  ['GET /v1/api-keys', 'api-keys'],
  ['POST /v1/api-keys', 'api-keys'],
  ['POST /v1/api-keys/:id/end', 'api-keys'],
  ['GET /v1/audit', 'audit'],
];

/** The same for the screens of the console. */
export const screens: Row[] = [
  ['GET /console/users', 'users'],
  ['GET /console/users/new', 'users'],
  ['POST /console/users/new', 'users'],
  ['GET /console/users/:id', 'users'],
  ['POST /console/users/:id', 'users'],
  ['POST /console/users/:id/unlink', 'users'],
  ['GET /console/keys', 'api-keys'],
  ['GET /console/keys/new', 'api-keys'],
  ['POST /console/keys/new', 'api-keys'],
  ['POST /console/keys/:id/end', 'api-keys'],
  ['GET /console/audit', 'audit'],
  ['GET /console/forms', 'forms'],
  ['GET /console/forms/new', 'forms'],
  ['POST /console/forms/new', 'forms'],
  ['GET /console/forms/:key', 'forms'],
  ['POST /console/forms/:key', 'forms'],
  ['POST /console/forms/:key/preview', 'forms'],
  ['GET /console/forms/:key/embed', 'forms'],
  ['POST /console/forms/:key/check', 'forms'],
  ['GET /console/forms/:key/statistics', 'forms'],
  ['GET /console/forms/:key/versions', 'forms'],
  ['POST /console/forms/:key/restore', 'forms'],
  ['GET /console/forms/:key/export', 'forms'],
  ['POST /console/forms/:key/duplicate', 'forms'],
  ['GET /console/requests', 'requests'],
  ['GET /console/requests/:number', 'requests'],
  ['POST /console/requests/:number/done', 'requests'],
  ['POST /console/requests/:number/refused', 'requests'],
  ['GET /console/retention', 'settings'],
  ['GET /console/register', 'lists'],
  ['GET /console/breaches', 'breach'],
  ['GET /console/breaches/new', 'breach'],
  ['POST /console/breaches/new', 'breach'],
  ['GET /console/breaches/:id', 'breach'],
  ['POST /console/breaches/:id', 'breach'],
  ['POST /console/breaches/:id/authority', 'breach'],
  ['POST /console/breaches/:id/close', 'breach'],
  ['POST /console/breaches/:id/look', 'breach'],
  ['POST /console/breaches/:id/notify', 'breach'],
  ['GET /console/breaches/:id/report', 'breach'],
  ['GET /console/breaches/:id/notified', 'breach'],
  ['GET /console/lists', 'lists'],
  ['GET /console/lists/:list/new', 'lists'],
  ['POST /console/lists/:list/new', 'lists'],
  ['GET /console/lists/:list/:key', 'lists'],
  ['POST /console/lists/:list/:key', 'lists'],
  ['POST /console/lists/:list/:key/texts', 'lists'],
  ['GET /console/mail', 'mail'],
  ['POST /console/mail/retries', 'mail'],
  ['GET /console/mail/:template/:locale', 'mail'],
  ['POST /console/mail/:template/:locale', 'mail'],
  ['POST /console/mail/:template/:locale/reset', 'mail'],
  ['GET /console/settings', 'settings'],
  ['POST /console/settings/branding', 'settings'],
  ['POST /console/settings/:group', 'settings'],
  ['GET /console/people/register', 'people-register'],
  ['POST /console/people/register', 'people-register'],
  ['GET /console/people/listed', 'people-read'],
  ['POST /console/people/listed', 'people-read'],
  ['POST /console/people/segments', 'people-read'],
  ['POST /console/people/segments/:id/remove', 'people-read'],
  ['GET /console/people', 'people-read'],
  ['GET /console/people/:id', 'people-read'],
  ['GET /console/people/:id/report', 'people-read'],
  ['GET /console/submissions', 'people-read'],
  ['POST /console/submissions/:id/processed', 'people-read'],
  ['POST /console/submissions/:id/retries', 'people-read'],
  ['GET /console/jobs', 'people-register', 'bulk-update', 'bulk-delete', 'breach'],
  ['GET /console/jobs/:id', 'people-register', 'bulk-update', 'bulk-delete', 'breach'],
  ['POST /console/jobs/:id/stop', 'people-register', 'bulk-update', 'bulk-delete', 'breach'],
  ['POST /console/jobs/:id/resume', 'people-register', 'bulk-update', 'bulk-delete', 'breach'],
  ['GET /console/jobs/:id/undo', 'people-register', 'bulk-update', 'bulk-delete', 'breach'],
  ['POST /console/jobs/:id/undo', 'people-register', 'bulk-update', 'bulk-delete', 'breach'],
  ['GET /console/jobs/new', 'people-register', 'bulk-update', 'bulk-delete', 'breach'],
  ['POST /console/jobs/new', 'people-register', 'bulk-update', 'bulk-delete', 'breach'],
  ['GET /console/notices', 'people-read'],
  ['GET /console/export/people', 'export'],
  ['GET /console/export/records', 'export'],
  ['GET /console/export/audiences/:subscription', 'export'],
  ['GET /console/export/audit', 'audit'],
];

/** Routes that need every one of their rights. */
export const doings: Row[] = [
  ['POST /v1/breach-notices', 'breach', 'bulk'],
  ['POST /v1/imports', 'people-register', 'bulk'],
  ['POST /v1/imports/:id/dry-run', 'people-register', 'bulk'],
  ['POST /v1/imports/:id/begin', 'people-register', 'bulk'],
  ['GET /v1/imports/:id/problems', 'people-register', 'bulk'],
  ['GET /console/jobs/import', 'people-register', 'bulk'],
  ['POST /console/jobs/import', 'people-register', 'bulk'],
  ['GET /console/jobs/import/:id', 'people-register', 'bulk'],
  ['POST /console/jobs/import/:id', 'people-register', 'bulk'],
  ['POST /console/jobs/import/:id/begin', 'people-register', 'bulk'],
  ['POST /console/jobs/import/:id/drop', 'people-register', 'bulk'],
  ['POST /v1/submissions/:id/taken-over', 'people-read', 'people-register'],
  ['POST /console/submissions/:id/taken-over', 'people-read', 'people-register'],
  ['POST /console/people/:id/decisions', 'people-read', 'consents-write'],
  ['POST /console/people/:id/restrict', 'people-read', 'consents-write'],
  ['POST /console/people/:id/notice', 'people-read', 'people-register'],
  ['POST /console/people/:id/link', 'people-read', 'people-register'],
  ['POST /console/people/:id/end-links', 'people-read', 'people-register'],
  ['POST /console/people/:id/erase', 'people-read', 'bulk-delete'],
  ['POST /console/notices/:id', 'people-read', 'people-register'],
  ['POST /console/register', 'lists', 'settings'],
];

/** Routes that need no right: of visitors, of anyone who holds a session or a link, and of every user. */
export const open = [
  /^GET \/$/,
  /^GET \/openapi\.json$/,
  /^GET \/docs\/api$/,
  /^(GET|POST) \/(f|w|confirm|enter|address|preferences|problems|dev)(\/|$)/,
  /^GET \/v1\/(forms\/:key|receipts\/:\w+|statements\/:\w+|branding|health)$/,
  /^POST \/v1\/(forms\/:key\/(submissions|started)|receipts\/:\w+\/(confirmation|emails)|entries|entries\/:id\/session|sessions(\/end)?)$/,
  /^(GET|POST) \/v1\/(unsubscribe\/:token|preferences(\/.*)?)$/,
  /^(GET|POST) \/console(\/sign-in.*|\/account.*|\/leave)?$/,
];

export const every = [
  ...new Set(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path.replace(/(.)\/$/, '$1')}`),
  ),
];

/** A path that fits a route, to something that is not there. */
export const pathOf = (route: string): [method: string, path: string] => {
  const [method = '', path = ''] = route.split(' ');
  return [method, path.replaceAll(/:\w+/g, 'none')];
};

/** The routes of a table that a right opens by itself. */
export const openedBy = (table: readonly Row[], right: Right): string[] =>
  table.filter(([, ...rights]) => rights.includes(right)).map(([route]) => route);

/** The routes of a table that are not forbidden to anyone who sends these headers. */
export const openTo = async (table: readonly Row[], headers: Record<string, string>) => {
  const tried = table.map(async ([route]) => {
    const [method, path] = pathOf(route);
    const body = method === 'GET' ? undefined : '{}';
    const { status } = await call(path, { method, headers, body });
    return status === 403 ? [] : [route];
  });
  return (await Promise.all(tried)).flat();
};
