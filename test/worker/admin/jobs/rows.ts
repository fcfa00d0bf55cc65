import { count } from '../../builders.ts';

export const ROWS = 'SELECT COUNT(*) AS count FROM import_part WHERE job = ?1';
export const all = (table: string) => count(`SELECT COUNT(*) AS count FROM ${table}`);

export const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (one) => one.charCodeAt(0));
