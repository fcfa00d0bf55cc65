import type { D1Migration } from '@cloudflare/vitest-plugin';
import type { Optional } from '../../worker/platform/env.ts';

declare global {
  namespace Cloudflare {
    interface Env extends Omit<Optional, keyof Bindings> {
      MIGRATIONS: D1Migration[];
    }
  }
}
