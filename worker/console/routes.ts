import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { isOwnOrigin } from '../platform/own-host.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { connectionScreens } from './connections/connections.tsx';
import { accountScreens } from './entrance/account.tsx';
import { oidcScreens } from './entrance/oidc.tsx';
import { signInScreens } from './entrance/sign-in.tsx';
import { formScreens } from './forms/forms.tsx';
import { jobScreens } from './jobs/jobs.tsx';
import type { ConsoleApp } from './kit/app.ts';
import { showError } from './kit/error-page.tsx';
import { requireUser } from './kit/guard.ts';
import { listScreens } from './lists/lists.tsx';
import { overview } from './overview/overview.tsx';
import { peopleScreens } from './people/people.tsx';
import { personScreens } from './people/person.tsx';
import { submissionScreens } from './people/submissions.tsx';
import { reportingScreens } from './privacy/breach-reports.tsx';
import { breachScreens } from './privacy/breaches.tsx';
import { noticeScreens } from './privacy/notices.tsx';
import { processingScreens } from './privacy/processing.tsx';
import { requestScreens } from './privacy/requests.tsx';
import { retentionScreens } from './privacy/retention.tsx';
import { auditScreens } from './settings/audit.tsx';
import { exportScreens } from './settings/export.ts';
import { keyScreens } from './settings/keys.tsx';
import { logScreens } from './settings/log.tsx';
import { mailScreens } from './settings/mail.tsx';
import { settingScreens } from './settings/settings.tsx';
import { userScreens } from './settings/users.tsx';
import { webhookScreens } from './settings/webhooks.tsx';

/**
 * The console: every screen is a page that works without JavaScript, for users who are signed in. What a
 * screen does, `/v1` does too, by the same functions.
 */
export const consoleScreens = new Hono<ConsoleApp>()
  .use(csrf({ origin: (origin, c) => isOwnOrigin(c, origin) }))
  .route('/sign-in/oidc', oidcScreens)
  .route('/', signInScreens)
  .use(requireUser)
  .route('/', overview)
  .route('/account', accountScreens)
  .route('/forms', formScreens)
  .route('/people', peopleScreens)
  .route('/people', personScreens)
  .route('/submissions', submissionScreens)
  .route('/jobs', jobScreens)
  .route('/notices', noticeScreens)
  .route('/export', exportScreens)
  .route('/requests', requestScreens)
  .route('/retention', retentionScreens)
  .route('/register', processingScreens)
  .route('/breaches', breachScreens)
  .route('/report-breach', reportingScreens)
  .route('/lists', listScreens)
  .route('/mail', mailScreens)
  .route('/settings', settingScreens)
  .route('/users', userScreens)
  .route('/connections', connectionScreens)
  .route('/keys', keyScreens)
  .route('/webhooks', webhookScreens)
  .route('/log', logScreens)
  .route('/audit', auditScreens)
  .all('*', () => {
    throw new ProblemError('not-found');
  })
  .onError(showError);
