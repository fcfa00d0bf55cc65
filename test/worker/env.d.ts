import type { D1Migration } from '@cloudflare/vitest-plugin';
import type { Optional } from '../../worker/platform/env.ts';

declare global {
  interface ImportMeta {
    /** Imports every file that fits the patterns, by path. Vite does so when it reads the call. */
    glob<Module>(
      patterns: readonly string[],
      options: { eager: true; query?: string; import?: string },
    ): Record<string, Module>;
  }
  namespace Cloudflare {
    interface Env extends Omit<Optional, keyof Bindings> {
      MIGRATIONS: D1Migration[];
      OTHER: D1Database;
    }
  }
}
