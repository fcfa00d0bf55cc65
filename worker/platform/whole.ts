/**
 * Names what a whole database consists of: tables, indexes, triggers and views. Left out are the index of words and
 * what it is kept in, which cannot be written row by row and are made of the rest, and what D1 keeps for itself.
 */
export const WHOLE = `
SELECT name, type
FROM sqlite_schema
WHERE sql IS NOT NULL AND name NOT GLOB '_cf_*'
  AND name NOT IN (SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow'))`;

/** Gives the query for tools. */
export const wholeSql = (): string => WHOLE;
