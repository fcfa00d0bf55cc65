import { Hono } from 'hono';
import { mailing } from './admin/audiences/routes.ts';
import { audit } from './admin/audit/routes.ts';
import { breaches } from './admin/breach/case-routes.ts';
import { breachReports } from './admin/breach/report-routes.ts';
import { breachNotices } from './admin/breach/routes.ts';
import { changes } from './admin/changes/routes.ts';
import { connections } from './admin/connections/routes.ts';
import { exportRoutes } from './admin/export/routes.ts';
import { inbox } from './admin/inbox/routes.ts';
import { imports } from './admin/jobs/import-routes.ts';
import { jobRoutes } from './admin/jobs/routes.ts';
import { apiKeys } from './admin/keys/routes.ts';
import { legalBases, purposes, sources, subscriptionTypes } from './admin/lists/routes.ts';
import { mail } from './admin/mail/routes.ts';
import { notices } from './admin/notices/routes.ts';
import { health } from './admin/overview/health.ts';
import { overviewRoutes } from './admin/overview/routes.ts';
import { personProofs } from './admin/people/proof-routes.ts';
import { peopleRights } from './admin/people/right-routes.ts';
import { people } from './admin/people/routes.ts';
import { segments } from './admin/people/segment-routes.ts';
import { register } from './admin/processing/routes.ts';
import { requests } from './admin/requests/routes.ts';
import { retention } from './admin/retention/routes.ts';
import { settingRoutes } from './admin/settings/routes.ts';
import { userRoutes } from './admin/users/routes.ts';
import { webhooks } from './admin/webhooks/routes.ts';
import { toolEvents } from './connectors/event-routes.ts';
import { formImages } from './forms/image-routes.ts';
import { forms } from './forms/routes.ts';
import { formTemplates, formWork } from './forms/work-routes.ts';
import { statements } from './ledger/routes.ts';
import { logState } from './log/routes.ts';
import type { Chapter } from './platform/api/document.ts';
import { problems } from './platform/api/problems.ts';
import type { App } from './platform/env.ts';
import { branding } from './settings/brand-routes.ts';
import { signals } from './signals/routes.ts';
import { confirmations } from './visitor/confirm/routes.ts';
import { preferences } from './visitor/preferences/routes.ts';
import { receipts } from './visitor/receipts/routes.ts';
import { files } from './visitor/submissions/files.ts';
import { submissions } from './visitor/submissions/routes.ts';
import { unsubscribe } from './visitor/unsubscribe/routes.ts';
import { entries } from './visitor/verify/routes.ts';

/** What programs call: all of it is described by `/openapi.json`. */
export const api = new Hono<App>()
  .route('/v1/forms', formWork)
  .route('/v1/forms', forms)
  .route('/v1/forms', submissions)
  .route('/v1/forms', files)
  .route('/v1/form-templates', formTemplates)
  .route('/v1/form-images', formImages)
  .route('/v1/receipts', receipts)
  .route('/v1/receipts', confirmations)
  .route('/v1/statements', statements)
  .route('/v1/log', logState)
  .route('/v1', mailing)
  .route('/v1/signals', signals)
  .route('/v1/changes', changes)
  .route('/v1/webhooks', webhooks)
  .route('/v1/unsubscribe', unsubscribe)
  .route('/v1/people', peopleRights)
  .route('/v1/people', people)
  .route('/v1/people', personProofs)
  .route('/v1/purposes', purposes)
  .route('/v1/legal-bases', legalBases)
  .route('/v1/sources', sources)
  .route('/v1/subscription-types', subscriptionTypes)
  .route('/v1/settings', settingRoutes)
  .route('/v1/mail', mail)
  .route('/v1', entries)
  .route('/v1/preferences', preferences)
  .route('/v1/branding', branding)
  .route('/v1/submissions', inbox)
  .route('/v1/segments', segments)
  .route('/v1/jobs', jobRoutes)
  .route('/v1/imports', imports)
  .route('/v1/exports', exportRoutes)
  .route('/v1/notices', notices)
  .route('/v1/users', userRoutes)
  .route('/v1/connections', toolEvents)
  .route('/v1/connections', connections)
  .route('/v1/api-keys', apiKeys)
  .route('/v1/audit', audit)
  .route('/v1/requests', requests)
  .route('/v1/breach-notices', breachNotices)
  .route('/v1/breach-reports', breachReports)
  .route('/v1/breaches', breaches)
  .route('/v1/retention', retention)
  .route('/v1/register', register)
  .route('/v1/overview', overviewRoutes)
  .route('/v1/health', health)
  .route('/problems', problems);

/** The chapters of the API's description, in the order in which it is read; the first that fits has it. */
export const chapters: readonly Chapter[] = [
  {
    name: 'Visitors',
    description:
      'What a page does for its visitor: submissions, receipts, confirmation. No key needed.',
    paths: [
      '/v1/forms/{key}/submissions',
      '/v1/forms/{key}/started',
      '/v1/forms/{key}/files',
      '/v1/receipts',
      '/v1/statements',
      '/v1/log',
      '/v1/unsubscribe',
    ],
  },
  {
    name: 'Preferences',
    description: 'What people do with their own consents, details and data, in a session.',
    paths: ['/v1/entries', '/v1/sessions', '/v1/preferences', '/v1/branding'],
  },
  {
    name: 'Forms',
    description: 'Writing, checking and publishing forms.',
    paths: ['/v1/forms', '/v1/form-templates', '/v1/form-images'],
  },
  {
    name: 'Mailing tools',
    description: 'Who may be mailed, and what a mailing tool reports back.',
    paths: ['/v1/mailing-check', '/v1/audiences', '/v1/people/links', '/v1/signals'],
  },
  {
    name: 'Events',
    description: 'What happens, as a feed for programs that ask and by webhooks.',
    paths: ['/v1/changes', '/v1/webhooks'],
  },
  {
    name: 'People',
    description: 'People, submissions, saved filters, jobs and imports.',
    paths: ['/v1/people', '/v1/submissions', '/v1/segments', '/v1/jobs', '/v1/imports'],
  },
  {
    name: 'Privacy',
    description:
      'Requests, breaches, privacy notices, retention, the record of processing and the audit log.',
    paths: [
      '/v1/requests',
      '/v1/breach',
      '/v1/notices',
      '/v1/retention',
      '/v1/register',
      '/v1/audit',
    ],
  },
  {
    name: 'Lists',
    description: 'Purposes, legal bases, sources and subscription types.',
    paths: ['/v1/purposes', '/v1/legal-bases', '/v1/sources', '/v1/subscription-types'],
  },
  {
    name: 'Administration',
    description:
      'Settings, email, users, API keys, connected tools, exports, the overview and health.',
    paths: [
      '/v1/settings',
      '/v1/mail',
      '/v1/users',
      '/v1/api-keys',
      '/v1/connections',
      '/v1/exports',
      '/v1/overview',
      '/v1/health',
      '/problems',
    ],
  },
];
