import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FormDefinition } from '../worker/contract/definition.ts';

/** Reads the demo's forms, by their keys. */
export const readForms = async (): Promise<Record<string, FormDefinition>> => {
  const folder = join(import.meta.dirname, 'forms');
  const forms: Record<string, FormDefinition> = {};
  for (const file of await readdir(folder))
    forms[file.replace('.json', '')] = FormDefinition.parse(
      JSON.parse(await readFile(join(folder, file), 'utf8')),
    );
  return forms;
};
