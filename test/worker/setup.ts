import { env } from 'cloudflare:test';
import { forgetRemembered } from '../../worker/platform/remembered.ts';
import { forgetViews } from '../../worker/statistics/count.ts';
import { begin } from './begin.ts';

await begin(env.DB);

const files = await env.FILES?.list();
if (files && files.objects.length > 0) await env.FILES?.delete(files.objects.map(({ key }) => key));

// What an isolate remembers of a database that is gone.
forgetRemembered();
forgetViews();
