import { afterEach } from 'vitest';
import { leavePages } from './pages.ts';

// The module of pages outlives each file of tests, so its hooks are set for each of them here.
afterEach(leavePages);
