import type { Field, Section } from '../worker/contract/form.ts';

/** A section, and those of its fields that the answers so far bring into view. */
export type ShownSection = { section: Section; fields: readonly Field[] };
