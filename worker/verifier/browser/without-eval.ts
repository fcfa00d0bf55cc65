import { config } from 'zod';

// Zod would make functions of text, which the page's policy forbids, and report a violation by trying. It is set
// before any schema is made, so this module is imported first.
config({ jitless: true });
